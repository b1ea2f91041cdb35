package galley.store;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.Post;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;

/**
 * Reads posts and revisions and compares each with its fingerprint. A text that does not agree is
 * looked for in its newest revision and in its journal, by its fingerprint, before it is given up.
 */
final class Reading {
  private final Connection connection;
  private final Journals journals;

  Reading(Connection connection, Journals journals) {
    this.connection = connection;
    this.journals = journals;
  }

  Optional<Post> post(UUID id) throws SQLException {
    Optional<Posts.Sealed> found = Posts.find(connection, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PostRow row = found.get().row();
    byte[] text = stored(row).or(() -> journaled(row)).orElseThrow(() -> damaged(row));
    return Optional.of(post(row, text));
  }

  Draft revision(UUID id) throws SQLException {
    RevisionRow row = revisionRow(connection, id).row();
    try {
      return DraftBytes.draft(Revisions.text(connection, row));
    } catch (DataFormatException e) {
      throw new StoreException(
          StoreException.Kind.DAMAGED,
          Messages.text("store.damaged.revision", row.revision().number()),
          e);
    }
  }

  static Revisions.Sealed revisionRow(Connection connection, UUID id) throws SQLException {
    return Revisions.find(connection, id)
        .orElseThrow(() ->
            new StoreException(
                StoreException.Kind.UNKNOWN, Messages.text("store.unknown.revision", id), null));
  }

  /** The post of a row that was read, where its text agrees with its fingerprint. Any thread. */
  static Optional<Post> post(Posts.Stored stored) {
    PostRow row = stored.row;
    try {
      byte[] text = Difference.text(stored.text);
      return Sha256.of(text).equals(row.draftSha256())
          ? Optional.of(post(row, text))
          : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    }
  }

  private static Post post(PostRow row, byte[] text) {
    return new Post(
        row.id(), DraftBytes.draft(text), row.version(), row.created(), row.listed().changed());
  }

  private Optional<byte[]> stored(PostRow row) throws SQLException {
    try {
      byte[] text = Posts.text(connection, row.id());
      if (Sha256.of(text).equals(row.draftSha256())) {
        return Optional.of(text);
      }
    } catch (DataFormatException e) {
      return newest(row);
    }
    return newest(row);
  }

  private Optional<byte[]> newest(PostRow row) throws SQLException {
    Optional<Revisions.Sealed> newest = Revisions.newest(connection, row.id());
    if (newest.isEmpty() || !newest.get().row().draftSha256().equals(row.draftSha256())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Revisions.text(connection, newest.get().row()));
    } catch (DataFormatException e) {
      return Optional.empty();
    }
  }

  /** The journal's newest text where the post does not contain it. */
  Optional<Draft> unsaved(UUID id) throws SQLException {
    Optional<PostRow> found = Posts.find(connection, id).map(Posts.Sealed::row);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PostRow row = found.get();
    return journals
        .of(id, row.journalSequence())
        .beyond(row.journalSequence())
        .filter(text -> !Sha256.of(text).equals(row.draftSha256()))
        .map(DraftBytes::draft);
  }

  private Optional<byte[]> journaled(PostRow row) {
    return journals
        .of(row.id(), row.journalSequence())
        .last()
        .map(DraftBytes::of)
        .filter(text -> Sha256.of(text).equals(row.draftSha256()));
  }

  private static StoreException damaged(PostRow row) {
    return new StoreException(
        StoreException.Kind.DAMAGED,
        Messages.text("store.damaged.post", row.listed().headline()),
        null);
  }
}
