package galley.review;

import galley.post.Anchor;

/**
 * One change of a branch.
 *
 * @param scope TEXT, HEADLINE or STANDFIRST
 * @param hunk in the base's text of that scope
 */
public record Proposal(Anchor.Scope scope, Hunk hunk) {}
