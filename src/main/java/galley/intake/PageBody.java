package galley.intake;

import galley.asset.Messages;
import galley.intake.TextBlocks.Block;
import galley.post.ImageRef;
import galley.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes Markdown of the blocks of an article's text, and places for the pictures it had. */
final class PageBody {
  private static final int LONGEST_HEADING = 110;
  private static final int MOST_HEADING_WORDS = 16;
  private static final int LONGEST_CAPTION = 400;

  private final Notes notes;
  private final List<String> markdown = new ArrayList<>();
  private final List<ImageRef> images = new ArrayList<>();
  private final List<String> setAside = new ArrayList<>();
  private int headings;

  PageBody(Notes notes) {
    this.notes = notes;
  }

  /** The Markdown, ending with a line feed unless it is empty. */
  String markdown() {
    return markdown.isEmpty() ? "" : String.join("\n\n", markdown) + "\n";
  }

  List<ImageRef> images() {
    return images;
  }

  int headings() {
    return headings;
  }

  /** Lines that belong to the page and not to the article. */
  List<String> setAside() {
    return setAside;
  }

  void read(List<Block> all) {
    List<Block> blocks = withoutTail(all);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      if (block.isOneLine() && Residue.isOne(block.text())) {
        setAside.add(TextBlocks.bare(block.text()));
      } else if (isPicture(block)) {
        i += picture(block.text(), next) ? 1 : 0;
      } else if (block.isOneLine() && isLonelyCaption(block.text())) {
        caption(block.text());
      } else if (next != null && isHeading(block)) {
        headings++;
        markdown.add("## " + Escape.heading(block.text()));
      } else {
        markdown.add(text(block));
      }
    }
  }

  private static boolean isPicture(Block block) {
    return block.isOneLine()
        && !TextBlocks.hasBullet(block.text())
        && AltText.isStray(block.text());
  }

  /** A place for a picture; says whether the block below was its caption. */
  private boolean picture(String alt, @Nullable Block next) {
    boolean captioned = next != null && next.isOneLine() && isCaption(next);
    Caption caption = captioned && next != null ? Caption.of(next.text()) : new Caption("", "");
    place(caption);
    notes.setAside(Messages.text("intake.useless-alt", alt, images.size()));
    return captioned;
  }

  private void caption(String line) {
    place(Caption.of(line));
  }

  private void place(Caption caption) {
    String file = "media/picture-" + (images.size() + 1) + ".jpg";
    images.add(ImageRef.place(file).withWords("", caption.text(), caption.credit(), "", false));
    markdown.add("![](" + file + ")");
    int number = images.size();
    notes.kept(Messages.text("intake.picture-place", number));
    if (!caption.text().isEmpty()) {
      notes.kept(Messages.text("intake.picture-caption", number, caption.text()));
    }
    if (!caption.credit().isEmpty()) {
      notes.kept(Messages.text("intake.picture-credit", number, caption.credit()));
    }
  }

  /** Below a picture: what names its maker, or one short sentence. */
  private static boolean isCaption(Block block) {
    String text = block.text();
    return text.length() <= LONGEST_CAPTION
        && !AltText.isStray(text)
        && (Caption.hasCredit(text) && Words.count(text) <= 60
            || block.isSentence() && Words.count(text) <= 25 && !text.endsWith("?"));
  }

  /** Without a picture above: only what names its maker, and is too short for a paragraph. */
  private static boolean isLonelyCaption(String line) {
    return Words.count(line) <= 40
        && line.length() <= LONGEST_CAPTION
        && !TextBlocks.hasBullet(line)
        && Caption.hasCredit(line);
  }

  private static boolean isHeading(Block block) {
    String text = block.text();
    return block.isOneLine()
        && text.length() <= LONGEST_HEADING
        && Words.count(text) <= MOST_HEADING_WORDS
        && Words.count(text) > 0
        && !TextBlocks.hasBullet(text)
        && !text.matches(".*[.,;:…][\"”’)]?$|.*[\"”]$")
        && !text.matches("^[\\p{Ll}\"“‘(@#].*")
        && !text.contains("://");
  }

  private static String text(Block block) {
    List<String> lines = block.lines();
    if (lines.stream().anyMatch(TextBlocks::hasBullet)) {
      StringBuilder list = new StringBuilder();
      for (String line : lines) {
        String words = Escape.paragraph(TextBlocks.bare(line));
        list.append(list.isEmpty() ? "" : "\n")
            .append(TextBlocks.hasBullet(line) ? "- " : list.isEmpty() ? "" : "  ")
            .append(words);
      }
      return list.toString();
    }
    if (lines.stream().allMatch(line -> line.matches("\\d{1,3}[.)]\\s+\\S.*"))
        && lines.size() > 1) {
      return String.join(
          "\n",
          lines.stream()
              .map(line -> {
                int blank = line.indexOf(' ');
                return line.substring(0, blank + 1)
                    + Escape.paragraph(line.substring(blank + 1).strip());
              })
              .toList());
    }
    if (block.text().matches("(?:[*_–—-]\\s*){3,}|[⁂✻]+")) {
      return "* * *";
    }
    return Escape.paragraph(block.text());
  }

  /** Without what follows the article: comments, other posts, the foot of the page. */
  private List<Block> withoutTail(List<Block> all) {
    int words = all.stream().mapToInt(block -> Words.count(block.text())).sum();
    int end = all.size();
    int before = 0;
    for (int i = 0; i < all.size(); i++) {
      Block block = all.get(i);
      if (block.isOneLine() && Residue.isTail(block.text()) && before * 10 >= words * 6) {
        end = i;
        break;
      }
      before += Words.count(block.text());
    }
    while (end > 0
        && all.get(end - 1).lines().stream()
            .allMatch(line -> Residue.isOne(line) || Residue.isTail(line))) {
      end--;
    }
    all.subList(end, all.size()).stream()
        .flatMap(block -> block.lines().stream())
        .map(TextBlocks::bare)
        .filter(line -> !line.isEmpty())
        .forEach(setAside::add);
    return all.subList(0, end);
  }
}
