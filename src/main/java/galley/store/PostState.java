package galley.store;

import galley.post.PostSummary;

/**
 * A post as it stands, without its text.
 *
 * @param version counts its saves
 * @param sha256 of the whole draft, see {@link Sites#fingerprint}
 */
public record PostState(PostSummary summary, long version, String sha256) {}
