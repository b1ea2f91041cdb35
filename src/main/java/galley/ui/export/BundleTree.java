package galley.ui.export;

import galley.asset.Messages;
import galley.export.BundleFile;
import galley.ui.kit.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws the files of a bundle as a tree with sizes; a picture's sizes share one line. */
final class BundleTree {
  private static final Pattern SIZED =
      Pattern.compile("(.+)-(?:\\d+|og)(?:\\.[0-9a-f]{6,})?\\.(webp|jpg|jpeg|png)");

  /** One line: where it hangs, what it is called, how big it is. */
  record Line(String branch, String name, String size) {}

  private record Group(int files, long bytes) {
    Group plus(long more) {
      return new Group(files + 1, bytes + more);
    }
  }

  private final Map<String, BundleTree> folders = new TreeMap<>();
  private final Map<String, Group> files = new LinkedHashMap<>();

  private BundleTree() {}

  /** The lines of a bundle's tree, its folder first where it has a name. */
  static List<Line> lines(String name, List<BundleFile> files) {
    BundleTree root = new BundleTree();
    for (BundleFile file : files) {
      root.add(file.path().split("/", -1), 0, file.bytes());
    }
    List<Line> lines = new ArrayList<>();
    if (name.isEmpty()) {
      files.forEach(file -> lines.add(new Line("", file.path(), size(file.bytes()))));
      return lines;
    }
    lines.add(new Line("", name + "/", ""));
    root.draw("", lines);
    return lines;
  }

  private void add(String[] path, int depth, long bytes) {
    if (depth < path.length - 1) {
      folders.computeIfAbsent(path[depth], _ -> new BundleTree()).add(path, depth + 1, bytes);
      return;
    }
    Matcher sized = SIZED.matcher(path[depth]);
    String name = sized.matches() ? sized.group(1) + "-*." + sized.group(2) : path[depth];
    files.merge(name, new Group(1, bytes), (old, _) -> old.plus(bytes));
  }

  private void draw(String indent, List<Line> lines) {
    int left = files.size() + folders.size();
    for (Map.Entry<String, BundleTree> folder : folders.entrySet()) {
      left--;
      lines.add(new Line(indent + (left == 0 ? "└ " : "├ "), folder.getKey() + "/", ""));
      folder.getValue().draw(indent + (left == 0 ? "  " : "│ "), lines);
    }
    for (Map.Entry<String, Group> file : files.entrySet()) {
      left--;
      Group group = file.getValue();
      String size =
          group.files() == 1
              ? size(group.bytes())
              : Messages.text("export.sizes", group.files(), size(group.bytes()));
      lines.add(new Line(indent + (left == 0 ? "└ " : "├ "), file.getKey(), size));
    }
  }

  /** A size as people read it. */
  static String size(long bytes) {
    return Amounts.size(bytes);
  }
}
