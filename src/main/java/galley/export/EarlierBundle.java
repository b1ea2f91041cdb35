package galley.export;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands already where a bundle is to be written. */
final class EarlierBundle {
  /** What file managers leave in every folder they show. */
  private static final Set<String> DEBRIS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private final Path folder;

  EarlierBundle(Path folder) {
    this.folder = folder;
  }

  /**
   * Stops where replacing would destroy something that no bundle of this kind put there.
   *
   * @throws ExportException naming one such file
   */
  void refuseStrangers(Bundle bundle) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new ExportException(
          Messages.text("export.file-in-the-way", String.valueOf(folder.getFileName())));
    }
    Set<String> tops = new HashSet<>(Set.of("index.html", "manifest.json", "index.md"));
    Set<String> folders = new HashSet<>(Set.of("assets", "media", ".galley", "_posts"));
    for (BundleFile file : bundle.files()) {
      int slash = file.path().indexOf('/');
      (slash < 0 ? tops : folders).add(slash < 0 ? file.path() : file.path().substring(0, slash));
    }
    List<Path> inside;
    try (var list = Files.list(folder)) {
      inside = list.sorted().toList();
    }
    for (Path path : inside) {
      String name = String.valueOf(path.getFileName());
      boolean ours =
          Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
              ? folders.contains(name)
              : tops.contains(name) || DEBRIS.contains(name);
      if (!ours) {
        throw new ExportException(
            Messages.text("export.strangers", String.valueOf(folder.getFileName()), name));
      }
    }
  }
}
