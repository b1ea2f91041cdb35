package galley.export;

import galley.asset.Messages;
import galley.pdf.PdfMark;
import galley.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What stands already where a bundle is to be written. Only what an export of the same kind put
 * there may be replaced; each method throws {@link ExportException} where something else stands.
 */
final class EarlierBundle {
  /** What file managers leave in every folder they show. */
  private static final Set<String> DEBRIS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private final Path target;
  private final String name;

  EarlierBundle(Path target) {
    this.target = target;
    name = String.valueOf(target.getFileName());
  }

  /** Where a folder is to be written; names one file that no export put there. */
  void refuseInFolder(Bundle bundle) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new ExportException(Messages.text("export.file-in-the-way", name));
    }
    Set<String> tops = new HashSet<>(Set.of("index.html", "manifest.json", "index.md"));
    Set<String> folders = new HashSet<>(Set.of("assets", "media", ".galley", "_posts"));
    for (BundleFile file : bundle.files()) {
      int slash = file.path().indexOf('/');
      (slash < 0 ? tops : folders).add(slash < 0 ? file.path() : file.path().substring(0, slash));
    }
    List<Path> inside;
    try (var list = Files.list(target)) {
      inside = list.sorted().toList();
    }
    Set<String> found = new HashSet<>();
    Optional<String> first = Optional.empty();
    for (Path path : inside) {
      String file = String.valueOf(path.getFileName());
      boolean deep = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      boolean ours = deep ? folders.contains(file) : tops.contains(file) || DEBRIS.contains(file);
      if (!ours) {
        throw new ExportException(Messages.text("export.strangers", name, file));
      }
      found.add(deep ? file + "/" : file);
      first = first.or(() -> DEBRIS.contains(file) ? Optional.empty() : Optional.of(file));
    }
    if (first.isPresent() && Kind.of(found).isEmpty()) { // such as a folder "media" and no page
      throw new ExportException(Messages.text("export.strangers", name, first.get()));
    }
    refuseOther(bundle, found);
    Path text = target.resolve("text.md");
    Path info = target.resolve("info.json");
    if (Files.exists(text)
        && !(Files.exists(info)
            && TextBundle.isUntouched(Files.readAllBytes(info), Files.readAllBytes(text)))) {
      throw new ExportException(Messages.text("export.words-in-the-way", name));
    }
  }

  /** Where a .zip is to be written. */
  void refuseInZip(Bundle bundle) throws IOException {
    if (!isFile()) {
      return;
    }
    String folder = bundle.name() + "/";
    Set<String> found = new HashSet<>();
    try (ZipFile zip = new ZipFile(target.toFile())) {
      for (var entry : zip.stream().toList()) {
        if (!entry.getName().startsWith(folder)) {
          throw other();
        }
        found.add(entry.getName().substring(folder.length()));
      }
    } catch (ZipException e) {
      throw other();
    }
    if (Kind.of(found).isEmpty()) {
      throw other();
    }
    refuseOther(bundle, found);
  }

  /** Where a page, a book or a document is to be written that is one file. */
  void refuseInFile(BundleFile coming) throws IOException {
    if (!isFile() || name.endsWith(".html") && isPage() || name.endsWith(".epub") && isBook()) {
      return;
    }
    if (name.endsWith(".pdf") && PdfMark.isUntouched(Files.readAllBytes(target))) {
      return;
    }
    if (name.endsWith(".textpack") && isPack()) {
      return;
    }
    if (name.matches(".*\\.(txt|textpack)") && !Sha256.of(target).equals(coming.sha256())) {
      throw new ExportException(Messages.text("export.words-in-the-way", name));
    }
    if (name.matches(".*\\.(html|epub|pdf)")) {
      throw other();
    }
    if (!Sha256.of(target).equals(coming.sha256()) && !isUntouched()) {
      throw new ExportException(Messages.text("export.written-into", name));
    }
  }

  private boolean isPage() throws IOException {
    try (InputStream in = Files.newInputStream(target)) {
      String start = new String(in.readNBytes(4096), StandardCharsets.UTF_8);
      return start.contains(PageHead.POLICY)
          || start.contains(PasteForm.MARK)
          || name.endsWith("-wordpress.html") && start.startsWith("<!-- wp:");
    }
  }

  private boolean isPack() throws IOException {
    try (ZipFile zip = new ZipFile(target.toFile())) {
      Optional<byte[]> info = Optional.empty();
      Optional<byte[]> text = Optional.empty();
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          if (entry.getName().endsWith("/info.json")) {
            info = Optional.of(in.readAllBytes());
          } else if (entry.getName().endsWith("/text.md")) {
            text = Optional.of(in.readAllBytes());
          }
        }
      }
      return info.isPresent() && text.isPresent() && TextBundle.isUntouched(info.get(), text.get());
    } catch (ZipException e) {
      return false;
    }
  }

  private boolean isBook() throws IOException {
    try (ZipFile zip = new ZipFile(target.toFile())) {
      ZipEntry about = zip.getEntry("EPUB/package.opf");
      if (about == null) {
        return false;
      }
      try (InputStream in = zip.getInputStream(about)) {
        String start = new String(in.readNBytes(65_536), StandardCharsets.UTF_8);
        return start.contains(EpubPackage.MARK);
      }
    } catch (ZipException e) {
      return false;
    }
  }

  /** A document of Word's that no program has saved since it left; each puts its name in. */
  private boolean isUntouched() throws IOException {
    try (ZipFile zip = new ZipFile(target.toFile())) {
      return zip.getEntry("word/document.xml") != null
          && zip.stream().noneMatch(entry -> entry.getName().startsWith("docProps/"));
    } catch (ZipException e) {
      return false;
    }
  }

  private boolean isFile() {
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target);
  }

  private void refuseOther(Bundle bundle, Set<String> found) {
    Optional<Kind> there = Kind.of(found);
    Set<String> paths = new HashSet<>();
    bundle.files().forEach(file -> paths.add(file.path()));
    if (there.isPresent() && !there.equals(Kind.of(paths))) {
      throw other();
    }
  }

  private ExportException other() {
    return new ExportException(Messages.text("export.other-kind", name));
  }

  /** The kinds of bundle, told apart by what stands at their top. */
  private enum Kind {
    ARCHIVE,
    PAGE,
    MARKDOWN,
    SINGLE,
    BOOK,
    DOCUMENT;

    /** The kind of these paths; empty where they are of no bundle, or of none yet. */
    static Optional<Kind> of(Set<String> paths) {
      if (paths.stream().anyMatch(path -> path.startsWith(".galley/"))) {
        return Optional.of(ARCHIVE);
      }
      if (paths.contains("index.html")) {
        return Optional.of(PAGE);
      }
      if (paths.contains("index.md")
          || paths.stream().anyMatch(path -> path.startsWith("_posts/"))) {
        return Optional.of(MARKDOWN);
      }
      if (paths.stream().anyMatch(path -> path.matches("[^/]+\\.epub"))) {
        return Optional.of(BOOK);
      }
      if (paths.stream().anyMatch(path -> path.matches("[^/]+\\.html"))) {
        return Optional.of(SINGLE);
      }
      boolean document = paths.stream().anyMatch(path -> path.matches("[^/]+\\.(docx|md|pdf)"));
      return document ? Optional.of(DOCUMENT) : Optional.empty();
    }
  }
}
