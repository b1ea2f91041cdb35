package galley.desk;

import galley.asset.Messages;
import galley.export.Bundle;
import galley.export.BundleFile;
import galley.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
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
      put(site, change, into, before.isEmpty(), progress);
      if (before.isEmpty()) {
        Files.deleteIfExists(folder);
        Files.move(into, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      Placing.remove(folder, change.remove());
      return change;
    } catch (IOException | UncheckedIOException e) {
      throw new DeskException(Messages.text("desk.site-folder-failed", folder, reason(e)), e);
    }
  }

  private static String reason(Exception failure) {
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  /** What must be done with one file. */
  private enum Need {
    ADD,
    CHANGE,
    NOTHING
  }

  private SiteChange change(Bundle site, Map<String, String> before) {
    List<BundleFile> files = site.files();
    List<Need> needs = files.parallelStream().map(this::need).toList();
    Map<Need, List<String>> paths = new EnumMap<>(Need.class);
    Set<String> gone = new TreeSet<>(before.keySet());
    for (int i = 0; i < files.size(); i++) {
      String path = files.get(i).path();
      gone.remove(path);
      paths.computeIfAbsent(needs.get(i), _ -> new ArrayList<>()).add(path);
    }
    return new SiteChange(
        paths.getOrDefault(Need.ADD, List.of()),
        paths.getOrDefault(Need.CHANGE, List.of()),
        List.copyOf(gone),
        paths.getOrDefault(Need.NOTHING, List.of()).size());
  }

  private Need need(BundleFile file) {
    Path there = folder.resolve(file.path());
    try {
      BasicFileAttributes is = Files.readAttributes(there, BasicFileAttributes.class);
      if (!is.isRegularFile()) {
        return Need.ADD;
      }
      boolean same = is.size() == file.bytes() && Sha256.of(there).equals(file.sha256());
      return same ? Need.NOTHING : Need.CHANGE;
    } catch (NoSuchFileException e) {
      return Need.ADD;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes files, the manifest last, so that it never names what is not there yet.
   *
   * @param fresh whether nobody reads there as yet
   */
  private static void put(
      Bundle site, SiteChange change, Path into, boolean fresh, Consumer<Progress> progress)
      throws IOException {
    Set<String> wanted = new HashSet<>(change.add());
    wanted.addAll(change.change());
    List<BundleFile> files =
        site.files().stream().filter(file -> wanted.contains(file.path())).toList();
    for (Path folder : Placing.folders(files, into)) {
      Files.createDirectories(folder);
    }
    AtomicInteger done = new AtomicInteger();
    files.parallelStream()
        .filter(file -> !file.path().equals(MANIFEST))
        .forEach(file -> {
          progress.accept(new Progress(file.path(), done.getAndIncrement(), files.size()));
          try {
            if (fresh) {
              Placing.write(file, into.resolve(file.path()));
            } else {
              Placing.put(file, into, false);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    if (wanted.contains(MANIFEST)) {
      BundleFile manifest =
          files.stream().filter(file -> file.path().equals(MANIFEST)).findFirst().orElseThrow();
      Placing.put(manifest, into, true);
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
