package galley.export;

import java.util.Comparator;
import java.util.List;

/**
 * Everything that leaves with a post, before it is written anywhere.
 *
 * @param name the folder's name, or a zip's without its extension
 * @param files by path, each path once
 * @param leftOut the names of pictures that have no file and are not in it
 */
public record Bundle(String name, List<BundleFile> files, List<String> leftOut) {
  public Bundle {
    leftOut = List.copyOf(leftOut);
    files = files.stream().sorted(Comparator.comparing(BundleFile::path)).toList();
    if (files.stream().map(BundleFile::path).distinct().count() != files.size()) {
      throw new IllegalArgumentException("A bundle has each path once");
    }
  }

  /** The sum of its files' sizes. */
  public long bytes() {
    return files.stream().mapToLong(BundleFile::bytes).sum();
  }
}
