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
 * @param sites facts about sites
 * @param revisionDigest of the seals of all revisions
 * @param eventDigest of the seals of all events and texts of reviews
 * @param siteDigest of the seals of all facts about sites
 */
record Totals(
    long sequence,
    int posts,
    int revisions,
    int events,
    int sites,
    String postDigest,
    String revisionDigest,
    String eventDigest,
    String siteDigest) {

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
                SELECT sequence, posts, revisions, events, sites, post_digest, revision_digest,
                  event_digest, site_digest
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
          result.getInt(5),
          result.getString(6),
          result.getString(7),
          result.getString(8),
          result.getString(9));
    }
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE library SET sequence = ?, posts = ?, revisions = ?, events = ?, sites = ?,
              post_digest = ?, revision_digest = ?, event_digest = ?, site_digest = ?
            WHERE id = 1
            """)) {
      update.setLong(1, sequence);
      update.setInt(2, posts);
      update.setInt(3, revisions);
      update.setInt(4, events);
      update.setInt(5, sites);
      update.setString(6, postDigest);
      update.setString(7, revisionDigest);
      update.setString(8, eventDigest);
      update.setString(9, siteDigest);
      update.executeUpdate();
    }
  }

  Totals next() {
    return at(sequence + 1);
  }

  Totals at(long otherSequence) {
    return new Totals(
        otherSequence,
        posts,
        revisions,
        events,
        sites,
        postDigest,
        revisionDigest,
        eventDigest,
        siteDigest);
  }

  /** With one post's seal taken out and another put in. */
  Totals post(Optional<String> before, Optional<String> after) {
    return new Totals(
        sequence,
        posts + (after.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0),
        revisions,
        events,
        sites,
        turned(postDigest, before, after),
        revisionDigest,
        eventDigest,
        siteDigest);
  }

  /** With one revision's seal taken out and another put in. */
  Totals revision(Optional<String> before, Optional<String> after) {
    return new Totals(
        sequence,
        posts,
        revisions + (after.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0),
        events,
        sites,
        postDigest,
        turned(revisionDigest, before, after),
        eventDigest,
        siteDigest);
  }

  /** With one event or text of a review put in, or taken out. */
  Totals event(String seal, boolean in) {
    return new Totals(
        sequence,
        posts,
        revisions,
        events + (in ? 1 : -1),
        sites,
        postDigest,
        revisionDigest,
        new Digest(eventDigest).turn(seal).toString(),
        siteDigest);
  }

  /** With one fact about a site put in, or taken out. */
  Totals site(String seal, boolean in) {
    return new Totals(
        sequence,
        posts,
        revisions,
        events,
        sites + (in ? 1 : -1),
        postDigest,
        revisionDigest,
        eventDigest,
        new Digest(siteDigest).turn(seal).toString());
  }

  private static String turned(String digest, Optional<String> before, Optional<String> after) {
    Digest sum = new Digest(digest);
    before.ifPresent(sum::turn);
    after.ifPresent(sum::turn);
    return sum.toString();
  }
}
