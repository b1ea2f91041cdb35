package galley.publish;

import galley.publish.Failures.Standing;
import galley.publish.Manifest.Held;
import galley.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Releases kept on this computer, for hosts that can't keep them where no visitor finds them. Each
 * content is there once, under its fingerprint.
 */
final class Shelf {
  private final Path objects;
  private final Path releases;

  Shelf(Path folder) {
    objects = folder.resolve("objects");
    releases = folder.resolve("releases");
  }

  /**
   * Copies a release whole, before anything of it is sent.
   *
   * @throws PublishException with {@link PublishException.Kind#SOURCE} if a file is gone or changed
   */
  void keep(Release release) throws IOException {
    Map<String, Held> files = new TreeMap<>();
    for (ReleaseFile file : release.files()) {
      if (!Files.exists(object(file.sha256()))) {
        copy(file);
      }
      files.put(file.path(), new Held(file.path(), file.bytes(), file.sha256(), ""));
    }
    Files.createDirectories(releases);
    Path to = releases.resolve(release.id() + ".json");
    Path part = releases.resolve(release.id() + ".part");
    Files.write(
        part, ManifestJson.write(new Manifest(0, release.id(), release.at(), files, List.of())));
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void copy(ReleaseFile file) throws IOException {
    Path to = object(file.sha256());
    Files.createDirectories(to.getParent());
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try (InputStream in = file.content().open()) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException gone) {
      throw Failures.source(file.path(), Standing.UNTOUCHED, gone);
    }
    if (!Sha256.of(part).equals(file.sha256())) {
      Files.delete(part);
      throw Failures.source(file.path(), Standing.UNTOUCHED, null);
    }
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A release that was kept, if all of it is still there. */
  Optional<Release> find(String id) throws IOException {
    Optional<Manifest> manifest = manifest(releases.resolve(id + ".json"));
    if (manifest.isEmpty()) {
      return Optional.empty();
    }
    List<ReleaseFile> files = new ArrayList<>();
    for (Held held : manifest.get().files().values()) {
      Path object = object(held.sha256());
      if (!Files.exists(object)) {
        return Optional.empty();
      }
      files.add(
          new ReleaseFile(
              held.path(), held.bytes(), held.sha256(), () -> Files.newInputStream(object)));
    }
    return Optional.of(new Release(id, manifest.get().at(), files));
  }

  /** Forgets all but some releases. */
  void keepOnly(Collection<String> ids) throws IOException {
    Set<String> used = new HashSet<>();
    for (Path file : inside(releases)) {
      String name = String.valueOf(file.getFileName());
      Optional<Manifest> manifest = manifest(file);
      if (manifest.isEmpty() || !ids.contains(name.substring(0, name.lastIndexOf('.')))) {
        Files.delete(file);
      } else {
        manifest.get().files().values().forEach(held -> used.add(held.sha256()));
      }
    }
    for (Path folder : inside(objects)) {
      for (Path object : inside(folder)) {
        if (!used.contains(String.valueOf(object.getFileName()))) {
          Files.delete(object);
        }
      }
    }
  }

  private Path object(String sha256) {
    return objects.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static Optional<Manifest> manifest(Path file) throws IOException {
    try {
      return Optional.of(ManifestJson.read(Files.readAllBytes(file)));
    } catch (NoSuchFileException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static List<Path> inside(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
