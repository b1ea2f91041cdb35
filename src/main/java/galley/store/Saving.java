package galley.store;

import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Saves a text and what was said about it as one, inside a transaction of the caller. */
final class Saving {
  private final Connection connection;
  private final Journals journals;
  private final Instant now;

  Saving(Connection connection, Journals journals, Instant now) {
    this.connection = connection;
    this.journals = journals;
    this.now = now;
  }

  /**
   * Why a state is kept.
   *
   * @param before the name that the state before is given; may be empty
   */
  record How(Revision.Kind kind, String name, String before) {}

  Post save(Posts.Sealed row, Draft draft, How how, Reviewed given) throws SQLException {
    Reviewed more = ReviewRows.fresh(connection, row.row().id(), given);
    byte[] bytes = DraftBytes.of(draft);
    UUID id = row.row().id();
    Noted.Saved saved = new Noted.Saved(0, how.kind(), how.name(), now, row.row().created());
    Journal journal = journals.of(id, row.row().journalSequence());
    boolean same = Sha256.of(bytes).equals(row.row().draftSha256());
    Optional<Revisions.Sealed> newest = Revisions.newest(connection, id);
    Optional<Noted.Named> named =
        newest
            .filter(_ -> !how.before().isEmpty() && !same)
            .filter(revision -> revision.row().revision().name().isEmpty())
            .map(revision -> new Noted.Named(0, revision.row().revision().number(), how.before()));
    long sequence = noted(journal, bytes, saved, more, named);
    if (named.isPresent()) {
      new Ledger(connection).name(newest.orElseThrow(), how.before());
    }
    Noted.Point point = new Noted.Point(sequence, now);
    Post post =
        new Ledger(connection)
            .save(row, new Ledger.Entry(draft, bytes, how.kind(), how.name(), point));
    review(id, more, sequence);
    return post;
  }

  Post create(UUID id, Draft draft, How how, Reviewed more) throws SQLException {
    Optional<Posts.Sealed> there = Posts.find(connection, id); // brought back by a reopening
    if (there.isPresent()) {
      return save(there.get(), draft, how, more);
    }
    byte[] bytes = DraftBytes.of(draft);
    Noted.Saved saved = new Noted.Saved(0, how.kind(), how.name(), now, now);
    long sequence = noted(journals.of(id, 0), bytes, saved, more, Optional.empty());
    Noted.Point point = new Noted.Point(sequence, now);
    Post post =
        new Ledger(connection)
            .create(id, new Ledger.Entry(draft, bytes, how.kind(), how.name(), point), now);
    review(id, more, sequence);
    return post;
  }

  private static long noted(
      Journal journal,
      byte[] bytes,
      Noted.Saved saved,
      Reviewed more,
      Optional<Noted.Named> named) {
    return more.isEmpty() && named.isEmpty()
        ? journal.saved(bytes, saved.kind(), saved.name(), saved.at(), saved.created())
        : journal.saved(bytes, saved, more, named);
  }

  private void review(UUID id, Reviewed more, long sequence) throws SQLException {
    if (!more.isEmpty() || more.placed().isPresent()) {
      Posts.Sealed row = Posts.find(connection, id).orElseThrow();
      new Ledger(connection).review(row, more, sequence);
    }
  }
}
