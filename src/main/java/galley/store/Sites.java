package galley.store;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.KeptSite;
import galley.post.SiteJson;
import galley.text.Sha256;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The sites of a library, the posts that belong to them, and what was published. What a method
 * returned for is on the disk twice, in the database and in the site's journal. Every call waits
 * for the disk.
 */
public final class Sites {
  private final Vault vault;

  Sites(Vault vault) {
    this.vault = vault;
  }

  /** All sites by name. */
  public List<KeptSite> all() {
    return vault.read(this::all);
  }

  public Optional<KeptSite> site(UUID id) {
    return vault.read(connection -> site(connection, id));
  }

  /** Takes a new site in; its name must be free. */
  public KeptSite create(KeptSite site) {
    return vault.change(connection -> {
      free(connection, site);
      put(connection, site.site().id(), List.of(SiteFact.site(SiteJson.text(site))));
      return site;
    });
  }

  /**
   * Changes a site as it is at that moment.
   *
   * @return what it is now
   */
  public KeptSite change(UUID id, UnaryOperator<KeptSite> change) {
    return vault.change(connection -> {
      KeptSite before = site(connection, id).orElseThrow(() -> unknown(id));
      KeptSite after = change.apply(before);
      if (!after.equals(before)) {
        free(connection, after);
        put(connection, id, List.of(SiteFact.site(SiteJson.text(after))));
      }
      return after;
    });
  }

  /** Lets a site go with all that is known of what it published; its posts stay. */
  public void remove(UUID id) {
    vault.change(connection -> {
      needed(connection, id);
      put(connection, id, List.of(SiteFact.site("")));
      return true;
    });
    try {
      vault.journals().delete(id);
    } catch (IOException e) {
      throw Vault.notSaved(e);
    }
  }

  /** Gives posts to a site; they leave the site they had. */
  public void join(UUID id, Collection<UUID> posts) {
    vault.change(connection -> {
      needed(connection, id);
      String since = SiteLedger.Since.text(Totals.read(connection).sequence() + 1);
      Set<UUID> there = SiteRows.posts(connection).getOrDefault(id, Set.of());
      List<SiteFact> facts =
          posts.stream()
              .filter(post -> !there.contains(post))
              .distinct()
              .map(post -> new SiteFact(SiteFact.POST, post.toString(), since))
              .toList();
      if (!facts.isEmpty()) {
        put(connection, id, facts);
      }
      return true;
    });
  }

  /** Takes posts from the site they have. */
  public void leave(Collection<UUID> posts) {
    vault.change(connection -> {
      for (Map.Entry<UUID, Set<UUID>> site : SiteRows.posts(connection).entrySet()) {
        Set<UUID> out = new HashSet<>(posts);
        out.retainAll(site.getValue());
        if (!out.isEmpty()) {
          put(
              connection,
              site.getKey(),
              out.stream().map(post -> new SiteFact(SiteFact.POST, post.toString(), "")).toList());
        }
      }
      return true;
    });
  }

  /** The posts that each site has for its own; those of one that takes all posts are not in it. */
  public Map<UUID, Set<UUID>> posts() {
    return vault.read(SiteRows::posts);
  }

  /** All posts that are not in the bin, as they stand. */
  public List<PostState> states() {
    return vault.read(connection ->
        Posts.all(connection).stream()
            .map(Posts.Sealed::row)
            .filter(row -> row.binned().isEmpty())
            .map(row -> new PostState(row.summary(), row.version(), row.draftSha256()))
            .toList());
  }

  /** The fingerprint of all that a draft says. */
  public static String fingerprint(Draft draft) {
    return Sha256.of(DraftBytes.of(draft));
  }

  /** Facts of a kind of a site, by name. */
  public List<SiteFact> facts(UUID id, String kind) {
    return vault.read(connection -> {
      List<SiteFact> facts = new ArrayList<>();
      for (SiteRows.Row row : SiteRows.of(connection, id, kind)) {
        facts.add(whole(row));
      }
      return facts;
    });
  }

  /** Takes facts in, or those away that are empty. */
  public void note(UUID id, List<SiteFact> facts) {
    vault.change(connection -> {
      needed(connection, id);
      put(connection, id, facts);
      return true;
    });
  }

  /** All that is kept of a site, for taking it to another library. */
  public List<SiteFact> kept(UUID id) {
    return facts(id, "");
  }

  /** Takes a site in as another library kept it; its id and its name must be free. */
  void adopt(Connection connection, UUID id, List<SiteFact> facts) throws SQLException {
    KeptSite site = SiteFact.site(id, facts);
    free(connection, site);
    if (SiteRows.journal(connection, id).isPresent()) {
      throw taken(site);
    }
    put(connection, id, facts);
  }

  private List<KeptSite> all(Connection connection) throws SQLException {
    List<KeptSite> sites = new ArrayList<>();
    for (UUID id : SiteRows.journals(connection).keySet()) {
      sites.add(site(connection, id).orElseThrow(() -> damaged(id.toString())));
    }
    sites.sort(Comparator.comparing(kept -> kept.site().name().toLowerCase(Locale.ROOT)));
    return sites;
  }

  private Optional<KeptSite> site(Connection connection, UUID id) throws SQLException {
    Optional<SiteRows.Row> row = SiteRows.find(connection, id, SiteFact.SITE, "");
    return row.isEmpty()
        ? Optional.empty()
        : Optional.of(SiteJson.read(id, whole(row.get()).content()));
  }

  /** A fact that agrees with its seal, in the database or in the journal. */
  private SiteFact whole(SiteRows.Row row) {
    return row.fact().or(() -> journaled(row)).orElseThrow(() -> damaged(row.site().toString()));
  }

  private Optional<SiteFact> journaled(SiteRows.Row row) {
    List<SiteFact> found = new ArrayList<>();
    try {
      var file = vault.journals().files().get(row.site());
      if (file != null) {
        var _ =
            JournalFile.read(
                file,
                noted -> {
                  if (noted instanceof Noted.Facts said) {
                    found.addAll(said.facts());
                  }
                });
      }
    } catch (IOException e) {
      return Optional.empty(); // the fact is damaged and the journal can't be had either
    }
    return found.reversed().stream()
        .filter(fact -> fact.kind().equals(row.kind()) && fact.name().equals(row.name()))
        .filter(fact -> fact.seal(row.site()).equals(row.seal()))
        .findFirst();
  }

  private void put(Connection connection, UUID id, List<SiteFact> facts) throws SQLException {
    long floor = SiteRows.journal(connection, id).orElse(0L);
    long sequence = vault.journals().of(id, floor).noted(facts);
    vault.journals().rest(id);
    new SiteLedger(connection).put(id, facts, sequence);
  }

  private void free(Connection connection, KeptSite site) throws SQLException {
    for (KeptSite other : all(connection)) {
      if (!other.site().id().equals(site.site().id())
          && other.site().name().equalsIgnoreCase(site.site().name())) {
        throw taken(site);
      }
    }
  }

  private static void needed(Connection connection, UUID id) throws SQLException {
    if (SiteRows.journal(connection, id).isEmpty()) {
      throw unknown(id);
    }
  }

  private static StoreException taken(KeptSite site) {
    return new StoreException(
        StoreException.Kind.STALE, Messages.text("store.site.taken", site.site().name()), null);
  }

  private static StoreException unknown(UUID id) {
    return new StoreException(
        StoreException.Kind.UNKNOWN, Messages.text("store.unknown.site", id), null);
  }

  private static StoreException damaged(String name) {
    return new StoreException(
        StoreException.Kind.DAMAGED, Messages.text("store.damaged.site", name), null);
  }
}
