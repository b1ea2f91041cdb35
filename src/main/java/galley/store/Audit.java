package galley.store;

import galley.asset.Messages;
import galley.post.SiteJson;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.DataFormatException;

/**
 * Compares a database with its own fingerprints.
 *
 * @param library its id
 * @param totals what the database says of itself
 * @param posts read
 * @param revisions read
 * @param events and texts of reviews read
 * @param sites facts about sites read
 * @param journals the journal sequence that each post and each site contains
 * @param pictures the fingerprints of all pictures it refers to
 * @param problems what does not agree
 */
record Audit(
    UUID library,
    Totals totals,
    int posts,
    int revisions,
    int events,
    int sites,
    Map<UUID, Long> journals,
    List<String> pictures,
    List<Problem> problems) {

  boolean isGood() {
    return problems.isEmpty();
  }

  /** Why the database can't be used, as a clause; nothing where all of it is good. */
  Optional<String> trouble() {
    return isGood()
        ? Optional.empty()
        : Optional.of(Messages.text("store.audit.trouble", problems.size()));
  }

  /** Compares the rows of all posts, but no text: quick enough for every opening. */
  static Optional<String> glance(Connection connection) throws SQLException {
    Totals totals = Totals.read(connection);
    List<Posts.Sealed> rows = Posts.all(connection);
    Digest digest = new Digest(Digest.NOTHING);
    for (Posts.Sealed sealed : rows) {
      if (!sealed.isWhole()) {
        return Optional.of(Messages.text("store.audit.row", sealed.row().listed().slug()));
      }
      digest.turn(sealed.seal());
    }
    if (rows.size() != totals.posts() || !digest.toString().equals(totals.postDigest())) {
      return Optional.of(Messages.text("store.audit.count", rows.size(), totals.posts()));
    }
    return Optional.empty();
  }

  /** Reads everything there is. */
  static Audit run(Connection connection, Progress progress) throws SQLException {
    UUID library = Totals.library(connection);
    Totals totals = Totals.read(connection);
    List<Problem> problems = new ArrayList<>();
    Map<UUID, Long> journals = new TreeMap<>();
    Digest postDigest = new Digest(Digest.NOTHING);
    Digest revisionDigest = new Digest(Digest.NOTHING);
    List<Posts.Sealed> posts = Posts.all(connection);
    int revisions = 0;
    for (int i = 0; i < posts.size(); i++) {
      Posts.Sealed post = posts.get(i);
      postDigest.turn(post.seal());
      journals.put(post.row().id(), post.row().journalSequence());
      text(connection, post).ifPresent(problems::add);
      if (Posts.find(connection, post.row().id()).isEmpty()) {
        problems.add(textProblem(post)); // its row is there, and the index does not lead to it
      }
      List<Revisions.Sealed> rows = Revisions.of(connection, post.row().id());
      for (Revisions.Sealed row : rows) {
        revisions++;
        revisionDigest.turn(row.seal());
        if (!row.isWhole()) {
          problems.add(revisionProblem(post, row.row().revision().number()));
        }
      }
      history(connection, post).ifPresent(problems::add);
      progress.at(i + 1L, posts.size());
    }
    if (posts.size() != totals.posts() || !postDigest.toString().equals(totals.postDigest())) {
      problems.add(count(Messages.text("store.audit.count", posts.size(), totals.posts())));
    }
    if (revisions != totals.revisions()
        || !revisionDigest.toString().equals(totals.revisionDigest())
        || strays(connection) > 0) {
      problems.add(count(Messages.text("store.audit.revisions", revisions, totals.revisions())));
    }
    ReviewRows.Survey reviews = ReviewRows.survey(connection);
    for (UUID post : reviews.damaged()) {
      problems.add(reviewProblem(connection, post));
    }
    if (reviews.rows() != totals.events() || !reviews.digest().equals(totals.eventDigest())) {
      problems.add(count(Messages.text("store.audit.events", reviews.rows(), totals.events())));
    }
    SiteRows.Survey sites = SiteRows.survey(connection);
    for (UUID site : sites.damaged()) {
      problems.add(siteProblem(connection, site));
    }
    if (sites.facts() != totals.sites() || !sites.digest().equals(totals.siteDigest())) {
      problems.add(count(Messages.text("store.audit.sites", sites.facts(), totals.sites())));
    }
    journals.putAll(SiteRows.journals(connection));
    List<String> pictures = Posts.pictures(connection);
    return new Audit(
        library,
        totals,
        posts.size(),
        revisions,
        reviews.rows(),
        sites.facts(),
        journals,
        pictures,
        List.copyOf(problems));
  }

  private static Optional<Problem> text(Connection connection, Posts.Sealed post)
      throws SQLException {
    if (!post.isWhole()) {
      return Optional.of(textProblem(post));
    }
    try {
      byte[] text = Posts.text(connection, post.row().id());
      return Sha256.of(text).equals(post.row().draftSha256())
          ? Optional.empty()
          : Optional.of(textProblem(post));
    } catch (DataFormatException e) {
      return Optional.of(textProblem(post));
    }
  }

  private static Optional<Problem> history(Connection connection, Posts.Sealed post)
      throws SQLException {
    long[] last = {0};
    try {
      Revisions.walk(connection, post.row().id(), (row, text) -> last[0] = row.revision().number());
      return Optional.empty();
    } catch (DataFormatException e) {
      return Optional.of(revisionProblem(post, last[0] + 1));
    }
  }

  /** Rows that no post leads to, as damage to an index leaves them. */
  private static int strays(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT (SELECT COUNT(*) FROM revision) - (SELECT COUNT(*) FROM revision_text),
                  (SELECT COUNT(*) FROM post) - (SELECT COUNT(*) FROM post_text)
                """);
        ResultSet result = select.executeQuery()) {
      result.next();
      return Math.abs(result.getInt(1)) + Math.abs(result.getInt(2));
    }
  }

  private static Problem textProblem(Posts.Sealed post) {
    return new Problem(
        Messages.text("store.audit.text"),
        post.row().listed().slug(),
        Messages.text("store.audit.text.safe"),
        Messages.text("store.audit.next"));
  }

  private static Problem revisionProblem(Posts.Sealed post, long number) {
    return new Problem(
        Messages.text("store.audit.revision", number),
        post.row().listed().slug(),
        Messages.text("store.audit.revision.safe"),
        Messages.text("store.audit.next"));
  }

  private static Problem reviewProblem(Connection connection, UUID post) throws SQLException {
    return new Problem(
        Messages.text("store.audit.review"),
        Posts.find(connection, post).map(row -> row.row().listed().slug()).orElse(post.toString()),
        Messages.text("store.audit.review.safe"),
        Messages.text("store.audit.next"));
  }

  private static Problem siteProblem(Connection connection, UUID site) throws SQLException {
    String name =
        SiteRows.find(connection, site, SiteFact.SITE, "")
            .flatMap(SiteRows.Row::fact)
            .map(fact -> SiteJson.read(site, fact.content()).site().name())
            .orElse(site.toString());
    return new Problem(
        Messages.text("store.audit.site"),
        name,
        Messages.text("store.audit.site.safe"),
        Messages.text("store.audit.next"));
  }

  private static Problem count(String what) {
    return new Problem(
        what,
        Messages.text("store.audit.database"),
        Messages.text("store.audit.text.safe"),
        Messages.text("store.audit.next"));
  }
}
