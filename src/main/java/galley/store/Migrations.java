package galley.store;

import galley.asset.Assets;
import galley.asset.Messages;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbered files of {@code assets/sql}, run in their order, each once, with its fingerprint.
 */
final class Migrations {
  private static final List<String> NAMES = List.of("001-library", "002-review", "003-sites");
  private static final Migrations SHIPPED = new Migrations(NAMES.stream().map(Step::of).toList());

  private final List<Step> steps;

  Migrations(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** One file of commands. */
  record Step(int number, String name, String sql) {
    static Step of(String name) {
      return new Step(
          Integer.parseInt(name.substring(0, 3)), name, Assets.text("sql/" + name + ".sql"));
    }

    String checksum() {
      return Sha256.of(sql);
    }
  }

  /** Those that travel with the program. */
  static Migrations shipped() {
    return SHIPPED;
  }

  int newest() {
    return steps.getLast().number();
  }

  /**
   * The number of the last step a database has.
   *
   * @return 0 for an empty one
   * @throws StoreException when it has steps this program does not know
   * @throws SQLException when its list of steps is damaged: no Galley, however new, lets one out or
   *     changes one
   */
  int version(Connection connection) throws SQLException {
    Map<Integer, String> applied = applied(connection);
    int version = applied.keySet().stream().max(Integer::compare).orElse(0);
    for (Step step : steps) {
      if (step.number() <= version && !step.checksum().equals(applied.get(step.number()))) {
        throw new SQLException(Messages.text("store.steps-damaged"));
      }
    }
    if (version > newest()) {
      throw new StoreException(
          StoreException.Kind.NEWER, Messages.text("store.newer", version, newest()), null);
    }
    return version;
  }

  /** Runs what is missing, each step in its own transaction. */
  void run(Connection connection, Instant now) throws SQLException {
    int version = version(connection);
    boolean automatic = connection.getAutoCommit();
    connection.setAutoCommit(false);
    for (Step step : steps) {
      if (step.number() > version) {
        apply(connection, step, now);
      }
    }
    connection.setAutoCommit(automatic);
  }

  private static void apply(Connection connection, Step step, Instant now) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS migration (
            number INTEGER PRIMARY KEY,
            name VARCHAR(200) NOT NULL,
            checksum VARCHAR(64) NOT NULL,
            applied TIMESTAMP(6) WITH TIME ZONE NOT NULL
          )
          """);
      for (String command : step.sql().replaceAll("(?m)^--.*$", "").split(";\\s*(?:\n|$)")) {
        if (!command.isBlank()) {
          statement.execute(command);
        }
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO migration (number, name, checksum, applied) VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, step.number());
      insert.setString(2, step.name());
      insert.setString(3, step.checksum());
      insert.setObject(4, Posts.time(now));
      insert.executeUpdate();
    }
    connection.commit();
  }

  private static Map<Integer, String> applied(Connection connection) throws SQLException {
    Map<Integer, String> applied = new TreeMap<>();
    try (ResultSet tables = connection.getMetaData().getTables(null, null, "MIGRATION", null)) {
      if (!tables.next()) {
        return applied;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT number, checksum FROM migration")) {
      while (result.next()) {
        applied.put(result.getInt(1), result.getString(2));
      }
    }
    return applied;
  }
}
