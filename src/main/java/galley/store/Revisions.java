package galley.store;

import galley.post.Revision;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;

/**
 * The SQL of revisions; called on a database's own threads. A revision is stored as the difference
 * to the one before it, every {@value #WHOLE_EVERY}th whole.
 */
final class Revisions {
  static final int WHOLE_EVERY = 50;

  private static final String COLUMNS =
      """
      SELECT id, post, number, kept_at, kind, name, body_sha256, words, added, removed,
        draft_sha256, depth, seal
      FROM revision
      """;

  private Revisions() {}

  /** A row, and the seal it was written with. */
  record Sealed(RevisionRow row, String seal) {
    boolean isWhole() {
      return row.seal().equals(seal);
    }
  }

  /** A post's revisions, the newest first. */
  static List<Sealed> of(Connection connection, UUID post) throws SQLException {
    return select(connection, "WHERE post = ? ORDER BY number DESC", post);
  }

  /** As {@link #of}, without the seals. */
  static List<Revision> plain(Connection connection, UUID post) throws SQLException {
    return of(connection, post).stream().map(sealed -> sealed.row().revision()).toList();
  }

  static Optional<Sealed> find(Connection connection, UUID id) throws SQLException {
    return select(connection, "WHERE id = ?", id).stream().findFirst();
  }

  static Optional<Sealed> newest(Connection connection, UUID post) throws SQLException {
    return select(connection, "WHERE post = ? ORDER BY number DESC FETCH FIRST 1 ROWS ONLY", post)
        .stream()
        .findFirst();
  }

  static void insert(Connection connection, RevisionRow row, byte[] difference)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO revision (post, number, kept_at, kind, name, body_sha256, words, added,
              removed, draft_sha256, depth, seal, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      fill(insert, row);
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO revision_text (revision, difference) VALUES (?, ?)")) {
      insert.setObject(1, row.revision().id());
      insert.setBytes(2, difference);
      insert.executeUpdate();
    }
  }

  static void update(Connection connection, RevisionRow row) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE revision SET post = ?, number = ?, kept_at = ?, kind = ?, name = ?,
              body_sha256 = ?, words = ?, added = ?, removed = ?, draft_sha256 = ?, depth = ?,
              seal = ?
            WHERE id = ?
            """)) {
      fill(update, row);
      update.executeUpdate();
    }
  }

  static void updateText(Connection connection, UUID id, byte[] difference) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE revision_text SET difference = ? WHERE revision = ?")) {
      update.setBytes(1, difference);
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  static void delete(Connection connection, UUID id) throws SQLException {
    for (String command :
        List.of(
            "DELETE FROM revision_text WHERE revision = ?", "DELETE FROM revision WHERE id = ?")) {
      try (PreparedStatement delete = connection.prepareStatement(command)) {
        delete.setObject(1, id);
        delete.executeUpdate();
      }
    }
  }

  /** A revision's draft as bytes, its fingerprint checked. */
  static byte[] text(Connection connection, RevisionRow row)
      throws SQLException, DataFormatException {
    Deque<byte[]> differences = new ArrayDeque<>();
    boolean whole = false;
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT depth, difference FROM revision JOIN revision_text ON revision = id
            WHERE post = ? AND number <= ? ORDER BY number DESC
            """)) {
      select.setObject(1, row.revision().post());
      select.setLong(2, row.revision().number());
      select.setFetchSize(WHOLE_EVERY);
      try (ResultSet result = select.executeQuery()) {
        while (!whole && result.next()) {
          whole = result.getInt(1) == 0;
          differences.push(Posts.bytes(result, 2));
        }
      }
    }
    if (!whole) {
      throw new DataFormatException("The whole text it starts from is not there");
    }
    byte[] text = Difference.text(differences.pop());
    while (!differences.isEmpty()) {
      text = Difference.apply(text, differences.pop());
    }
    check(row, text);
    return text;
  }

  /** Hears every revision of a post with its text, the oldest first. */
  interface Reader {
    void read(RevisionRow row, byte[] text) throws SQLException, DataFormatException;
  }

  /** Reads all of a post's revisions in one walk, checking each fingerprint. */
  static void walk(Connection connection, UUID post, Reader reader)
      throws SQLException, DataFormatException {
    byte[] text = {};
    for (Sealed sealed : of(connection, post).reversed()) {
      byte[] difference = difference(connection, sealed.row().revision().id());
      text =
          sealed.row().depth() == 0
              ? Difference.text(difference)
              : Difference.apply(text, difference);
      check(sealed.row(), text);
      reader.read(sealed.row(), text);
    }
  }

  private static byte[] difference(Connection connection, UUID id)
      throws SQLException, DataFormatException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT difference FROM revision_text WHERE revision = ?")) {
      select.setObject(1, id);
      try (ResultSet result = select.executeQuery()) {
        if (!result.next()) {
          throw new DataFormatException("The text is not there");
        }
        return Posts.bytes(result, 1);
      }
    }
  }

  private static void check(RevisionRow row, byte[] text) throws DataFormatException {
    if (!Sha256.of(text).equals(row.draftSha256())) {
      throw new DataFormatException("The fingerprint differs");
    }
  }

  private static List<Sealed> select(Connection connection, String where, UUID id)
      throws SQLException {
    List<Sealed> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(COLUMNS + where)) {
      select.setObject(1, id);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
    }
    return rows;
  }

  private static Sealed row(ResultSet result) throws SQLException {
    Revision revision =
        new Revision(
            result.getObject(1, UUID.class),
            result.getObject(2, UUID.class),
            result.getLong(3),
            Posts.instant(result, 4),
            kind(result.getString(5)),
            result.getString(6),
            result.getString(7),
            result.getInt(8),
            result.getInt(9),
            result.getInt(10));
    return new Sealed(
        new RevisionRow(revision, result.getString(11), result.getInt(12)), result.getString(13));
  }

  private static Revision.Kind kind(String name) {
    for (Revision.Kind kind : Revision.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return Revision.Kind.COMMAND; // an unknown kind breaks the seal, which is told
  }

  private static void fill(PreparedStatement statement, RevisionRow row) throws SQLException {
    Revision revision = row.revision();
    statement.setObject(1, revision.post());
    statement.setLong(2, revision.number());
    statement.setObject(3, Posts.time(revision.at()));
    statement.setString(4, revision.kind().name());
    statement.setString(5, revision.name());
    statement.setString(6, revision.sha256());
    statement.setInt(7, revision.words());
    statement.setInt(8, revision.added());
    statement.setInt(9, revision.removed());
    statement.setString(10, row.draftSha256());
    statement.setInt(11, row.depth());
    statement.setString(12, row.seal());
    statement.setObject(13, revision.id());
  }
}
