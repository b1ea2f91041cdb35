package galley.store;

import galley.post.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of posts and their texts; called on a database's own threads. */
final class Posts {
  private static final String COLUMNS =
      """
      SELECT id, slug, headline, first_words, stage, section, tags, words, open_notes, created,
        changed, binned, version, sequence, journal_sequence, body_sha256, draft_sha256, seal
      FROM post
      """;

  private static final String STORED =
      COLUMNS.replace("FROM post", ", draft FROM post JOIN post_text ON post_text.post = post.id")
          + "WHERE post.id = ANY(?)";

  private Posts() {}

  /** A row, and the seal it was written with. */
  record Sealed(PostRow row, String seal) {
    boolean isWhole() {
      return row.seal().equals(seal);
    }
  }

  /** Every row, the one changed last first. */
  static List<Sealed> all(Connection connection) throws SQLException {
    List<Sealed> rows = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(COLUMNS + "ORDER BY sequence DESC");
        ResultSet result = select.executeQuery()) {
      while (result.next()) {
        rows.add(row(result));
      }
    }
    return rows;
  }

  static Optional<Sealed> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
      select.setObject(1, id);
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? Optional.of(row(result)) : Optional.empty();
      }
    }
  }

  /** A row with its text as it is stored. */
  static final class Stored {
    final PostRow row;
    final byte[] text;

    Stored(PostRow row, byte[] text) {
      this.row = row;
      this.text = text;
    }
  }

  /** Rows with their texts, in any order; those that are not there are left out. */
  static List<Stored> stored(Connection connection, Collection<UUID> ids) throws SQLException {
    List<Stored> all = new ArrayList<>(ids.size());
    try (PreparedStatement select = connection.prepareStatement(STORED)) {
      select.setObject(1, ids.toArray(UUID[]::new));
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          byte[] text = result.getBytes(19);
          all.add(new Stored(row(result).row(), text == null ? new byte[0] : text));
        }
      }
    }
    return all;
  }

  /** How far each post's journal is contained in its row. */
  static Map<UUID, Long> journals(Connection connection) throws SQLException {
    Map<UUID, Long> journals = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, journal_sequence FROM post");
        ResultSet result = select.executeQuery()) {
      while (result.next()) {
        journals.put(result.getObject(1, UUID.class), result.getLong(2));
      }
    }
    return journals;
  }

  static Optional<UUID> bySlug(Connection connection, String slug) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM post WHERE slug_key = ?")) {
      select.setString(1, PostRow.slugKey(slug));
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? Optional.of(result.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  /** The slug, or the first of slug-2, slug-3 and so on that no other post has. */
  static String freeSlug(Connection connection, String slug, UUID id) throws SQLException {
    String free = slug;
    for (int number = 2; ; number++) {
      Optional<UUID> holder = bySlug(connection, free);
      if (holder.isEmpty() || holder.get().equals(id)) {
        return free;
      }
      free = slug + "-" + number;
    }
  }

  static void insert(Connection connection, PostRow row, byte[] draft) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO post (slug, slug_key, headline, first_words, stage, section, tags, words,
              open_notes, created, changed, binned, version, sequence, journal_sequence,
              body_sha256, draft_sha256, seal, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      fill(insert, row);
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO post_text (post, draft) VALUES (?, ?)")) {
      insert.setObject(1, row.id());
      insert.setBytes(2, Difference.whole(draft));
      insert.executeUpdate();
    }
  }

  static void update(Connection connection, PostRow row) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE post SET slug = ?, slug_key = ?, headline = ?, first_words = ?, stage = ?,
              section = ?, tags = ?, words = ?, open_notes = ?, created = ?, changed = ?,
              binned = ?, version = ?, sequence = ?, journal_sequence = ?, body_sha256 = ?,
              draft_sha256 = ?, seal = ?
            WHERE id = ?
            """)) {
      fill(update, row);
      update.executeUpdate();
    }
  }

  static void updateText(Connection connection, UUID id, byte[] draft) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE post_text SET draft = ? WHERE post = ?")) {
      update.setBytes(1, Difference.whole(draft));
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  /** The draft's bytes, or why they can't be had. */
  static byte[] text(Connection connection, UUID id) throws SQLException, DataFormatException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT draft FROM post_text WHERE post = ?")) {
      select.setObject(1, id);
      try (ResultSet result = select.executeQuery()) {
        if (!result.next()) {
          throw new DataFormatException("The text is not there");
        }
        return Difference.text(bytes(result, 1));
      }
    }
  }

  /** The bytes of a column that always has some; damage to the database can leave it empty. */
  @SuppressWarnings("NullAway") // what the driver returns is not annotated
  static byte[] bytes(ResultSet result, int column) throws SQLException, DataFormatException {
    byte[] bytes = result.getBytes(column);
    if (bytes == null) {
      throw new DataFormatException("There is nothing in the row");
    }
    return bytes;
  }

  /** Deletes a post with its text, revisions and picture uses. */
  static void delete(Connection connection, UUID id) throws SQLException {
    for (String command :
        List.of(
            "DELETE FROM revision_text WHERE revision IN (SELECT id FROM revision WHERE post = ?)",
            "DELETE FROM revision WHERE post = ?",
            "DELETE FROM review_event WHERE post = ?",
            "DELETE FROM review_text WHERE post = ?",
            "DELETE FROM review_place WHERE post = ?",
            "DELETE FROM review_round WHERE post = ?",
            "DELETE FROM picture_use WHERE post = ?",
            "DELETE FROM post_text WHERE post = ?",
            "DELETE FROM post WHERE id = ?")) {
      try (PreparedStatement delete = connection.prepareStatement(command)) {
        delete.setObject(1, id);
        delete.executeUpdate();
      }
    }
  }

  /** Remembers the pictures a post uses; a use is forgotten only with the post. */
  static void usePictures(Connection connection, UUID id, List<String> hashes) throws SQLException {
    Set<String> missing = new LinkedHashSet<>(hashes); // one picture may stand under two names
    try (PreparedStatement select =
        connection.prepareStatement("SELECT sha256 FROM picture_use WHERE post = ?")) {
      select.setObject(1, id);
      try (ResultSet known = select.executeQuery()) {
        while (known.next()) {
          missing.remove(known.getString(1));
        }
      }
    }
    for (String hash : missing) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO picture_use (post, sha256) VALUES (?, ?)")) {
        insert.setObject(1, id);
        insert.setString(2, hash);
        insert.executeUpdate();
      }
    }
  }

  /** The fingerprints of all pictures in use. */
  static List<String> pictures(Connection connection) throws SQLException {
    List<String> hashes = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT sha256 FROM picture_use UNION SELECT sha256 FROM site_picture
                ORDER BY sha256
                """);
        ResultSet result = select.executeQuery()) {
      while (result.next()) {
        hashes.add(result.getString(1));
      }
    }
    return hashes;
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet result, int column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static void fill(PreparedStatement statement, PostRow row) throws SQLException {
    PostRow.Listed listed = row.listed();
    statement.setString(1, listed.slug());
    statement.setString(2, row.slugKey());
    statement.setString(3, listed.headline());
    statement.setString(4, listed.firstWords());
    statement.setString(5, listed.stage().key());
    statement.setString(6, listed.section());
    statement.setString(7, JsonMapper.shared().writeValueAsString(listed.tags()));
    statement.setInt(8, listed.words());
    statement.setInt(9, listed.openNotes());
    statement.setObject(10, time(row.created()));
    statement.setObject(11, time(listed.changed()));
    statement.setObject(12, row.binned().map(Posts::time).orElse(null));
    statement.setLong(13, row.version());
    statement.setLong(14, row.sequence());
    statement.setLong(15, row.journalSequence());
    statement.setString(16, row.bodySha256());
    statement.setString(17, row.draftSha256());
    statement.setString(18, row.seal());
    statement.setObject(19, row.id());
  }

  private static Sealed row(ResultSet result) throws SQLException {
    String stage = result.getString(5);
    String tags = result.getString(7);
    PostRow.Listed listed =
        new PostRow.Listed(
            result.getString(2),
            result.getString(3),
            result.getString(4),
            Stage.of(stage).orElse(Stage.DRAFT), // an unknown stage breaks the seal, which is told
            result.getString(6),
            tags(tags),
            result.getInt(8),
            result.getInt(9),
            instant(result, 11));
    @Nullable OffsetDateTime binned = result.getObject(12, OffsetDateTime.class);
    PostRow row =
        new PostRow(
            result.getObject(1, UUID.class),
            listed,
            instant(result, 10),
            Optional.ofNullable(binned).map(OffsetDateTime::toInstant),
            result.getLong(13),
            result.getLong(14),
            result.getLong(15),
            result.getString(16),
            result.getString(17));
    return new Sealed(row, result.getString(18));
  }

  private static List<String> tags(String json) {
    try {
      return json.equals("[]")
          ? List.of()
          : List.of(JsonMapper.shared().readValue(json, String[].class));
    } catch (JacksonException e) {
      return List.of(json); // breaks the seal, which is told
    }
  }
}
