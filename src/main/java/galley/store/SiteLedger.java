package galley.store;

import galley.post.SiteJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes the facts of sites and the totals, inside a transaction of the caller. */
final class SiteLedger {
  private final Connection connection;
  private Totals totals;

  /** Counts one step on for everything that is done through this ledger. */
  SiteLedger(Connection connection) throws SQLException {
    this.connection = connection;
    totals = Totals.read(connection).next();
  }

  /**
   * Takes facts in, those of the same kind and name in the place of others.
   *
   * @param journalSequence of the record that has them
   */
  void put(UUID site, List<SiteFact> facts, long journalSequence) throws SQLException {
    SiteRows.seen(connection, site, journalSequence);
    for (SiteFact fact : facts) {
      switch (fact.kind()) {
        case SiteFact.SITE -> site(site, fact);
        case SiteFact.POST -> post(site, fact);
        default -> replace(site, fact);
      }
    }
    totals.write(connection);
  }

  /** Takes a post that is deleted for good from the site that has it. */
  static Totals without(Connection connection, UUID post, Totals totals) throws SQLException {
    Totals after = totals;
    for (SiteRows.Row row : SiteRows.named(connection, SiteFact.POST, post.toString())) {
      after = after.site(row.seal(), false);
      SiteRows.delete(connection, row.site(), row.kind(), row.name());
    }
    return after;
  }

  private void site(UUID site, SiteFact fact) throws SQLException {
    if (!fact.isGone()) {
      replace(site, fact);
      SiteRows.usePictures(connection, site, SiteJson.read(site, fact.content()).pictures());
      return;
    }
    for (SiteRows.Row row : SiteRows.of(connection, site, "")) {
      remove(row);
    }
    SiteRows.delete(connection, site);
  }

  /** A post has one site: of two that journals name, the one it came to later. */
  private void post(UUID site, SiteFact fact) throws SQLException {
    if (!fact.isGone()) {
      for (SiteRows.Row other : SiteRows.named(connection, SiteFact.POST, fact.name())) {
        if (!other.site().equals(site)) {
          if (Since.of(other.content().orElse("")) > Since.of(fact.content())) {
            return;
          }
          remove(other);
        }
      }
    }
    replace(site, fact);
  }

  private void replace(UUID site, SiteFact fact) throws SQLException {
    Optional<SiteRows.Row> before = SiteRows.find(connection, site, fact.kind(), fact.name());
    if (before.isPresent()) {
      remove(before.get());
    }
    if (!fact.isGone()) {
      SiteRows.insert(connection, site, fact);
      totals = totals.site(fact.seal(site), true);
    }
  }

  private void remove(SiteRows.Row row) throws SQLException {
    totals = totals.site(row.seal(), false);
    SiteRows.delete(connection, row.site(), row.kind(), row.name());
  }

  /** The library's sequence when a post came to a site. */
  static final class Since {
    private static final String BEGIN = "{\"since\":";

    private Since() {}

    static String text(long sequence) {
      return BEGIN + sequence + "}";
    }

    /** 0 where there is none that can be read. */
    static long of(String content) {
      return content.matches("\\{\"since\":[0-9]{1,18}\\}")
          ? Long.parseLong(content.substring(BEGIN.length(), content.length() - 1))
          : 0;
    }
  }
}
