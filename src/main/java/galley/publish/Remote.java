package galley.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where Galley's own things lie on a host, and how its manifest is read and written. */
final class Remote {
  static final String MANIFEST = SitePath.OWN + "/manifest.json";
  static final String STAGED = SitePath.OWN + "/staged";
  static final String RELEASES = "releases";
  static final String CURRENT = "current";
  private static final int LONGEST = 256 << 20; // bytes of a manifest

  private final Host host;

  Remote(Host host) {
    this.host = host;
  }

  /** What stands there, if Galley put it there. */
  Optional<Manifest> manifest() throws IOException {
    if (host.can() != Ability.SWAP) {
      return manifest(MANIFEST);
    }
    Optional<String> current = current();
    return current.isEmpty() ? Optional.empty() : manifest(manifestOf(current.get()));
  }

  /** The release the link leads to. */
  Optional<String> current() throws IOException {
    Optional<String> link = host.link(CURRENT);
    if (link.isEmpty()) {
      if (host.list("").containsKey(CURRENT)) {
        throw Failures.changedThere(host, List.of(CURRENT));
      }
      return Optional.empty();
    }
    String target = link.get();
    String release =
        target.startsWith(RELEASES + "/") ? target.substring(RELEASES.length() + 1) : "";
    try {
      Release.checkId(release);
    } catch (IllegalArgumentException elsewhere) {
      throw Failures.changedThere(host, List.of(CURRENT));
    }
    return Optional.of(release);
  }

  Optional<Manifest> manifest(String path) throws IOException {
    Optional<InputStream> content = host.read(path);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = content.get()) {
      bytes = in.readNBytes(LONGEST);
    }
    try {
      return Optional.of(ManifestJson.read(bytes));
    } catch (IllegalArgumentException foreign) {
      throw Failures.changedThere(host, List.of(path));
    }
  }

  /** Writes a small file so that there is never half of it where the host can rename. */
  void write(String path, byte[] content, Ability ability) throws IOException {
    String part = ability == Ability.NONE ? path : path + ".new";
    host.put(part, content.length, new ByteArrayInputStream(content));
    if (!part.equals(path)) {
      host.rename(part, path);
    }
  }

  /** The fingerprint of a file there; empty if there is none. */
  Optional<String> fingerprint(String path) throws IOException {
    Optional<InputStream> content = host.read(path);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest digest = Sending.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = content.get()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  /** Deletes a folder with all in it; links in it are deleted and not followed. */
  void deleteTree(String folder) throws IOException {
    if (host.deleteTree(folder)) {
      return;
    }
    deleteEach(folder);
  }

  private void deleteEach(String folder) throws IOException {
    for (var name : host.list(folder).entrySet()) {
      String path = SitePath.join(folder, name.getKey());
      if (name.getValue().folder() && host.link(path).isEmpty()) {
        deleteEach(path);
      } else {
        host.delete(path);
      }
    }
    host.removeFolder(folder);
  }

  static String folderOf(String release) {
    return RELEASES + "/" + release;
  }

  static String partialOf(String release) {
    return RELEASES + "/" + release + ".partial";
  }

  static String manifestOf(String release) {
    return RELEASES + "/" + release + ".json";
  }
}
