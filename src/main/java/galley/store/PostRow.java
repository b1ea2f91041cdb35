package galley.store;

import galley.post.Draft;
import galley.post.PostSummary;
import galley.post.Stage;
import galley.text.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the table of posts: all that a list needs, without the text.
 *
 * @param sequence of the library when the post last changed; the order that holds when a clock
 *     jumps
 * @param journalSequence of the last journal record the row contains; not sealed
 * @param bodySha256 of the body
 * @param draftSha256 of the whole draft's bytes
 */
record PostRow(
    UUID id,
    Listed listed,
    Instant created,
    Optional<Instant> binned,
    long version,
    long sequence,
    long journalSequence,
    String bodySha256,
    String draftSha256) {

  /** What a list shows. */
  record Listed(
      String slug,
      String headline,
      String firstWords,
      Stage stage,
      String section,
      List<String> tags,
      int words,
      int openNotes,
      Instant changed) {

    static Listed of(Draft draft, int openNotes, Instant changed) {
      FirstWords first = FirstWords.of(draft);
      return new Listed(
          draft.details().slug(),
          draft.details().headline(),
          first.text(),
          draft.details().stage(),
          draft.details().section(),
          draft.details().tags(),
          first.words(),
          openNotes,
          changed);
    }
  }

  /** The same with so many annotations that wait for somebody. */
  PostRow withOpenNotes(int openNotes, long journal) {
    Listed now =
        new Listed(
            listed.slug(),
            listed.headline(),
            listed.firstWords(),
            listed.stage(),
            listed.section(),
            listed.tags(),
            listed.words(),
            openNotes,
            listed.changed());
    return new PostRow(
        id, now, created, binned, version, sequence, journal, bodySha256, draftSha256);
  }

  /** What no two rows may share: the slug in lower case, and in the bin the id as well. */
  String slugKey() {
    return slugKey(listed.slug()) + (binned.isPresent() ? "/" + id : "");
  }

  static String slugKey(String slug) {
    return slug.toLowerCase(java.util.Locale.ROOT);
  }

  /** SHA-256 over everything in the row but the journal's sequence. */
  String seal() {
    return Sha256.of(
        String.join(
            "\u001f",
            id.toString(),
            listed.slug(),
            listed.headline(),
            listed.firstWords(),
            listed.stage().key(),
            listed.section(),
            String.join("\u001e", listed.tags()),
            listed.words() + " " + listed.openNotes(),
            listed.changed().toString(),
            created.toString(),
            binned.map(Instant::toString).orElse(""),
            version + " " + sequence,
            bodySha256,
            draftSha256));
  }

  PostSummary summary() {
    return new PostSummary(
        id,
        listed.slug(),
        listed.headline(),
        listed.firstWords(),
        listed.stage(),
        listed.section(),
        listed.tags(),
        listed.words(),
        listed.openNotes(),
        listed.changed());
  }
}
