package galley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a library's one row says of all the others.
 *
 * @param sequence grows by one with every change of the library
 * @param postDigest of the seals of all posts
 * @param events and texts of reviews
 * @param revisionDigest of the seals of all revisions
 * @param eventDigest of the seals of all events and texts of reviews
 */
record Totals(
    long sequence,
    int posts,
    int revisions,
    int events,
    String postDigest,
    String revisionDigest,
    String eventDigest) {
  static final Totals EMPTY =
      new Totals(0, 0, 0, 0, Digest.NOTHING, Digest.NOTHING, Digest.NOTHING);

  static void create(Connection connection, UUID name, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO library (id, name, sequence, posts, revisions, post_digest,
              revision_digest, created)
            VALUES (1, ?, 0, 0, 0, ?, ?, ?)
            """)) {
      insert.setObject(1, name);
      insert.setString(2, Digest.NOTHING);
      insert.setString(3, Digest.NOTHING);
      insert.setObject(4, Posts.time(now));
      insert.executeUpdate();
    }
  }

  /** The library's id, which tells its backups from another library's. */
  static UUID library(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT name FROM library WHERE id = 1")) {
      if (!result.next()) {
        throw new SQLException("The library's own row is missing");
      }
      return result.getObject(1, UUID.class);
    }
  }

  static void library(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE library SET name = ? WHERE id = 1")) {
      update.setObject(1, id);
      update.executeUpdate();
    }
  }

  static Totals read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                """
                SELECT sequence, posts, revisions, events, post_digest, revision_digest,
                  event_digest
                FROM library WHERE id = 1
                """)) {
      if (!result.next()) {
        throw new SQLException("The library's own row is missing");
      }
      return new Totals(
          result.getLong(1),
          result.getInt(2),
          result.getInt(3),
          result.getInt(4),
          result.getString(5),
          result.getString(6),
          result.getString(7));
    }
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE library SET sequence = ?, posts = ?, revisions = ?, events = ?, post_digest = ?,
              revision_digest = ?, event_digest = ?
            WHERE id = 1
            """)) {
      update.setLong(1, sequence);
      update.setInt(2, posts);
      update.setInt(3, revisions);
      update.setInt(4, events);
      update.setString(5, postDigest);
      update.setString(6, revisionDigest);
      update.setString(7, eventDigest);
      update.executeUpdate();
    }
  }

  Totals next() {
    return at(sequence + 1);
  }

  Totals at(long otherSequence) {
    return new Totals(
        otherSequence, posts, revisions, events, postDigest, revisionDigest, eventDigest);
  }

  /** With one post's seal taken out and another put in. */
  Totals post(Optional<String> before, Optional<String> after) {
    return new Totals(
        sequence,
        posts + (after.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0),
        revisions,
        events,
        turned(postDigest, before, after),
        revisionDigest,
        eventDigest);
  }

  /** With one revision's seal taken out and another put in. */
  Totals revision(Optional<String> before, Optional<String> after) {
    return new Totals(
        sequence,
        posts,
        revisions + (after.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0),
        events,
        postDigest,
        turned(revisionDigest, before, after),
        eventDigest);
  }

  /** With one event or text of a review put in, or taken out. */
  Totals event(String seal, boolean in) {
    return new Totals(
        sequence,
        posts,
        revisions,
        events + (in ? 1 : -1),
        postDigest,
        revisionDigest,
        new Digest(eventDigest).turn(seal).toString());
  }

  private static String turned(String digest, Optional<String> before, Optional<String> after) {
    Digest sum = new Digest(digest);
    before.ifPresent(sum::turn);
    after.ifPresent(sum::turn);
    return sum.toString();
  }
}
