package galley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** The journals of a library, one a post. Any thread may call. */
final class Journals {
  private static final String END = ".journal";

  private final Path folder;
  private final Disk disk;
  private final Map<UUID, Journal> journals = new HashMap<>();
  private final Set<UUID> held = new HashSet<>();

  Journals(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** A post's journal; its sequences lie above the floor. */
  synchronized Journal of(UUID post, long floor) {
    return journals.computeIfAbsent(post, id -> new Journal(folder.resolve(id + END), disk, floor));
  }

  /** A post's journal that stays open. */
  synchronized Journal hold(UUID post, long floor) {
    held.add(post);
    return of(post, floor);
  }

  /** Closes a post's journal where nobody holds it. */
  synchronized void rest(UUID post) {
    Journal journal = journals.get(post);
    if (journal != null && !held.contains(post)) {
      journal.close();
    }
  }

  /** The files, by post. */
  Map<UUID, Path> files() throws IOException {
    Map<UUID, Path> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (var list = Files.list(folder)) {
      for (Path file : list.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("[0-9a-f-]{36}" + Pattern.quote(END))) {
          files.put(UUID.fromString(name.substring(0, name.length() - END.length())), file);
        }
      }
    }
    return files;
  }

  /** Deletes every journal that has nothing beyond what is contained elsewhere. */
  int forget(Map<UUID, Long> contained) throws IOException {
    int gone = 0;
    for (UUID post : files().keySet()) {
      Long sequence = contained.get(post);
      if (sequence != null && of(post, sequence).forget(sequence)) {
        gone++;
      }
    }
    return gone;
  }

  /** Deletes a post's journal together with the post. */
  void delete(UUID post) throws IOException {
    Journal journal;
    synchronized (this) {
      journal = journals.remove(post);
      held.remove(post);
    }
    if (journal != null) {
      journal.close();
    }
    Files.deleteIfExists(folder.resolve(post + END));
  }

  /** Moves all files away, when an earlier state takes the library's place. */
  synchronized void setAside(Path into) throws IOException {
    close();
    journals.clear();
    for (Path file : files().values()) {
      Disk.folder(into);
      Disk.move(file, into.resolve(file.getFileName()));
    }
  }

  synchronized void close() {
    journals.values().forEach(Journal::close);
  }
}
