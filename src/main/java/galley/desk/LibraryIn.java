package galley.desk;

import galley.asset.Messages;
import galley.store.Kept;
import galley.store.Library;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    if (!library.posts().isEmpty() || !library.bin().isEmpty()) {
      throw new DeskException(Messages.text("desk.library-in-taken", library.folder()));
    }
    try {
      JsonNode root = LibraryFolder.JSON.readTree(Files.readAllBytes(index));
      if (root.path("format").asInt(0) != LibraryFolder.FORMAT) {
        throw new DeskException(Messages.text("desk.library-in-newer", from));
      }
      compare(from, root.path("sha256"));
      List<Kept> all = histories(from, root.path("posts"));
      int pictures = pictures(from.resolve(LibraryFolder.MEDIA));
      originals(from.resolve(LibraryFolder.ORIGINALS));
      int revisions = 0;
      int binned = 0;
      for (int i = 0; i < all.size(); i++) {
        Kept kept = all.get(i);
        progress.accept(new Progress(kept.post().headline(), i, all.size()));
        library.adopt(kept);
        revisions += kept.states().size();
        binned += kept.binned().isPresent() ? 1 : 0;
      }
      var _ = library.backups().make();
      return new LibraryReport(all.size() - binned, binned, revisions, pictures);
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw new DeskException(Messages.text("desk.library-in-failed", from, e.toString()), e);
    }
  }

  private static void compare(Path from, JsonNode prints) throws IOException {
    for (Map.Entry<String, JsonNode> print : prints.properties()) {
      Path file = from.resolve(print.getKey()).normalize();
      if (!file.startsWith(from)
          || !Files.isRegularFile(file)
          || !Sha256.of(file).equals(print.getValue().asString())) {
        throw new DeskException(Messages.text("desk.library-in-differs", print.getKey()));
      }
    }
  }

  /** All are read before the first comes in, so that a fault in one leaves the library empty. */
  private static List<Kept> histories(Path from, JsonNode posts) throws IOException {
    List<Kept> all = new ArrayList<>();
    for (JsonNode post : posts) {
      String id = post.required("id").asString();
      Path file = from.resolve(LibraryFolder.HISTORY).resolve(id + ".json");
      all.add(LibraryFolder.read(Files.readAllBytes(file)));
    }
    // The last changed comes last, as it did when they were written.
    all.sort((a, b) -> a.post().changed().compareTo(b.post().changed()));
    return all;
  }

  private int pictures(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    List<Path> files = LibraryOut.files(folder);
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      library.media().put(file, name.substring(name.lastIndexOf('.') + 1));
    }
    return files.size();
  }

  private void originals(Path from) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    for (Path file : LibraryOut.files(from)) {
      Path to =
          library
              .folder()
              .resolve(LibraryFolder.ORIGINALS)
              .resolve(from.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
