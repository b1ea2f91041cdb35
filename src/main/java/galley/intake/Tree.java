package galley.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder that posts are brought in from, and where their pictures are looked for. Links that lead
 * out of it are not followed. It is walked once, when first asked, to a depth of 12 folders and
 * 50,000 files.
 */
final class Tree {
  private static final int DEEPEST = 12;
  private static final int MOST_FILES = 50_000;

  private final Path root;
  private @Nullable Map<String, List<Path>> byName;

  Tree(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  Path root() {
    return root;
  }

  /** The file, if it is one and lies in the tree, links followed. */
  Optional<Path> inside(Path file) {
    try {
      Path real = file.toRealPath();
      return real.startsWith(root) && Files.isRegularFile(real)
          ? Optional.of(real)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it is not there, or may not be read: then it is a missing picture
    }
  }

  /**
   * The files whose paths end like this one, as far back as any does: of {@code
   * /assets/blog/ferry.jpg} those in a folder {@code blog} go before those that only have the name.
   */
  List<Path> endingLike(String path) {
    String[] wanted = path.toLowerCase(Locale.ROOT).split("/", -1);
    List<Path> best = new ArrayList<>();
    int most = 1;
    for (Path file : named(wanted[wanted.length - 1])) {
      int same = 0;
      Path relative = root.relativize(file);
      while (same < wanted.length
          && same < relative.getNameCount()
          && relative
              .getName(relative.getNameCount() - 1 - same)
              .toString()
              .toLowerCase(Locale.ROOT)
              .equals(wanted[wanted.length - 1 - same])) {
        same++;
      }
      if (same > most) {
        best.clear();
        most = same;
      }
      if (same == most) {
        best.add(file);
      }
    }
    return best;
  }

  private List<Path> named(String name) {
    Map<String, List<Path>> files = byName;
    if (files == null) {
      files = walk();
      byName = files;
    }
    return files.getOrDefault(name, List.of());
  }

  private Map<String, List<Path>> walk() {
    Map<String, List<Path>> files = new HashMap<>();
    try {
      Files.walkFileTree(
          root,
          EnumSet.noneOf(FileVisitOption.class),
          DEEPEST,
          new SimpleFileVisitor<>() {
            private int count;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
              return !folder.equals(root) && Gathering.isHidden(folder)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
              if (is.isRegularFile() || is.isSymbolicLink() && inside(file).isPresent()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                files.computeIfAbsent(name, none -> new ArrayList<>()).add(file);
              }
              return ++count < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE; // a folder that may not be read has no pictures
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.values().forEach(list -> list.sort(null));
    return files;
  }
}
