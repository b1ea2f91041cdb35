package galley.store;

import galley.markdown.Markdown;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.ReviewEvent;
import galley.post.Revision;
import galley.text.Diff;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;

/** Changes posts, their revisions and the totals, inside a transaction of the caller. */
final class Ledger {
  private final Connection connection;
  private Totals totals;

  /** Counts one step on for everything that is done through this ledger. */
  Ledger(Connection connection) throws SQLException {
    this.connection = connection;
    totals = Totals.read(connection).next();
  }

  /** What is to be kept. */
  static final class Entry {
    private final Draft draft;
    private final byte[] bytes;
    private final Revision.Kind kind;
    private final String name;
    private final Noted.Point point;

    /**
     * A draft to be kept.
     *
     * @param bytes the draft's bytes
     * @param point of the journal record that holds it
     */
    Entry(Draft draft, byte[] bytes, Revision.Kind kind, String name, Noted.Point point) {
      this.draft = draft;
      this.bytes = bytes;
      this.kind = kind;
      this.name = name;
      this.point = point;
    }

    Draft draft() {
      return draft;
    }

    byte[] bytes() {
      return bytes;
    }

    Revision.Kind kind() {
      return kind;
    }

    String name() {
      return name;
    }

    Instant at() {
      return point.at();
    }

    long journalSequence() {
      return point.sequence();
    }
  }

  Post create(UUID id, Entry entry, Instant created) throws SQLException {
    PostRow row =
        new PostRow(
            id,
            PostRow.Listed.of(entry.draft(), 0, entry.at()),
            created,
            Optional.empty(),
            1,
            totals.sequence(),
            entry.journalSequence(),
            Sha256.of(entry.draft().body()),
            Sha256.of(entry.bytes()));
    Posts.insert(connection, row, entry.bytes());
    keep(row, entry, 1, Optional.empty(), 0);
    finish(row, Optional.empty(), entry.draft());
    return new Post(id, entry.draft(), row.version(), created, entry.at());
  }

  /** Saves a draft over the one that is there; only what differs becomes a revision. */
  Post save(Posts.Sealed before, Entry entry) throws SQLException {
    PostRow old = before.row();
    String hash = Sha256.of(entry.bytes());
    if (hash.equals(old.draftSha256())) {
      mark(old, entry);
      return new Post(
          old.id(), entry.draft(), old.version(), old.created(), old.listed().changed());
    }
    PostRow row =
        new PostRow(
            old.id(),
            PostRow.Listed.of(entry.draft(), old.listed().openNotes(), entry.at()),
            old.created(),
            old.binned(),
            old.version() + 1,
            totals.sequence(),
            entry.journalSequence(),
            Sha256.of(entry.draft().body()),
            hash);
    keepNext(old, row, entry);
    Posts.update(connection, row);
    Posts.updateText(connection, row.id(), entry.bytes());
    finish(row, Optional.of(before.seal()), entry.draft());
    return new Post(row.id(), entry.draft(), row.version(), row.created(), entry.at());
  }

  /** Puts a post into the bin, or takes it out with a slug that no other post has. */
  void bin(Posts.Sealed before, Optional<Instant> at, long journalSequence) throws SQLException {
    Posts.Sealed post = at.isEmpty() ? withFreeSlug(before, journalSequence) : before;
    PostRow old = post.row();
    PostRow row =
        new PostRow(
            old.id(),
            old.listed(),
            old.created(),
            at,
            old.version(),
            totals.sequence(),
            journalSequence,
            old.bodySha256(),
            old.draftSha256());
    Posts.update(connection, row);
    totals = totals.post(Optional.of(post.seal()), Optional.of(row.seal()));
    totals.write(connection);
  }

  private Posts.Sealed withFreeSlug(Posts.Sealed post, long journalSequence) throws SQLException {
    PostRow row = post.row();
    String slug = Posts.freeSlug(connection, row.listed().slug(), row.id());
    Optional<byte[]> text = text(row);
    if (slug.equals(row.listed().slug()) || text.isEmpty()) {
      return post;
    }
    Draft draft = DraftBytes.draft(text.get());
    Draft named = draft.withDetails(draft.details().withSlug(slug));
    Instant changed = row.listed().changed();
    Noted.Point point = new Noted.Point(journalSequence, changed);
    save(post, new Entry(named, DraftBytes.of(named), Revision.Kind.AUTOSAVED, "", point));
    return Posts.find(connection, row.id()).orElseThrow();
  }

  /** Adds to a post's review what is not there yet. */
  void review(Posts.Sealed before, Reviewed more, long journalSequence) throws SQLException {
    UUID post = before.row().id();
    for (ReviewEvent event : more.events()) {
      add(ReviewRows.add(connection, post, event));
    }
    for (Map.Entry<String, String> text : more.texts().entrySet()) {
      add(ReviewRows.add(connection, post, text.getKey(), text.getValue()));
    }
    for (Round round : more.rounds()) {
      ReviewRows.add(connection, post, round);
    }
    if (more.placed().isPresent()) {
      ReviewRows.place(connection, post, more.placed().get());
    }
    new PastStates(connection, this).add(post, more.past());
    PostRow row = before.row().withOpenNotes(more.openNotes(), journalSequence);
    Posts.update(connection, row);
    totals = totals.post(Optional.of(before.seal()), Optional.of(row.seal()));
    totals.write(connection);
  }

  private void add(Optional<String> seal) {
    if (seal.isPresent()) {
      totals = totals.event(seal.get(), true);
    }
  }

  /** Deletes a post for good, with its history and what was said about it. */
  void delete(Posts.Sealed post) throws SQLException {
    for (String seal : ReviewRows.seals(connection, post.row().id())) {
      totals = totals.event(seal, false);
    }
    for (Revisions.Sealed revision : Revisions.of(connection, post.row().id())) {
      totals = totals.revision(Optional.of(revision.seal()), Optional.empty());
    }
    totals = SiteLedger.without(connection, post.row().id(), totals);
    Posts.delete(connection, post.row().id());
    totals = totals.post(Optional.of(post.seal()), Optional.empty());
    totals.write(connection);
  }

  /** Gives a revision a name, which keeps it for ever; why it was kept first stays with it. */
  Revision name(Revisions.Sealed before, String name) throws SQLException {
    Revision old = before.row().revision();
    Revision revision =
        new Revision(
            old.id(),
            old.post(),
            old.number(),
            old.at(),
            old.kind(),
            name,
            old.sha256(),
            old.words(),
            old.added(),
            old.removed());
    replace(before, new RevisionRow(revision, before.row().draftSha256(), before.row().depth()));
    totals.write(connection);
    return revision;
  }

  /** Adds a revision. */
  void insert(RevisionRow row, byte[] difference) throws SQLException {
    Revisions.insert(connection, row, difference);
    totals = totals.revision(Optional.empty(), Optional.of(row.seal()));
  }

  /** Puts a revision's row in the place of another. */
  void replace(Revisions.Sealed before, RevisionRow row) throws SQLException {
    Revisions.update(connection, row);
    totals = totals.revision(Optional.of(before.seal()), Optional.of(row.seal()));
  }

  /** Deletes one revision. */
  void delete(Revisions.Sealed revision) throws SQLException {
    Revisions.delete(connection, revision.row().revision().id());
    totals = totals.revision(Optional.of(revision.seal()), Optional.empty());
  }

  /** Writes the totals after {@link #replace} and {@link #delete(Revisions.Sealed)}. */
  void finish() throws SQLException {
    totals.write(connection);
  }

  /** Keeps an entry as the revision after the newest one. */
  private void keepNext(PostRow old, PostRow row, Entry entry) throws SQLException {
    Optional<RevisionRow> newest =
        Revisions.newest(connection, old.id()).map(Revisions.Sealed::row);
    Optional<byte[]> text = text(old);
    int depth = 0;
    if (text.isPresent()
        && newest.isPresent()
        && newest.get().draftSha256().equals(old.draftSha256())
        && newest.get().depth() + 1 < Revisions.WHOLE_EVERY) {
      depth = newest.get().depth() + 1;
    }
    long number = newest.map(revision -> revision.revision().number()).orElse(0L) + 1;
    keep(row, entry, number, text, depth);
  }

  private void keep(PostRow row, Entry entry, long number, Optional<byte[]> before, int depth)
      throws SQLException {
    Diff.Counts changes =
        before
            .map(text -> Markdown.changes(body(text), entry.draft().body()))
            .orElse(new Diff.Counts(row.listed().words(), 0));
    Revision revision =
        new Revision(
            UUID.randomUUID(),
            row.id(),
            number,
            entry.at(),
            entry.kind(),
            entry.name(),
            row.bodySha256(),
            row.listed().words(),
            changes.added(),
            changes.removed());
    RevisionRow kept = new RevisionRow(revision, row.draftSha256(), depth);
    byte[] difference =
        depth > 0 && before.isPresent()
            ? Difference.between(before.get(), entry.bytes())
            : Difference.whole(entry.bytes());
    insert(kept, difference);
  }

  /**
   * An unchanged draft that is kept for a reason gets a revision of its own, so that the one that
   * says what was changed stays as it is. The same reason again is not kept twice.
   */
  private void mark(PostRow row, Entry entry) throws SQLException {
    boolean passing =
        entry.kind() == Revision.Kind.AUTOSAVED || entry.kind() == Revision.Kind.COMMAND;
    if (!passing || !entry.name().isEmpty()) {
      Optional<Revision> newest =
          Revisions.newest(connection, row.id()).map(sealed -> sealed.row().revision());
      boolean known =
          newest
              .filter(there -> there.kind() == entry.kind() && there.name().equals(entry.name()))
              .isPresent();
      if (!known) {
        keepNext(row, row, entry);
        totals.write(connection);
      }
    }
    seen(connection, row.id(), entry.journalSequence());
  }

  /** Notes that the row contains the journal up to this sequence. */
  static void seen(Connection connection, UUID id, long journalSequence) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE post SET journal_sequence = ? WHERE id = ?")) {
      update.setLong(1, journalSequence);
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  private void finish(PostRow row, Optional<String> before, Draft draft) throws SQLException {
    Posts.usePictures(
        connection,
        row.id(),
        draft.images().stream().map(ImageRef::sha256).flatMap(Optional::stream).toList());
    totals = totals.post(before, Optional.of(row.seal()));
    totals.write(connection);
  }

  private Optional<byte[]> text(PostRow row) throws SQLException {
    try {
      byte[] text = Posts.text(connection, row.id());
      return Sha256.of(text).equals(row.draftSha256()) ? Optional.of(text) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty(); // damaged: the next revision is written whole
    }
  }

  private static String body(byte[] text) {
    return DraftBytes.draft(text).body();
  }
}
