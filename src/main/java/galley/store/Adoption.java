package galley.store;

import galley.asset.Messages;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.Revision;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;

/** Lets a post go, or takes one in, as it is kept: with its id, its times and every revision. */
final class Adoption {
  private final Connection connection;
  private final Journals journals;

  Adoption(Connection connection, Journals journals) {
    this.connection = connection;
    this.journals = journals;
  }

  Optional<Kept> kept(UUID id) throws SQLException {
    Optional<Posts.Sealed> row = Posts.find(connection, id);
    Optional<Post> post = new Reading(connection, journals).post(id);
    if (row.isEmpty() || post.isEmpty()) {
      return Optional.empty();
    }
    List<Kept.State> states = new ArrayList<>();
    try {
      Revisions.walk(
          connection,
          id,
          (revision, text) ->
              states.add(new Kept.State(revision.revision(), DraftBytes.draft(text))));
    } catch (DataFormatException e) {
      throw new StoreException(
          StoreException.Kind.DAMAGED,
          Messages.text("store.kept.damaged", post.get().headline()),
          e);
    }
    return Optional.of(
        new Kept(post.get(), row.get().row().binned(), states, Reviews.of(connection, id)));
  }

  /** Takes a post in; nothing is changed where its id or its slug is taken. */
  void adopt(Kept kept) throws SQLException {
    Post post = kept.post();
    boolean slugTaken =
        kept.binned().isEmpty()
            && !Posts.freeSlug(connection, post.slug(), post.id()).equals(post.slug());
    if (slugTaken || Posts.find(connection, post.id()).isPresent()) {
      throw new StoreException(
          StoreException.Kind.STALE, Messages.text("store.kept.taken", post.slug()), null);
    }
    byte[] bytes = DraftBytes.of(post.draft());
    Totals totals = Totals.read(connection).next();
    PostRow row =
        new PostRow(
            post.id(),
            PostRow.Listed.of(post.draft(), 0, post.changed()),
            post.created(),
            kept.binned(),
            post.version(),
            totals.sequence(),
            journaled(kept, bytes),
            Sha256.of(post.body()),
            Sha256.of(bytes));
    Posts.insert(connection, row, bytes);
    byte[] before = {};
    int depth = 0;
    for (Kept.State state : kept.states()) {
      byte[] text = DraftBytes.of(state.draft());
      boolean whole = before.length == 0 || depth + 1 >= Revisions.WHOLE_EVERY;
      depth = whole ? 0 : depth + 1;
      RevisionRow revision = new RevisionRow(state.revision(), Sha256.of(text), depth);
      Revisions.insert(
          connection, revision, whole ? Difference.whole(text) : Difference.between(before, text));
      totals = totals.revision(Optional.empty(), Optional.of(revision.seal()));
      before = text;
    }
    Posts.usePictures(
        connection,
        post.id(),
        post.draft().images().stream().map(ImageRef::sha256).flatMap(Optional::stream).toList());
    totals.post(Optional.empty(), Optional.of(row.seal())).write(connection);
    review(kept, row.seal(), row);
  }

  private void review(Kept kept, String seal, PostRow row) throws SQLException {
    if (!kept.review().isEmpty()) {
      UUID id = row.id();
      long sequence = journals.of(id, 0).reviewed(kept.review());
      new Ledger(connection).review(new Posts.Sealed(row, seal), kept.review(), sequence);
    }
  }

  /** The newest text also lies in a journal until two backups hold it, as after any save. */
  private long journaled(Kept kept, byte[] bytes) {
    Post post = kept.post();
    Revision.Kind kind =
        kept.states().isEmpty()
            ? Revision.Kind.IMPORTED
            : kept.states().getLast().revision().kind();
    String name = kept.states().isEmpty() ? "" : kept.states().getLast().revision().name();
    Instant changed = post.changed();
    Journal journal = journals.of(post.id(), 0);
    long sequence = journal.saved(bytes, kind, name, changed, post.created());
    return kept.binned().isPresent() ? journal.binned(kept.binned()) : sequence;
  }
}
