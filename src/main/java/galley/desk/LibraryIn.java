package galley.desk;

import galley.asset.Messages;
import galley.store.Kept;
import galley.store.Library;
import galley.store.SiteFact;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Brings back what {@link LibraryOut} wrote, after comparing every file with its fingerprint. */
final class LibraryIn {
  private final Library library;

  LibraryIn(Library library) {
    this.library = library;
  }

  LibraryReport read(Path from, Consumer<Progress> progress) {
    Path index = from.resolve(LibraryFolder.INDEX);
    if (!Files.isRegularFile(index)) {
      throw new DeskException(Messages.text("desk.library-in-none", from));
    }
    if (!library.posts().isEmpty()
        || !library.bin().isEmpty()
        || !library.sites().all().isEmpty()) {
      throw new DeskException(Messages.text("desk.library-in-taken", library.folder()));
    }
    try {
      JsonNode root = LibraryFolder.JSON.readTree(Files.readAllBytes(index));
      int format = root.path("format").asInt(0);
      if (format < 1 || format > LibraryFolder.FORMAT) {
        throw new DeskException(Messages.text("desk.library-in-newer", from));
      }
      Set<Path> files = compare(from, root.path("sha256"), progress);
      List<Kept> all = histories(from, files, root.path("posts"));
      Map<UUID, List<SiteFact>> sites = sites(below(from, LibraryFolder.SITES, files));
      int pictures = pictures(below(from, LibraryFolder.MEDIA, files));
      beside(LibraryFolder.ORIGINALS, from, files);
      beside(LibraryFolder.BRANCHES, from, files);
      library.adopt(all, sites);
      int revisions = all.stream().mapToInt(kept -> kept.states().size()).sum();
      int binned = (int) all.stream().filter(kept -> kept.binned().isPresent()).count();
      var _ = library.backups().make();
      return new LibraryReport(all.size() - binned, binned, revisions, pictures, sites.size());
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw new DeskException(Messages.text("desk.library-in-failed", from, e.toString()), e);
    }
  }

  /** The files that are listed, each as it was written; whatever else lies there is not read. */
  private static Set<Path> compare(Path from, JsonNode prints, Consumer<Progress> progress)
      throws IOException {
    Path root = from.toRealPath();
    Set<Path> files = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> print : prints.properties()) {
      progress.accept(new Progress(print.getKey(), files.size(), prints.size()));
      Path file = from.resolve(print.getKey());
      if (!Files.isRegularFile(file)
          || !file.toRealPath().startsWith(root)
          || !Sha256.of(file).equals(print.getValue().asString())) {
        throw new DeskException(Messages.text("desk.library-in-differs", print.getKey()));
      }
      files.add(file);
    }
    return files;
  }

  private static List<Path> below(Path from, String folder, Set<Path> files) {
    Path top = from.resolve(folder);
    return files.stream().filter(file -> file.startsWith(top)).toList();
  }

  /** All are read before the first comes in, so that a fault in one leaves the library empty. */
  private static List<Kept> histories(Path from, Set<Path> files, JsonNode posts)
      throws IOException {
    List<Kept> all = new ArrayList<>();
    for (JsonNode post : posts) {
      String name = post.required("id").asString() + ".json";
      Path file = from.resolve(LibraryFolder.HISTORY).resolve(name);
      if (!files.contains(file)) {
        throw new DeskException(Messages.text("desk.library-in-differs", "history/" + name));
      }
      all.add(LibraryFolder.read(Files.readAllBytes(file)));
    }
    // The last changed comes last, as it did when they were written.
    all.sort((a, b) -> a.post().changed().compareTo(b.post().changed()));
    return all;
  }

  private static Map<UUID, List<SiteFact>> sites(List<Path> files) throws IOException {
    Map<UUID, List<SiteFact>> sites = new TreeMap<>();
    for (Path file : files) {
      JsonNode root = LibraryFolder.JSON.readTree(Files.readAllBytes(file));
      UUID id = UUID.fromString(root.required("id").stringValue());
      List<SiteFact> facts = SiteFact.read(root);
      var _ = SiteFact.site(id, facts); // read before anything comes in
      sites.put(id, facts);
    }
    return sites;
  }

  private int pictures(List<Path> files) {
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      library.media().put(file, name.substring(name.lastIndexOf('.') + 1));
    }
    return files.size();
  }

  private void beside(String name, Path folder, Set<Path> files) throws IOException {
    Path from = folder.resolve(name);
    for (Path file : below(folder, name, files)) {
      Path to = library.folder().resolve(name).resolve(from.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
