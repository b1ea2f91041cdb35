package galley.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.DataFormatException;

/** The SQL of sites and their facts; called on a database's own threads. */
final class SiteRows {
  private SiteRows() {}

  /** How far each site's journal is contained in its rows. */
  static Map<UUID, Long> journals(Connection connection) throws SQLException {
    Map<UUID, Long> journals = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, journal_sequence FROM site");
        ResultSet result = select.executeQuery()) {
      while (result.next()) {
        journals.put(result.getObject(1, UUID.class), result.getLong(2));
      }
    }
    return journals;
  }

  /** How far a site's journal is contained; nothing where there is no such site. */
  static Optional<Long> journal(Connection connection, UUID site) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT journal_sequence FROM site WHERE id = ?")) {
      select.setObject(1, site);
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
      }
    }
  }

  /** Notes how far the journal is contained; makes the site where there is none. */
  static void seen(Connection connection, UUID site, long sequence) throws SQLException {
    for (String command :
        List.of(
            "UPDATE site SET journal_sequence = ? WHERE id = ?",
            "INSERT INTO site (journal_sequence, id) VALUES (?, ?)")) {
      try (PreparedStatement statement = connection.prepareStatement(command)) {
        statement.setLong(1, sequence);
        statement.setObject(2, site);
        if (statement.executeUpdate() > 0) {
          return;
        }
      }
    }
  }

  /** A fact with the seal it was written with; the content may be damaged. */
  record Row(UUID site, String kind, String name, Optional<String> content, String seal) {
    /** The fact, where it agrees with its seal. */
    Optional<SiteFact> fact() {
      return content
          .map(text -> new SiteFact(kind, name, text))
          .filter(fact -> fact.seal(site).equals(seal));
    }
  }

  /** All facts of a kind of a site, by name; an empty kind means all kinds. */
  static List<Row> of(Connection connection, UUID site, String kind) throws SQLException {
    String query =
        "SELECT site, kind, name, content, seal FROM site_fact WHERE site = ? "
            + (kind.isEmpty() ? "" : "AND kind = ? ")
            + "ORDER BY kind, name";
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, site);
      if (!kind.isEmpty()) {
        select.setString(2, kind);
      }
      return rows(select);
    }
  }

  static Optional<Row> find(Connection connection, UUID site, String kind, String name)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT site, kind, name, content, seal FROM site_fact
            WHERE site = ? AND kind = ? AND name = ?
            """)) {
      select.setObject(1, site);
      select.setString(2, kind);
      select.setString(3, name);
      return rows(select).stream().findFirst();
    }
  }

  /** Facts of a kind and name, whatever the site. */
  static List<Row> named(Connection connection, String kind, String name) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT site, kind, name, content, seal FROM site_fact WHERE kind = ? AND name = ?
            ORDER BY site
            """)) {
      select.setString(1, kind);
      select.setString(2, name);
      return rows(select);
    }
  }

  /** The posts that sites have for their own, by site. */
  static Map<UUID, Set<UUID>> posts(Connection connection) throws SQLException {
    Map<UUID, Set<UUID>> posts = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT site, name FROM site_fact WHERE kind = ?")) {
      select.setString(1, SiteFact.POST);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          posts
              .computeIfAbsent(result.getObject(1, UUID.class), _ -> new HashSet<>())
              .add(UUID.fromString(result.getString(2)));
        }
      }
    }
    return posts;
  }

  static void insert(Connection connection, UUID site, SiteFact fact) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO site_fact (site, kind, name, content, seal) VALUES (?, ?, ?, ?, ?)")) {
      insert.setObject(1, site);
      insert.setString(2, fact.kind());
      insert.setString(3, fact.name());
      insert.setBytes(4, Difference.whole(fact.bytes()));
      insert.setString(5, fact.seal(site));
      insert.executeUpdate();
    }
  }

  static void delete(Connection connection, UUID site, String kind, String name)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM site_fact WHERE site = ? AND kind = ? AND name = ?")) {
      delete.setObject(1, site);
      delete.setString(2, kind);
      delete.setString(3, name);
      delete.executeUpdate();
    }
  }

  /** Deletes a site that has no facts any more. */
  static void delete(Connection connection, UUID site) throws SQLException {
    for (String command :
        List.of("DELETE FROM site_picture WHERE site = ?", "DELETE FROM site WHERE id = ?")) {
      try (PreparedStatement delete = connection.prepareStatement(command)) {
        delete.setObject(1, site);
        delete.executeUpdate();
      }
    }
  }

  /** Remembers the pictures a site uses; a use is forgotten only with the site. */
  static void usePictures(Connection connection, UUID site, List<String> hashes)
      throws SQLException {
    for (String hash : hashes) {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT 1 FROM site_picture WHERE site = ? AND sha256 = ?")) {
        select.setObject(1, site);
        select.setString(2, hash);
        if (select.executeQuery().next()) {
          continue;
        }
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO site_picture (site, sha256) VALUES (?, ?)")) {
        insert.setObject(1, site);
        insert.setString(2, hash);
        insert.executeUpdate();
      }
    }
  }

  /** What a look through all facts found. */
  record Survey(int facts, String digest, List<UUID> damaged) {}

  /** Reads every fact there is. */
  static Survey survey(Connection connection) throws SQLException {
    Digest digest = new Digest(Digest.NOTHING);
    List<UUID> damaged = new ArrayList<>();
    int facts = 0;
    for (UUID site : journals(connection).keySet()) {
      List<Row> rows = of(connection, site, "");
      for (Row row : rows) {
        if (row.fact().isPresent()) { // a seal that is damaged may be no seal at all
          digest.turn(row.seal());
        }
        facts++;
      }
      boolean named =
          rows.stream().anyMatch(row -> row.kind().equals(SiteFact.SITE) && row.name().isEmpty());
      if (!named || rows.stream().anyMatch(row -> row.fact().isEmpty())) {
        damaged.add(site);
      }
    }
    return new Survey(facts, digest.toString(), damaged);
  }

  private static List<Row> rows(PreparedStatement select) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet result = select.executeQuery()) {
      while (result.next()) {
        rows.add(
            new Row(
                result.getObject(1, UUID.class),
                result.getString(2),
                result.getString(3),
                content(result),
                result.getString(5)));
      }
    }
    return rows;
  }

  private static Optional<String> content(ResultSet result) throws SQLException {
    try {
      byte[] bytes = Difference.text(Posts.bytes(result, 4));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (DataFormatException e) {
      return Optional.empty();
    }
  }
}
