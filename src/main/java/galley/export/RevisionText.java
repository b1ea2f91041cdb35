package galley.export;

import galley.post.Draft;
import galley.post.Revision;

/** One kept state of a post with all it said, for an archive. */
public record RevisionText(Revision revision, Draft draft) {}
