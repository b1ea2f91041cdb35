package galley.store;

import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What lies in files beside the database, pictures, originals and branches, as it goes to backups
 * and comes back. Beside the backups an original is called {@code <sha256>.<its name>}, so that a
 * damaged or later file never takes an earlier one's place.
 */
final class Belongings {
  static final String ORIGINALS = "originals";
  static final String MEDIA = "media";
  static final String BRANCHES = "branches";

  private final Layout layout;
  private final Disk disk;

  Belongings(Layout layout, Disk disk) {
    this.layout = layout;
    this.disk = disk;
  }

  /** Copies what a folder of backups does not have yet. */
  void copy(List<String> pictures, Path backups) throws IOException {
    Media media = new Media(layout.media(), disk);
    for (String hash : pictures) {
      Optional<Path> file = media.find(hash);
      if (file.isEmpty()) {
        continue; // a picture place has lost its file: the check of the library tells
      }
      Path name = file.get().getFileName();
      Path target = backups.resolve(MEDIA).resolve(hash.substring(0, 2)).resolve(name);
      if (!Files.exists(target) && Media.isWhole(file.get())) {
        Disk.folder(Disk.folderOf(target));
        disk.copy(file.get(), target);
      }
    }
    copyOriginals(backups.resolve(ORIGINALS));
    copyBranches(backups.resolve(BRANCHES));
  }

  /** Copies originals alone: they may come in after the change that brings about a backup. */
  void copyOriginals(Path into) throws IOException {
    for (Path file : files(layout.originals())) {
      Path folder = into.resolve(layout.originals().relativize(Disk.folderOf(file)).toString());
      if (!hasCopy(file, folder)) {
        Path target = folder.resolve(Sha256.of(file) + "." + file.getFileName());
        Disk.folder(folder);
        if (!Files.exists(target)) {
          disk.copy(file, target);
        }
      }
    }
  }

  /** Copies branches as they are now: one that is kept beside backups is the newest of its post. */
  void copyBranches(Path into) throws IOException {
    for (Path file : files(layout.branches())) {
      Path target = into.resolve(file.getFileName());
      if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
        Disk.folder(into);
        disk.copy(file, target);
      }
    }
  }

  private void bringBackBranches(Path from, Uses uses) throws IOException {
    for (Path copy : files(from)) {
      Path file = layout.branches().resolve(copy.getFileName());
      boolean wanted =
          Branches.post(copy).filter(post -> uses.hasPost(post.toString())).isPresent();
      if (wanted && !Files.exists(file) && Branches.isWhole(copy)) {
        Disk.folder(layout.branches());
        disk.copy(copy, file);
      }
    }
  }

  /**
   * Brings back what the library has lost of what lies beside its backups. From a folder that
   * others may share comes only what a backup of this library refers to.
   *
   * @param backup whose database has been brought back
   * @param audit what was found in it
   */
  void bringBack(Path backup, Audit audit) throws IOException {
    Path backups = Disk.folderOf(backup);
    Uses uses = backups.equals(layout.backups()) ? Uses.ALL : uses(backup, audit);
    Media media = new Media(layout.media(), disk);
    for (Path file : files(backups.resolve(MEDIA))) {
      if (uses.hasPicture(Media.named(file))
          && media.find(Media.named(file)).isEmpty()
          && Media.isWhole(file)) {
        String name = file.getFileName().toString();
        media.put(file, name.substring(name.lastIndexOf('.') + 1));
      }
    }
    bringBackBranches(backups.resolve(BRANCHES), uses);
    Path originals = backups.resolve(ORIGINALS);
    List<Path> oldestFirst = files(originals); // an original is not edited: the first copy is it
    oldestFirst.sort(Comparator.comparingLong(file -> file.toFile().lastModified()));
    for (Path file : oldestFirst) {
      if (!uses.hasPost(originals.relativize(file).getName(0).toString())) {
        continue;
      }
      String name = file.getFileName().toString();
      Path folder =
          layout.originals().resolve(originals.relativize(Disk.folderOf(file)).toString());
      Path target = folder.resolve(name.substring(name.indexOf('.') + 1));
      if (!Files.exists(target) && Media.isWhole(file)) {
        Disk.folder(folder);
        disk.copy(file, target);
      }
    }
  }

  /** What the backup refers to, and others of its library, whose journals may know more. */
  private static Uses uses(Path backup, Audit audit) throws IOException {
    Set<String> pictures = new HashSet<>(audit.pictures());
    Set<String> posts = new HashSet<>();
    audit.journals().keySet().forEach(post -> posts.add(post.toString()));
    Optional<Manifest> manifest = Manifest.read(backup);
    if (manifest.isPresent() && manifest.get().library().isPresent()) {
      UUID library = manifest.get().library().get();
      for (Backup other : BackupFolder.own(Disk.folderOf(backup), library, true)) {
        Optional<Manifest> more = Manifest.read(other.file());
        if (more.isPresent()) {
          more.get().pictures().ifPresent(pictures::addAll);
          more.get().journals().keySet().forEach(post -> posts.add(post.toString()));
        }
      }
    }
    return new Uses(false, pictures, posts);
  }

  /**
   * What is wanted of the files beside backups.
   *
   * @param all of them, whatever the sets say
   */
  private record Uses(boolean all, Set<String> pictures, Set<String> posts) {
    static final Uses ALL = new Uses(true, Set.of(), Set.of());

    boolean hasPicture(String hash) {
      return all || pictures.contains(hash);
    }

    boolean hasPost(String id) {
      return all || posts.contains(id);
    }
  }

  /** Whether a copy of the same name and length was made since the file was written. */
  private static boolean hasCopy(Path file, Path folder) throws IOException {
    for (Path copy : files(folder)) {
      if (copy.getFileName().toString().endsWith("." + file.getFileName())
          && Files.size(copy) == Files.size(file)
          && Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(file)) >= 0) {
        return true;
      }
    }
    return false;
  }

  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var walk = Files.walk(folder)) {
        walk.filter(Files::isRegularFile)
            .filter(file -> !file.toString().endsWith(Disk.PART))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }
}
