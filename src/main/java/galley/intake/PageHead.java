package galley.intake;

import galley.intake.TextBlocks.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands above an article in the text of its page: navigation, a headline, a standfirst, who
 * wrote it, when, and how long it takes to read.
 *
 * @param headline empty where none was found
 * @param standfirst may be empty
 * @param section may be empty
 * @param meta byline, dates and reading time
 * @param setAside the lines that belong to none of these
 * @param rest the blocks below, from the first that is not above the article
 * @param telling whether the lines look like those of a web page at all
 */
record PageHead(
    String headline,
    String standfirst,
    String section,
    MetaLine meta,
    List<String> setAside,
    List<Block> rest,
    boolean telling) {
  private static final int MOST_LINES = 80;
  private static final MetaLine NOTHING =
      new MetaLine(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A line, and whether it is a block by itself. */
  private record Line(String text, Block block, boolean alone) {
    boolean isResidue() {
      return Residue.isOne(text);
    }
  }

  static PageHead of(List<Block> blocks) {
    List<Line> lines = lines(blocks);
    int[] span = span(lines);
    MetaLine meta = NOTHING;
    for (int i = span[0]; i < span[1]; i++) {
      meta = MetaLine.of(lines.get(i).text()).map(meta::and).orElse(meta);
    }
    int headline = headline(lines, span, blocks);
    if (meta.names().isEmpty()) {
      meta = meta.and(unlabelled(lines, span, headline));
    }
    int end = Math.max(span[1], headline + 1);
    int kicker = kicker(lines, headline);
    List<String> setAside = new ArrayList<>();
    List<Block> kept = new ArrayList<>();
    String standfirst = "";
    String section = "";
    for (int i = 0; i < end; i++) {
      String text = TextBlocks.bare(lines.get(i).text());
      if (i == headline || MetaLine.of(lines.get(i).text()).isPresent() || isName(text, meta)) {
        continue;
      }
      if (i == kicker) {
        section = text;
      } else if (lines.get(i).isResidue()) {
        setAside.add(text);
      } else if (i > headline && standfirst.isEmpty() && isStandfirst(lines.get(i))) {
        standfirst = text;
      } else if (i > headline && lines.get(i).block().isProse()) {
        kept.add(new Block(List.of(lines.get(i).text())));
      } else {
        setAside.add(text);
      }
    }
    while (end < lines.size() && isBelowHead(lines.get(end), meta)) {
      setAside.add(TextBlocks.bare(lines.get(end++).text()));
    }
    kept.addAll(rest(blocks, lines, end));
    return new PageHead(
        headline < 0 ? "" : TextBlocks.bare(lines.get(headline).text()),
        standfirst,
        section,
        meta,
        setAside.stream().filter(text -> !text.isEmpty()).toList(),
        kept,
        isTelling(blocks, meta));
  }

  /** One sign of a page may be chance; two are not. */
  private static boolean isTelling(List<Block> blocks, MetaLine meta) {
    List<String> lines = blocks.stream().flatMap(block -> block.lines().stream()).toList();
    long social = lines.stream().filter(Residue::isSocial).count();
    boolean tail =
        blocks.stream().anyMatch(block -> block.isOneLine() && Residue.isTail(block.text()));
    int signs =
        (meta.names().isEmpty() ? 0 : 1)
            + (meta.date().isPresent() || meta.updated().isPresent() ? 1 : 0)
            + (meta.minutes().isPresent() ? 1 : 0)
            + (social > 1 ? 1 : 0)
            + (tail ? 1 : 0)
            + (lines.stream().anyMatch(Residue::isTelling) ? 2 : 0);
    return signs >= 2;
  }

  private static List<Line> lines(List<Block> blocks) {
    List<Line> lines = new ArrayList<>();
    for (Block block : blocks) {
      for (String line : block.lines()) {
        lines.add(new Line(line, block, block.isOneLine()));
      }
      if (lines.size() >= MOST_LINES) {
        break;
      }
    }
    return lines;
  }

  /** From the first line that tells of the article to the one after the last; 0 and 0 if none. */
  private static int[] span(List<Line> lines) {
    int first = -1;
    int last = -1;
    int prose = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (MetaLine.of(line.text()).isPresent()) {
        first = first < 0 ? i : first;
        last = i;
      } else if (line.block().isProse() && !line.isResidue()) {
        prose++;
        if (first >= 0 || prose > 2) {
          break;
        }
      }
    }
    return first < 0 ? new int[] {0, 0} : new int[] {first, last + 1};
  }

  private static int headline(List<Line> lines, int[] span, List<Block> blocks) {
    int end = span[1] > 0 ? span[0] : lines.size();
    int fallback = -1;
    for (int i = 0; i < end; i++) {
      Line line = lines.get(i);
      if (!canBeHeadline(line) || isSiteName(line.text(), blocks)) {
        continue;
      }
      if (line.text().split("\\s+", -1).length >= 4) {
        return i;
      }
      fallback = fallback < 0 && !Residue.isSection(line.text()) ? i : fallback;
      if (span[1] == 0 && fallback >= 0) {
        return fallback; // without a byline below there is nothing to wait for
      }
    }
    if (fallback >= 0) {
      return fallback;
    }
    for (int i = span[1]; i < lines.size() && i < span[1] + 4; i++) {
      if (canBeHeadline(lines.get(i))) {
        return i; // "3 March 2024" may stand above the headline
      }
    }
    return -1;
  }

  /** The name of a section right above the headline, -1 where there is none. */
  private static int kicker(List<Line> lines, int headline) {
    for (int i = headline - 1; i >= 0; i--) {
      if (lines.get(i).alone() && Residue.isSection(lines.get(i).text())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean canBeHeadline(Line line) {
    String text = line.text();
    return line.alone()
        && !line.isResidue()
        && !Residue.isTail(text)
        && !TextBlocks.hasBullet(text)
        && MetaLine.of(text).isEmpty()
        && text.length() <= 250
        && !(line.block().isProse() && line.block().isSentence())
        && !text.matches(".+\\s[/>›»]\\s.+");
  }

  /** A name that the copyright line at the end has too. */
  private static boolean isSiteName(String text, List<Block> blocks) {
    String name = text.toLowerCase(Locale.ROOT);
    return blocks.stream()
        .flatMap(block -> block.lines().stream())
        .map(line -> line.toLowerCase(Locale.ROOT))
        .anyMatch(line ->
            line.length() > name.length()
                && line.contains(name)
                && (line.contains("©") || line.contains("copyright") || line.contains("rights")));
  }

  /** A name right above or below a date, that nobody wrote "by" before. */
  private static MetaLine unlabelled(List<Line> lines, int[] span, int headline) {
    for (int i = Math.max(0, span[0] - 2); i < Math.min(lines.size(), span[1] + 2); i++) {
      String text = TextBlocks.bare(lines.get(i).text());
      if (i != headline
          && i > headline
          && text.contains(" ")
          && !lines.get(i).isResidue()
          && MetaLine.isName(text)) {
        return new MetaLine(List.of(text), Optional.empty(), Optional.empty(), Optional.empty());
      }
    }
    return NOTHING;
  }

  private static boolean isName(String text, MetaLine meta) {
    return meta.names().stream().anyMatch(name -> name.equalsIgnoreCase(text));
  }

  private static boolean isStandfirst(Line line) {
    String text = line.text();
    return line.alone()
        && text.length() <= 400
        && (text.split("\\s+", -1).length >= 6 || line.block().isSentence());
  }

  private static boolean isBelowHead(Line line, MetaLine meta) {
    return line.isResidue() || isName(TextBlocks.bare(line.text()), meta);
  }

  /** The blocks from a line on. */
  private static List<Block> rest(List<Block> blocks, List<Line> lines, int from) {
    List<Block> rest = new ArrayList<>();
    int at = 0;
    for (Block block : blocks) {
      int next = at + block.lines().size();
      if (at >= from || at >= lines.size()) {
        rest.add(block);
      } else if (next > from) {
        rest.add(new Block(block.lines().subList(from - at, block.lines().size())));
      }
      at = next;
    }
    return rest;
  }
}
