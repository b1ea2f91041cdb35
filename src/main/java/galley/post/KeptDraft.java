package galley.post;

/** A revision together with all that the post said then. */
public record KeptDraft(Revision revision, Draft draft) {}
