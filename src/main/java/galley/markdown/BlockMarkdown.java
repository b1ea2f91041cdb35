package galley.markdown;

import galley.markdown.InlineMarkdown.Care;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes parts as Markdown. Each outermost part is read again; where that gives other words, it is
 * written more carefully.
 */
final class BlockMarkdown {
  private final InlineMarkdown inlines;

  private BlockMarkdown(InlineMarkdown inlines) {
    this.inlines = inlines;
  }

  /** The Markdown of parts, empty or ending with a line feed. */
  static String write(List<Part> parts) {
    List<String> lines = new ArrayList<>();
    Part last = null;
    boolean other = false;
    for (Part part : parts) {
      other = sameList(last, part) && !other;
      List<String> block = careful(part, other);
      if (!block.isEmpty()) {
        if (!lines.isEmpty()) {
          lines.add("");
        }
        lines.addAll(block);
        last = part;
      }
    }
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static List<String> careful(Part part, boolean other) {
    String wanted = PartText.of(part);
    for (Care care : Care.values()) {
      String check =
          String.join("\n", new BlockMarkdown(new InlineMarkdown(care, false)).block(part, other));
      if (care == Care.FULL || PartText.bare(Markdown.parse(check).plainText()).equals(wanted)) {
        return new BlockMarkdown(new InlineMarkdown(care, true)).block(part, other);
      }
    }
    throw new IllegalStateException("The last care is always taken");
  }

  private List<String> blocks(List<Part> parts, boolean tight) {
    List<String> lines = new ArrayList<>();
    Part last = null;
    boolean other = false;
    for (Part part : parts) {
      other = sameList(last, part) && !other;
      List<String> block = block(part, other);
      if (!block.isEmpty()) {
        if (!lines.isEmpty() && !tight) {
          lines.add("");
        }
        lines.addAll(block);
        last = part;
      }
    }
    return lines;
  }

  /** Two lists one after the other would be read as one. */
  private static boolean sameList(@Nullable Part last, Part next) {
    return last instanceof Part.Items one
        && next instanceof Part.Items two
        && one.numbered() == two.numbered();
  }

  private List<String> block(Part part, boolean other) {
    return switch (part) {
      case Part.Words words -> broken(inlines.lines(words.atoms()));
      case Part.Head head -> {
        String text = inlines.oneLine(head.atoms());
        // a number sign at the end would close the heading
        String closed = text.endsWith("#") ? text.substring(0, text.length() - 1) + "\\#" : text;
        yield text.isEmpty() ? List.of() : List.of("#".repeat(head.level()) + " " + closed);
      }
      case Part.Quote quote -> {
        List<String> lines = blocks(quote.parts(), false);
        yield lines.stream().map(line -> line.isEmpty() ? ">" : "> " + line).toList();
      }
      case Part.Items items -> items(items, other);
      case Part.Listing listing -> listing(listing);
      case Part.Rule _ -> List.of("***");
      case Part.Grid grid -> grid(grid);
      case Part.Note note -> indented("[^" + note.label() + "]: ", 4, blocks(note.parts(), false));
    };
  }

  private static List<String> broken(List<String> lines) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      out.add(i + 1 < lines.size() ? lines.get(i) + "\\" : lines.get(i));
    }
    return out;
  }

  private List<String> items(Part.Items items, boolean other) {
    boolean tight = items.items().stream().allMatch(BlockMarkdown::isTight);
    List<String> out = new ArrayList<>();
    int number = items.start();
    for (Part.Item item : items.items()) {
      String mark = items.numbered() ? number++ + (other ? ")" : ".") : other ? "*" : "-";
      List<String> lines = blocks(item.parts(), tight);
      if (lines.isEmpty()) {
        continue;
      }
      if (!out.isEmpty() && !tight) {
        out.add("");
      }
      out.addAll(indented(mark + " " + item.box(), mark.length() + 1, lines));
    }
    return out;
  }

  private static boolean isTight(Part.Item item) {
    for (int i = 0; i < item.parts().size(); i++) {
      Part part = item.parts().get(i);
      if (!(i == 0 ? part instanceof Part.Words : part instanceof Part.Items)) {
        return false;
      }
    }
    return item.parts().size() <= 2;
  }

  private static List<String> indented(String first, int width, List<String> lines) {
    List<String> out = new ArrayList<>();
    for (String line : lines) {
      String start = out.isEmpty() ? first : " ".repeat(width);
      out.add(line.isEmpty() && !out.isEmpty() ? "" : start + line);
    }
    return out;
  }

  private static List<String> listing(Part.Listing listing) {
    String fence = "```";
    while (listing.text().contains(fence)) {
      fence += "`";
    }
    List<String> out = new ArrayList<>(List.of(fence + listing.language()));
    out.addAll(listing.text().lines().toList());
    out.add(fence);
    return out;
  }

  private List<String> grid(Part.Grid grid) {
    List<String> out = new ArrayList<>();
    int columns = grid.rows().stream().mapToInt(List::size).max().orElse(0);
    for (List<List<Atom>> row : grid.rows()) {
      StringBuilder line = new StringBuilder("|");
      for (int i = 0; i < columns; i++) {
        String cell = i < row.size() ? inlines.oneLine(row.get(i)) : "";
        line.append(' ')
            .append(cell.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\|", "$1\\\\|"))
            .append(" |");
      }
      out.add(line.toString());
      if (out.size() == 1) {
        out.add("|" + " --- |".repeat(columns));
      }
    }
    return out;
  }
}
