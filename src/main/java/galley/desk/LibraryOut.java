package galley.desk;

import galley.asset.Messages;
import galley.export.Bundle;
import galley.export.BundleWriter;
import galley.export.Bundles;
import galley.export.Profile;
import galley.export.RevisionText;
import galley.export.Theme;
import galley.export.Variant;
import galley.images.Pictures;
import galley.post.DraftJson;
import galley.post.ImageRef;
import galley.post.KeptSite;
import galley.post.PostSummary;
import galley.store.Kept;
import galley.store.Library;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a whole library as plain files: into a folder beside, forced, then moved, so that there is
 * never half of it.
 */
final class LibraryOut {
  private final Library library;
  private final Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
  private final Set<String> pictures = new LinkedHashSet<>();
  private int revisions;

  LibraryOut(Library library) {
    this.library = library;
  }

  LibraryReport write(Path to, Consumer<Progress> progress) {
    try {
      if (Files.exists(to) && !isEmptyFolder(to)) {
        throw new DeskException(Messages.text("desk.library-out-taken", to));
      }
      Path beside = to.resolveSibling(to.getFileName() + ".part");
      if (Files.exists(beside)) {
        Disposal.of(beside); // left by one that was stopped
      }
      Files.createDirectories(beside);
      List<PostSummary> posts = library.posts();
      List<PostSummary> binned = library.bin();
      List<PostSummary> all = Stream.concat(posts.stream(), binned.stream()).toList();
      ArrayNode index = LibraryFolder.JSON.createArrayNode();
      for (int i = 0; i < all.size(); i++) {
        progress.accept(new Progress(all.get(i).headline(), i, all.size()));
        post(all.get(i), beside, index);
      }
      List<KeptSite> sites = library.sites().all();
      for (KeptSite site : sites) {
        site(site, beside);
      }
      beside(LibraryFolder.ORIGINALS, beside);
      beside(LibraryFolder.BRANCHES, beside);
      index(beside, index, sites.isEmpty() ? LibraryFolder.WITHOUT_SITES : LibraryFolder.FORMAT);
      force(beside);
      Files.deleteIfExists(to);
      Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
      force(Objects.requireNonNull(to.toAbsolutePath().getParent()), 0);
      return new LibraryReport(
          posts.size(), binned.size(), revisions, pictures.size(), sites.size());
    } catch (IOException e) {
      throw new DeskException(Messages.text("desk.library-out-failed", to, e.toString()), e);
    }
  }

  private void post(PostSummary summary, Path into, ArrayNode index) throws IOException {
    Kept kept =
        library
            .kept(summary.id())
            .orElseThrow(() -> new DeskException(Messages.text("desk.no-post", summary.id())));
    revisions += kept.states().size();
    // Two posts in the bin may share a slug, so their folders go by their ids.
    String place = kept.binned().isPresent() ? "bin/" + summary.id() : LibraryFolder.POSTS;
    Bundle bundle =
        bundles.markdown(
            kept.post(),
            Variant.ARCHIVE,
            Profile.PLAIN,
            library.media()::find,
            texts(kept),
            ReviewFiles.of(library, kept.post()));
    if (Files.exists(into.resolve(place).resolve(bundle.name()))) {
      place += "/" + summary.id(); // two slugs that only differ in what no folder can be called
    }
    Path folder = BundleWriter.folder(bundle, Files.createDirectories(into.resolve(place)));
    Path history = into.resolve(LibraryFolder.HISTORY).resolve(summary.id() + ".json");
    Files.createDirectories(history.getParent());
    Files.writeString(
        history,
        DraftJson.forUtf8(
            LibraryFolder.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(LibraryFolder.write(kept))));
    pictures(kept, into);
    index
        .addObject()
        .put("id", summary.id().toString())
        .put("slug", summary.slug())
        .put("folder", into.relativize(folder).toString().replace('\\', '/'));
  }

  /** Every picture the post or an earlier state of it uses, by fingerprint. */
  private void pictures(Kept kept, Path into) throws IOException {
    Set<String> used = new LinkedHashSet<>();
    kept.post().draft().images().forEach(image -> image.sha256().ifPresent(used::add));
    kept.states().stream()
        .flatMap(state -> state.draft().images().stream())
        .map(ImageRef::sha256)
        .forEach(hash -> hash.ifPresent(used::add));
    pictures(used, into);
  }

  private void site(KeptSite kept, Path into) throws IOException {
    UUID id = kept.site().id();
    Path file = into.resolve(LibraryFolder.SITES).resolve(id + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        LibraryFolder.JSON
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(LibraryFolder.write(id, library.sites().kept(id))));
    pictures(kept.pictures(), into);
  }

  private void pictures(Collection<String> used, Path into) throws IOException {
    for (String hash : used) {
      if (pictures.add(hash)) {
        Path file = library.media().find(hash).orElse(null);
        if (file != null) {
          Path folder = Files.createDirectories(into.resolve(LibraryFolder.MEDIA));
          Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
        }
      }
    }
  }

  /** What lies in files beside the database. */
  private void beside(String name, Path into) throws IOException {
    Path from = library.folder().resolve(name);
    if (Files.isDirectory(from)) {
      for (Path file : files(from)) {
        if (name.equals(LibraryFolder.BRANCHES) && file.toString().endsWith(".part")) {
          continue; // left by a crash, beside the one that counts
        }
        Path copy = into.resolve(name).resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static void index(Path folder, ArrayNode posts, int format) throws IOException {
    ObjectNode root = LibraryFolder.JSON.createObjectNode().put("format", format);
    root.set("posts", posts);
    ObjectNode prints = root.putObject("sha256");
    for (Path file : files(folder)) {
      prints.put(folder.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
    }
    Files.writeString(
        folder.resolve(LibraryFolder.INDEX),
        LibraryFolder.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  private static List<RevisionText> texts(Kept kept) {
    List<RevisionText> texts = new ArrayList<>();
    kept.states().forEach(state -> texts.add(new RevisionText(state.revision(), state.draft())));
    return texts;
  }

  /** Makes everything last before it is moved into place. */
  private static void force(Path folder) throws IOException {
    force(folder, Integer.MAX_VALUE);
  }

  private static void force(Path top, int depth) throws IOException {
    boolean folders = top.getFileSystem().supportedFileAttributeViews().contains("posix");
    try (Stream<Path> inside = Files.walk(top, depth)) {
      for (Path path : inside.toList()) {
        boolean folder = Files.isDirectory(path);
        if (!folder || folders) { // Windows opens no folders and needs no call for them
          try (FileChannel channel =
              FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }
      }
    }
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }
}
