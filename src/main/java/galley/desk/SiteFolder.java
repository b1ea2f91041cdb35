package galley.desk;

import galley.asset.Messages;
import galley.export.Bundle;
import galley.export.BundleFile;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder a site is built into. Only what differs is written, each file beside its place first;
 * what a site that was built there before had and this one has not goes, and nothing else does. The
 * first build of all appears at once.
 */
final class SiteFolder {
  private static final String MANIFEST = "manifest.json";

  private final Path folder;

  SiteFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a site.
   *
   * @throws DeskException where the folder has files that are no site's, or can't be written
   */
  SiteChange write(Bundle site, Consumer<Progress> progress) {
    try {
      Map<String, String> before = before();
      if (before.isEmpty() && isTaken()) {
        throw new DeskException(Messages.text("desk.site-folder-taken", folder));
      }
      SiteChange change = change(site, before);
      Path into = folder;
      if (before.isEmpty()) {
        into = folder.resolveSibling(folder.getFileName() + Placing.PART);
        if (Files.exists(into)) {
          Disposal.of(into); // left by one that was stopped
        }
      }
      put(site, change, into, progress);
      if (before.isEmpty()) {
        Files.deleteIfExists(folder);
        Files.move(into, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      Placing.remove(folder, change.remove());
      return change;
    } catch (IOException e) {
      throw new DeskException(
          Messages.text("desk.site-folder-failed", folder, String.valueOf(e.getMessage())), e);
    }
  }

  private SiteChange change(Bundle site, Map<String, String> before) throws IOException {
    List<String> add = new ArrayList<>();
    List<String> change = new ArrayList<>();
    int same = 0;
    Map<String, String> gone = new TreeMap<>(before);
    for (BundleFile file : site.files()) {
      gone.remove(file.path());
      Path there = folder.resolve(file.path());
      if (!Files.isRegularFile(there)) {
        add.add(file.path());
      } else if (Files.size(there) != file.bytes() || !Sha256.of(there).equals(file.sha256())) {
        change.add(file.path());
      } else {
        same++;
      }
    }
    return new SiteChange(add, change, List.copyOf(gone.keySet()), same);
  }

  private static void put(Bundle site, SiteChange change, Path into, Consumer<Progress> progress)
      throws IOException {
    TreeSet<String> wanted = new TreeSet<>(change.add());
    wanted.addAll(change.change());
    List<BundleFile> files =
        site.files().stream()
            .filter(file -> wanted.contains(file.path()))
            .sorted(Comparator.comparingInt(file -> file.path().equals(MANIFEST) ? 1 : 0))
            .toList();
    for (int i = 0; i < files.size(); i++) {
      BundleFile file = files.get(i);
      progress.accept(new Progress(file.path(), i, files.size()));
      Placing.put(file, into, file.path().equals(MANIFEST));
    }
  }

  /** The files of the site that was built here before, by path, with their fingerprints. */
  private Map<String, String> before() throws IOException {
    Map<String, String> before = new TreeMap<>();
    Path manifest = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(manifest)) {
      return before;
    }
    try {
      for (JsonNode file :
          JsonMapper.shared().readTree(Files.readAllBytes(manifest)).required("files")) {
        String path = file.required("path").stringValue();
        if (folder.resolve(path).normalize().startsWith(folder.normalize())) {
          before.put(path, file.required("sha256").stringValue());
        }
      }
      before.put(MANIFEST, "");
    } catch (JacksonException e) {
      throw new DeskException(Messages.text("desk.site-folder-taken", folder), e);
    }
    return before;
  }

  private boolean isTaken() throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isPresent();
    }
  }
}
