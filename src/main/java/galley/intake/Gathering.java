package galley.intake;

import galley.asset.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the files that hold posts, in what a person chose: files, folders and archives. */
final class Gathering {
  private static final Set<String> NOT_POSTS =
      Set.of(
          "readme",
          "license",
          "licence",
          "copying",
          "notice",
          "changelog",
          "contributing",
          "code_of_conduct",
          "security",
          "robots",
          "humans",
          "ads",
          "requirements",
          "404");
  private static final Set<String> MACHINERY =
      Set.of(
          "node_modules",
          "_site",
          "_layouts",
          "_includes",
          "_sass",
          "layouts",
          "archetypes",
          "__macosx");
  // a file that says where a site starts
  private static final List<String> SITE =
      List.of(
          "_config.yml",
          "_config.yaml",
          "_config.toml",
          "_posts",
          "hugo.toml",
          "hugo.yaml",
          "hugo.json",
          "config.toml",
          "config.yaml",
          "config.json",
          "eleventy.config.js",
          ".eleventy.js",
          "astro.config.mjs",
          "astro.config.ts",
          ".git");

  private final List<PostFile> files = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private final Notes notes = new Notes();
  private final Map<Path, Tree> trees = new HashMap<>();
  private final Unzip unzip;

  Gathering(Unzip unzip) {
    this.unzip = unzip;
  }

  List<PostFile> files() {
    return files;
  }

  List<Refusal> refused() {
    return refused;
  }

  List<ImportNote> notes() {
    return notes.all();
  }

  /** Adds what a file, folder or archive holds; what it is, its content says. */
  void add(Path chosen) {
    Path path = chosen.toAbsolutePath().normalize();
    String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
    try {
      if (Files.isDirectory(path)) {
        folder(path, "");
      } else if (!Files.isRegularFile(path)) {
        refused.add(new Refusal(name, Messages.text("intake.not-there", chosen)));
      } else if (Kinds.isZip(start(path))) {
        archive(path, name);
      } else {
        files.add(new PostFile(path, path.toString().replace('\\', '/'), name, tree(home(path))));
      }
    } catch (RefusedException e) {
      refused.add(new Refusal(name, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      refused.add(new Refusal(name, Messages.text("intake.unreadable", chosen)));
    }
  }

  private void archive(Path path, String name) throws IOException, RefusedException {
    Unzip.Unzipped unzipped = unzip.unzip(path, name);
    refused.addAll(unzipped.refused());
    folder(unzipped.folder(), name + "/");
  }

  private void folder(Path folder, String prefix) throws IOException {
    Tree tree = tree(folder);
    int before = files.size() + refused.size();
    Site site = Site.of(tree.root());
    List<PostFile> found = new ArrayList<>();
    Files.walkFileTree(tree.root(), new Walk(tree, prefix, site, found));
    found.sort(
        Comparator.comparing(PostFile::place)); // systems list folders in orders of their own
    files.addAll(found);
    if (files.size() + refused.size() == before) {
      String name = prefix.isEmpty() ? folder.toString() : prefix.substring(0, prefix.length() - 1);
      refused.add(new Refusal(name, Messages.text("intake.nothing-in", name)));
    }
  }

  private Tree tree(Path root) throws IOException {
    Tree tree = trees.get(root);
    if (tree == null) {
      tree = new Tree(root);
      trees.put(root, tree);
    }
    return tree;
  }

  /** Where a single file's pictures are looked for: in its site, or where it lies. */
  private static Path home(Path file) {
    Path folder = file.getParent();
    Path start = folder == null ? file : folder;
    Path at = start;
    for (int up = 0; up < 6 && at != null; up++) {
      Path here = at;
      if (SITE.stream().anyMatch(name -> Files.exists(here.resolve(name)))) {
        return at;
      }
      at = at.getParent();
    }
    return start;
  }

  static boolean isHidden(Path folder) {
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    return name.startsWith(".") || MACHINERY.contains(name.toLowerCase(Locale.ROOT));
  }

  private static byte[] start(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(16);
    }
  }

  /** Takes the posts of one folder and says what it passes over. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Tree tree;
    private final String prefix;
    private final Site site;
    private final List<PostFile> found;

    Walk(Tree tree, String prefix, Site site, List<PostFile> found) {
      this.tree = tree;
      this.prefix = prefix;
      this.site = site;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
      if (!folder.equals(tree.root()) && (isHidden(folder) || isOfSavedPage(folder))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (Archive.isOne(folder)) {
        add(folder.resolve(Archive.TEXT));
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
      String name = file.getFileName().toString();
      String place = place(file);
      if (is.isSymbolicLink() && tree.inside(file).isEmpty()) {
        notes.setAside(Messages.text("intake.link-outside", prefix + place));
      } else if (!Kinds.isMarkdown(name) && !Kinds.isHtml(name) && !Kinds.isPlain(name)) {
        if (Kinds.extension(name).equals("zip")) {
          notes.setAside(Messages.text("intake.archive-inside", prefix + place));
        }
      } else if (!isPost(file, name)) {
        notes.setAside(Messages.text("intake.no-post", prefix + place));
      } else if (!site.holds(place)) {
        notes.setAside(Messages.text("intake.page-of-site", prefix + place));
      } else {
        add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      String from = prefix + place(file);
      refused.add(new Refusal(from, Messages.text("intake.unreadable", from)));
      return FileVisitResult.CONTINUE;
    }

    private void add(Path file) {
      // the chosen folder's own name counts where a post is named by the folder it lies in
      String place = tree.root().getFileName() + "/" + place(file);
      found.add(new PostFile(file, place, prefix + place(file), tree));
    }

    private String place(Path file) {
      return tree.root().relativize(file).toString().replace('\\', '/');
    }

    private boolean isPost(Path file, String name) throws IOException {
      String stem = name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
      if (stem.equals("_index")) {
        return false;
      }
      String start = new String(start(file), StandardCharsets.ISO_8859_1);
      return !NOT_POSTS.contains(stem) || start.startsWith("---") || start.startsWith("+++");
    }

    /** Browsers put a page's pictures and frames into "page_files" beside "page.html". */
    private boolean isOfSavedPage(Path folder) {
      String name = folder.getFileName().toString();
      if (!name.endsWith("_files")) {
        return false;
      }
      String page = name.substring(0, name.length() - "_files".length());
      return Files.exists(folder.resolveSibling(page + ".html"))
          || Files.exists(folder.resolveSibling(page + ".htm"));
    }
  }
}
