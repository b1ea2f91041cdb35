package galley.store;

import galley.post.Revision;
import galley.text.Sha256;

/**
 * A row of the table of revisions.
 *
 * @param draftSha256 of the whole draft's bytes
 * @param depth how many differences lie between it and a whole one; 0 is whole
 */
record RevisionRow(Revision revision, String draftSha256, int depth) {
  /** SHA-256 over everything in the row. */
  String seal() {
    return Sha256.of(
        String.join(
            "\u001f",
            revision.id().toString(),
            revision.post().toString(),
            revision.number() + " " + revision.at() + " " + revision.kind(),
            revision.name(),
            revision.sha256(),
            draftSha256,
            revision.words() + " " + revision.added() + " " + revision.removed() + " " + depth));
  }
}
