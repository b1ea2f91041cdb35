package galley.desk;

import galley.desk.LogEntry.Put;
import galley.store.Library;
import galley.store.SiteFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was published of a site, and what follows from it. Read once; blocks while it is read. */
final class SiteLog {
  private static final String RELEASE = "release";

  private final List<LogEntry> entries;

  private SiteLog(List<LogEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  static SiteLog of(Library library, UUID site) {
    return new SiteLog(
        library.sites().facts(site, RELEASE).stream()
            .map(fact -> LogEntry.read(fact.name(), fact.content()))
            .toList());
  }

  /** Adds an entry to what the library keeps. */
  static void add(Library library, UUID site, LogEntry entry) {
    library.sites().note(site, List.of(new SiteFact(RELEASE, entry.name(), entry.json())));
  }

  /** The oldest first. */
  List<LogEntry> entries() {
    return entries;
  }

  long next() {
    return entries.isEmpty() ? 1 : entries.getLast().number() + 1;
  }

  /** The posts that stand at a destination. */
  Map<UUID, Put> live(String destination) {
    return live(destination, entries.size());
  }

  /** The posts that stood there after the last publication of a release; nothing if unknown. */
  Optional<Map<UUID, Put>> at(String destination, String release) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      LogEntry entry = entries.get(i);
      if (entry.destination().equals(destination) && entry.release().equals(release)) {
        return Optional.of(live(destination, i + 1));
      }
    }
    return Optional.empty();
  }

  /** The posts that stand at any destination. */
  Set<UUID> liveAnywhere() {
    Set<UUID> all = new HashSet<>();
    entries.stream()
        .map(LogEntry::destination)
        .distinct()
        .forEach(destination -> all.addAll(live(destination).keySet()));
    return all;
  }

  /** Every path a post was ever published at, the oldest first. */
  Map<UUID, Set<String>> paths() {
    Map<UUID, Set<String>> paths = new HashMap<>();
    for (LogEntry entry : entries) {
      entry
          .put()
          .forEach(
              (id, put) -> paths.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(put.path()));
    }
    return paths;
  }

  /** What a publication changes at a destination. */
  record Step(Map<UUID, Put> put, List<UUID> gone) {
    static Step between(Map<UUID, Put> before, Map<UUID, Put> after) {
      Map<UUID, Put> put = new HashMap<>(after);
      put.entrySet().removeIf(one -> one.getValue().equals(before.get(one.getKey())));
      List<UUID> gone = new ArrayList<>(before.keySet());
      gone.removeAll(after.keySet());
      return new Step(put, gone);
    }
  }

  private Map<UUID, Put> live(String destination, int end) {
    Map<UUID, Put> live = new HashMap<>();
    for (LogEntry entry : entries.subList(0, end)) {
      if (entry.destination().equals(destination)) {
        live.putAll(entry.put());
        entry.gone().forEach(live::remove);
      }
    }
    return live;
  }
}
