package galley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The pictures and originals that lie beside backups. A copy stays as long as any backup there
 * refers to it, and a day at least. Where one backup does not say what it refers to, all stay.
 */
final class BackupFiles {
  private static final Duration YOUNG = Duration.ofDays(1); // its backup may just be written

  private final Path folder;

  BackupFiles(Path folder) {
    this.folder = folder;
  }

  /** Deletes the copies that no backup refers to. */
  void thin(Instant now) throws IOException {
    Optional<Uses> uses = uses();
    if (uses.isEmpty()) {
      return;
    }
    Instant before = now.minus(YOUNG);
    for (Path file : Belongings.files(folder.resolve(Belongings.MEDIA))) {
      if (!uses.get().pictures().contains(Media.named(file))) {
        deleteOld(file, before);
      }
    }
    for (Path file : Belongings.files(folder.resolve(Belongings.BRANCHES))) {
      if (Branches.post(file)
          .filter(post -> !uses.get().posts().contains(post.toString()))
          .isPresent()) {
        deleteOld(file, before);
      }
    }
    Path originals = folder.resolve(Belongings.ORIGINALS);
    for (Path file : Belongings.files(originals)) {
      String post = originals.relativize(file).getName(0).toString();
      if (isId(post) && !uses.get().posts().contains(post)) {
        deleteOld(file, before);
      }
    }
  }

  /** What all backups refer to together. */
  private record Uses(Set<String> pictures, Set<String> posts) {}

  private Optional<Uses> uses() throws IOException {
    Uses uses = new Uses(new HashSet<>(), new HashSet<>());
    List<Path> backups = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "galley-*.zip")) {
      files.forEach(backups::add);
    }
    for (Path backup : backups) {
      Optional<Manifest> manifest = Manifest.read(backup);
      if (manifest.isEmpty() || manifest.get().pictures().isEmpty()) {
        return Optional.empty();
      }
      uses.pictures().addAll(manifest.get().pictures().get());
      manifest.get().journals().keySet().forEach(post -> uses.posts().add(post.toString()));
    }
    return backups.isEmpty() ? Optional.empty() : Optional.of(uses);
  }

  private static void deleteOld(Path file, Instant before) throws IOException {
    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
      Files.deleteIfExists(file);
    }
  }

  private static boolean isId(String name) {
    try {
      return UUID.fromString(name).toString().equals(name);
    } catch (IllegalArgumentException e) {
      return false; // put there by somebody else
    }
  }
}
