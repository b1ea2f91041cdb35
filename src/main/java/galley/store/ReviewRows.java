package galley.store;

import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;

/** The SQL of reviews; called on a database's own threads. */
final class ReviewRows {
  private static final String EVENT = "SELECT 1 FROM review_event WHERE post = ? AND sha256 = ?";
  private static final String TEXT = "SELECT 1 FROM review_text WHERE post = ? AND sha256 = ?";
  private static final String ROUND = "SELECT 1 FROM review_round WHERE post = ? AND sha256 = ?";

  private ReviewRows() {}

  /** A text half of a surrogate pair in, as a body may have, still has bytes. */
  static byte[] content(String text) {
    return text.getBytes(StandardCharsets.UTF_16BE);
  }

  static String eventSeal(UUID post, String sha256) {
    return Sha256.of(post + "\u001fevent\u001f" + sha256);
  }

  static String textSeal(UUID post, String sha256) {
    return Sha256.of(post + "\u001ftext\u001f" + sha256);
  }

  private static String seal(UUID post, byte[] bytes) {
    return Sha256.of(post + "\u001f" + Sha256.of(bytes));
  }

  /** Adds an event unless it is there. */
  static Optional<String> add(Connection connection, UUID post, ReviewEvent event)
      throws SQLException {
    byte[] line = ReviewEventJson.write(event).getBytes(StandardCharsets.UTF_8);
    String sha256 = Sha256.of(line);
    if (has(connection, EVENT, post, sha256)) {
      return Optional.empty();
    }
    String seal = eventSeal(post, sha256);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO review_event (post, sha256, event, seal) VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, post);
      insert.setString(2, sha256);
      insert.setBytes(3, line);
      insert.setString(4, seal);
      insert.executeUpdate();
    }
    return Optional.of(seal);
  }

  /** Adds a text unless it is there. */
  static Optional<String> add(Connection connection, UUID post, String sha256, String text)
      throws SQLException {
    if (has(connection, TEXT, post, sha256)) {
      return Optional.empty();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO review_text (post, sha256, content) VALUES (?, ?, ?)")) {
      insert.setObject(1, post);
      insert.setString(2, sha256);
      insert.setBytes(3, Difference.whole(content(text)));
      insert.executeUpdate();
    }
    return Optional.of(textSeal(post, sha256));
  }

  /** Adds a round unless it is there. */
  static void add(Connection connection, UUID post, Round round) throws SQLException {
    byte[] bytes = ReviewedJson.bytes(ReviewedJson.write(round));
    String sha256 = Sha256.of(bytes);
    if (has(connection, ROUND, post, sha256)) {
      return;
    }
    int number = 1 + count(connection, post);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO review_round (post, sha256, number, round, seal) VALUES (?, ?, ?, ?,"
                + " ?)")) {
      insert.setObject(1, post);
      insert.setString(2, sha256);
      insert.setInt(3, number);
      insert.setBytes(4, Difference.whole(bytes));
      insert.setString(5, seal(post, bytes));
      insert.executeUpdate();
    }
  }

  /** What of a review is not there yet; journals need no more than that. */
  static Reviewed fresh(Connection connection, UUID post, Reviewed more) throws SQLException {
    List<ReviewEvent> events = new ArrayList<>();
    for (ReviewEvent event : more.events()) {
      if (!has(connection, EVENT, post, Sha256.of(ReviewEventJson.write(event)))) {
        events.add(event);
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : more.texts().entrySet()) {
      if (!has(connection, TEXT, post, text.getKey())) {
        texts.put(text.getKey(), text.getValue());
      }
    }
    List<Round> rounds = new ArrayList<>();
    for (Round round : more.rounds()) {
      byte[] bytes = ReviewedJson.bytes(ReviewedJson.write(round));
      if (!has(connection, ROUND, post, Sha256.of(bytes))) {
        rounds.add(round);
      }
    }
    return new Reviewed(
        events,
        texts,
        more.placed(),
        rounds,
        more.openNotes(),
        PastStates.fresh(connection, more.past()));
  }

  static void place(Connection connection, UUID post, Placed placed) throws SQLException {
    byte[] bytes = ReviewedJson.bytes(ReviewedJson.write(placed));
    for (String command :
        List.of(
            "UPDATE review_place SET places = ?, seal = ? WHERE post = ?",
            "INSERT INTO review_place (places, seal, post) VALUES (?, ?, ?)")) {
      try (PreparedStatement statement = connection.prepareStatement(command)) {
        statement.setBytes(1, Difference.whole(bytes));
        statement.setString(2, seal(post, bytes));
        statement.setObject(3, post);
        if (statement.executeUpdate() > 0) {
          return;
        }
      }
    }
  }

  /** The seals of all events and texts of a post. */
  static List<String> seals(Connection connection, UUID post) throws SQLException {
    List<String> seals = new ArrayList<>();
    for (String table : List.of("review_event", "review_text")) {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT sha256 FROM " + table + " WHERE post = ?")) {
        select.setObject(1, post);
        try (ResultSet result = select.executeQuery()) {
          while (result.next()) {
            String sha256 = result.getString(1);
            seals.add(
                table.equals("review_event") ? eventSeal(post, sha256) : textSeal(post, sha256));
          }
        }
      }
    }
    return seals;
  }

  /**
   * Everything that is kept of a post's review.
   *
   * @throws DataFormatException where an event does not agree with its fingerprint; damaged texts
   *     and places are left out, since both can be done without
   */
  static Reviewed of(Connection connection, UUID post, int openNotes)
      throws SQLException, DataFormatException {
    return new Reviewed(
        events(connection, post),
        texts(connection, post),
        placed(connection, post),
        rounds(connection, post),
        openNotes);
  }

  /** As {@link #of}, without what is damaged. */
  static Reviewed good(Connection connection, UUID post, int openNotes) throws SQLException {
    List<ReviewEvent> events = new ArrayList<>();
    read(connection, post, events::add, _ -> {});
    List<Round> rounds;
    try {
      rounds = rounds(connection, post);
    } catch (DataFormatException e) {
      rounds = List.of(); // a packet then says that no state is common
    }
    return new Reviewed(
        events, texts(connection, post), placed(connection, post), rounds, openNotes);
  }

  static List<ReviewEvent> events(Connection connection, UUID post)
      throws SQLException, DataFormatException {
    List<ReviewEvent> events = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    read(connection, post, events::add, damaged::add);
    if (!damaged.isEmpty()) {
      throw new DataFormatException("An event does not agree with its fingerprint");
    }
    return events;
  }

  private static void read(
      Connection connection, UUID post, Consumer<ReviewEvent> good, Consumer<String> damaged)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT event, sha256, seal FROM review_event WHERE post = ? ORDER BY sha256")) {
      select.setObject(1, post);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          String sha256 = result.getString(2);
          try {
            byte[] line = Posts.bytes(result, 1);
            if (Sha256.of(line).equals(sha256)
                && eventSeal(post, sha256).equals(result.getString(3))) {
              good.accept(event(line));
            } else {
              damaged.accept(sha256);
            }
          } catch (DataFormatException e) {
            damaged.accept(sha256);
          }
        }
      }
    }
  }

  private static ReviewEvent event(byte[] line) throws DataFormatException {
    try {
      return ReviewEventJson.read(new String(line, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private static Map<String, String> texts(Connection connection, UUID post) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT sha256, content FROM review_text WHERE post = ? ORDER BY sha256")) {
      select.setObject(1, post);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          text(result).ifPresent(text -> texts.put(Sha256.of(text), text));
        }
      }
    }
    return texts;
  }

  /** A text by its fingerprint; empty where it is not there or damaged. */
  static String text(Connection connection, UUID post, String sha256) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT sha256, content FROM review_text WHERE post = ? AND sha256 = ?")) {
      select.setObject(1, post);
      select.setString(2, sha256);
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? text(result).orElse("") : "";
      }
    }
  }

  /** A text; nothing where it does not agree with its fingerprint. */
  private static Optional<String> text(ResultSet result) throws SQLException {
    try {
      String text = new String(Difference.text(Posts.bytes(result, 2)), StandardCharsets.UTF_16BE);
      return Sha256.of(text).equals(result.getString(1)) ? Optional.of(text) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    }
  }

  /** The body that annotations are placed in; empty where there are none. */
  static String placedText(Connection connection, UUID post) throws SQLException {
    return placed(connection, post).map(Placed::text).orElse("");
  }

  private static Optional<Placed> placed(Connection connection, UUID post) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT places, seal FROM review_place WHERE post = ?")) {
      select.setObject(1, post);
      try (ResultSet result = select.executeQuery()) {
        if (!result.next()) {
          return Optional.empty();
        }
        byte[] bytes = Difference.text(Posts.bytes(result, 1));
        return seal(post, bytes).equals(result.getString(2))
            ? Optional.of(ReviewedJson.placed(ReviewedJson.node(bytes)))
            : Optional.empty();
      }
    } catch (DataFormatException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static List<Round> rounds(Connection connection, UUID post)
      throws SQLException, DataFormatException {
    List<Round> rounds = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT round, seal FROM review_round WHERE post = ? ORDER BY number")) {
      select.setObject(1, post);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          byte[] bytes = Difference.text(Posts.bytes(result, 1));
          if (!seal(post, bytes).equals(result.getString(2))) {
            throw new DataFormatException("A round does not agree with its fingerprint");
          }
          rounds.add(ReviewedJson.round(ReviewedJson.node(bytes)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
    return rounds;
  }

  /** What a look through all reviews found. */
  record Survey(int rows, String digest, List<UUID> damaged) {}

  /** Reads every event, text, place and round there is. */
  static Survey survey(Connection connection) throws SQLException {
    Digest digest = new Digest(Digest.NOTHING);
    List<UUID> damaged = new ArrayList<>();
    int rows = 0;
    for (UUID post : posts(connection)) {
      List<String> seals = seals(connection, post);
      seals.forEach(digest::turn);
      rows += seals.size();
      try {
        int texts = texts(connection, post).size();
        int events = events(connection, post).size();
        rounds(connection, post);
        if (events + texts != seals.size()) {
          damaged.add(post);
        }
      } catch (DataFormatException e) {
        damaged.add(post);
      }
    }
    return new Survey(rows, digest.toString(), damaged);
  }

  private static List<UUID> posts(Connection connection) throws SQLException {
    List<UUID> posts = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT post FROM review_event UNION SELECT post FROM review_text
                UNION SELECT post FROM review_round
                """);
        ResultSet result = select.executeQuery()) {
      while (result.next()) {
        posts.add(result.getObject(1, UUID.class));
      }
    }
    return posts;
  }

  private static int count(Connection connection, UUID post) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT COUNT(*) FROM review_round WHERE post = ?")) {
      select.setObject(1, post);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    }
  }

  private static boolean has(Connection connection, String query, UUID post, String sha256)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, post);
      select.setString(2, sha256);
      try (ResultSet result = select.executeQuery()) {
        return result.next();
      }
    }
  }

  private static DataFormatException damaged(Exception cause) {
    DataFormatException damaged = new DataFormatException(cause.getMessage());
    damaged.initCause(cause);
    return damaged;
  }
}
