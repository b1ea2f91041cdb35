package galley.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys and certificates of hosts that were confirmed once, each a line of host, kind and key as
 * in OpenSSH's known_hosts. A host that is known by one key and shows another is refused.
 */
public final class KnownHosts {
  private static final Object WRITING = new Object();

  private final Path file;

  public KnownHosts(Path file) {
    this.file = file;
  }

  /** What the file says about a key. */
  enum Verdict {
    KNOWN,
    UNKNOWN,
    CHANGED
  }

  static String name(String host, int port) {
    return port == 22 ? host : "[" + host + "]:" + port;
  }

  Verdict judge(String host, String kind, String key) throws IOException {
    List<String[]> lines = lines(host);
    if (lines.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    return lines.stream().anyMatch(line -> line[1].equals(kind) && line[2].equals(key))
        ? Verdict.KNOWN
        : Verdict.CHANGED;
  }

  /** The kinds of keys a host is known by. */
  List<String> kinds(String host) throws IOException {
    return lines(host).stream().map(line -> line[1]).distinct().toList();
  }

  void add(String host, String kind, String key) throws IOException {
    synchronized (WRITING) {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(
          file,
          host + " " + kind + " " + key + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /** Forgets a host, after a person made sure that its key was changed by its owner. */
  public void forget(String host, int port) throws IOException {
    synchronized (WRITING) {
      if (Files.exists(file)) {
        List<String> kept = new ArrayList<>(Files.readAllLines(file));
        kept.removeIf(line -> line.startsWith(name(host, port) + " "));
        Records.write(file, kept.isEmpty() ? "" : String.join("\n", kept) + "\n");
      }
    }
  }

  private List<String[]> lines(String host) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(line -> line.strip().split("\\s+", 4))
        .filter(line -> line.length >= 3 && line[0].equals(host))
        .toList();
  }
}
