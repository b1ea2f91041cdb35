package galley.store;

import galley.post.ImageRef;
import galley.post.SiteJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.DataFormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets picture files go that no post, revision or journal has used for long. Since when is kept in
 * {@code unused.json}; where that can't be read, the time begins anew. Before a file goes, all
 * texts and journals are read for it, and where one of them can't be read, none goes.
 */
final class Clearing {
  private final Vault vault;
  private final Path ledger;

  Clearing(Vault vault) {
    this.vault = vault;
    ledger = vault.layout().unused();
  }

  /**
   * Looks through the folder of pictures.
   *
   * @param before when a picture was used last that goes now; a good backup must be younger
   * @return the fingerprints of those that went
   */
  List<String> run(Instant now, Instant before) throws IOException {
    Media media = vault.media();
    Set<String> asked = media.asked();
    Set<String> used = new HashSet<>(vault.read(Posts::pictures));
    Map<String, Instant> known = read();
    Map<String, Instant> unused = new TreeMap<>();
    Map<String, Path> due = new TreeMap<>();
    for (Path file : media.files()) {
      String hash = Media.named(file);
      if (!used.contains(hash)) {
        Instant since = asked.contains(hash) ? now : known.getOrDefault(hash, now);
        unused.put(hash, since.isAfter(now) ? now : since);
        if (since.isBefore(before)) {
          due.put(hash, file);
        }
      }
    }
    if (!unused.equals(known)) {
      write(unused);
    }
    media.forgetAsked(asked);
    return due.isEmpty() ? List.of() : release(due, unused);
  }

  private List<String> release(Map<String, Path> due, Map<String, Instant> unused)
      throws IOException {
    Optional<Backup> newest = vault.backups().list().stream().findFirst();
    if (newest.isEmpty() || !BackupFolder.isWhole(newest.get().file())) {
      return List.of();
    }
    Instant backedUp = newest.get().at();
    due.keySet().removeIf(hash -> !unused.getOrDefault(hash, backedUp).isBefore(backedUp));
    Set<String> inUse = new HashSet<>();
    if (due.isEmpty() || !journals(inUse) || !texts(inUse)) {
      return List.of();
    }
    due.keySet().removeAll(inUse);
    List<String> gone = new ArrayList<>();
    for (Map.Entry<String, Path> picture : due.entrySet()) {
      if (vault.media().release(picture.getKey(), picture.getValue())) {
        gone.add(picture.getKey());
      }
    }
    return gone;
  }

  /** Adds what journals use, those set aside too; says whether all could be read. */
  private boolean journals(Set<String> inUse) throws IOException {
    for (Path folder : List.of(vault.layout().journals(), vault.layout().setAside())) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      List<Path> files;
      try (var walk = Files.walk(folder)) {
        files = walk.filter(file -> file.getFileName().toString().contains(".journal")).toList();
      }
      for (Path file : files) {
        if (!isRead(file, inUse)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isRead(Path journal, Set<String> inUse) throws IOException {
    try {
      JournalFile.Reading reading =
          JournalFile.read(
              journal,
              noted -> {
                switch (noted) {
                  case Noted.Text text -> add(text.draft(), inUse);
                  case Noted.Facts said -> add(said.facts(), inUse);
                  default -> {}
                }
              });
      return !reading.damaged();
    } catch (NoSuchFileException e) {
      return true; // two backups hold it by now, and the database, which is read next
    }
  }

  /** Adds what posts and revisions use, in the bin or not; says whether all could be read. */
  private boolean texts(Set<String> inUse) {
    List<UUID> posts =
        vault.read(
            connection -> Posts.all(connection).stream().map(sealed -> sealed.row().id()).toList());
    for (UUID post : posts) {
      if (!vault.read(connection -> isRead(connection, post, inUse))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRead(Connection connection, UUID post, Set<String> inUse)
      throws SQLException {
    if (Posts.find(connection, post).isEmpty()) {
      return true; // deleted since they were listed
    }
    try {
      add(Posts.text(connection, post), inUse);
      Revisions.walk(connection, post, (row, text) -> add(text, inUse));
      return true;
    } catch (DataFormatException | IllegalArgumentException e) {
      return false;
    }
  }

  private static void add(byte[] draft, Set<String> inUse) {
    for (ImageRef image : DraftBytes.draft(draft).images()) {
      image.sha256().ifPresent(inUse::add);
    }
  }

  private static void add(List<SiteFact> facts, Set<String> inUse) {
    for (SiteFact fact : facts) {
      if (fact.kind().equals(SiteFact.SITE) && !fact.isGone()) {
        inUse.addAll(SiteJson.read(new UUID(0, 0), fact.content()).pictures());
      }
    }
  }

  private Map<String, Instant> read() throws IOException {
    Map<String, Instant> known = new TreeMap<>();
    if (!Files.exists(ledger)) {
      return known;
    }
    try {
      JsonMapper.shared()
          .readTree(new String(Files.readAllBytes(ledger), StandardCharsets.UTF_8))
          .properties()
          .forEach(entry -> known.put(entry.getKey(), Instant.parse(entry.getValue().asString())));
      return known;
    } catch (JacksonException | DateTimeException e) {
      return new TreeMap<>();
    }
  }

  private void write(Map<String, Instant> unused) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    unused.forEach((hash, since) -> json.put(hash, since.toString()));
    vault.way().seams().disk().replace(ledger, (json + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
