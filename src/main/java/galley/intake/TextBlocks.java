package galley.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a page's text, in blocks with blank lines between. */
final class TextBlocks {
  // blanks that copying leaves behind: no-break and zero-width ones among them
  private static final String BLANK =
      "[\\s\\u00A0\\u2000-\\u200D\\u202F\\u205F\\u2060\\u3000\\uFEFF]";
  private static final Pattern EDGES = Pattern.compile("^" + BLANK + "+|" + BLANK + "+$");
  private static final Pattern BULLET =
      Pattern.compile("^(?:[•◦▪▫‣⁃●○■□]|[*-](?=\\s))" + BLANK + "*");
  private static final int PARAGRAPH = 160;

  private TextBlocks() {}

  /** Some lines that belong together. */
  record Block(List<String> lines) {
    Block {
      lines = List.copyOf(lines);
    }

    String text() {
      return String.join("\n", lines);
    }

    boolean isOneLine() {
      return lines.size() == 1;
    }

    /** Whether it is long enough to be nothing but a paragraph. */
    boolean isProse() {
      return text().length() > 120 || isSentence() && text().split("\\s+", -1).length >= 12;
    }

    boolean isSentence() {
      return text().matches("(?s).*[.!?…][\"”’)\\]]*$");
    }
  }

  /**
   * Parts a text into blocks. Where paragraphs follow one another without a blank line, each line
   * is a block.
   */
  static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\\R", -1)) {
      String bare = EDGES.matcher(line).replaceAll("");
      if (!bare.isEmpty()) {
        lines.add(bare);
      } else if (!lines.isEmpty()) {
        add(blocks, lines);
        lines.clear();
      }
    }
    if (!lines.isEmpty()) {
      add(blocks, lines);
    }
    return blocks;
  }

  private static void add(List<Block> blocks, List<String> lines) {
    if (lines.size() > 1 && lines.stream().anyMatch(line -> line.length() > PARAGRAPH)) {
      lines.forEach(line -> blocks.add(new Block(List.of(line))));
    } else {
      blocks.add(new Block(lines));
    }
  }

  /** A line without blanks around it and without a bullet before it. */
  static String bare(String line) {
    return BULLET.matcher(EDGES.matcher(line).replaceAll("")).replaceFirst("").strip();
  }

  static boolean hasBullet(String line) {
    return BULLET.matcher(EDGES.matcher(line).replaceAll("")).find();
  }
}
