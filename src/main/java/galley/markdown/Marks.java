package galley.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds the emphasis, links, code and other marks in lines while they are written: the same reading
 * as the page's, but of a few lines alone, so that it can run at every key. A link that names its
 * address elsewhere ({@code [words][label]}) is taken for one without looking whether the label is
 * defined. Safe to use from every thread.
 */
public final class Marks {
  /**
   * Lines that together have more units than this are marked one by one, and one alone with more
   * gets no marks within its words.
   */
  public static final int LONGEST = 20_000;

  private static final Parser WORDS =
      Parser.builder()
          .enabledBlockTypes(Set.of())
          .maxInlineNesting(Markdown.DEEPEST)
          .extensions(
              List.of(
                  StrikethroughExtension.builder().requireTwoTildes(true).build(),
                  AutolinkExtension.create()))
          .linkProcessor(Marks::reference)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private Marks() {}

  /** The marks of one line, in order and without overlaps. */
  public static List<Mark> of(String line, LineKind kind) {
    return of(List.of(line), List.of(kind)).getFirst();
  }

  /**
   * The marks of lines that make one paragraph, line by line.
   *
   * @see LineKinds#paragraph
   */
  public static List<List<Mark>> of(List<String> lines, List<LineKind> kinds) {
    List<MarkedLine> marked = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      MarkedLine line = new MarkedLine(lines.get(i), kinds.get(i), words.length());
      marked.add(line);
      words.append(line.words()).append('\n');
    }
    if (words.length() > LONGEST && lines.size() > 1) {
      return IntStream.range(0, lines.size())
          .mapToObj(i -> of(lines.get(i), kinds.get(i)))
          .toList();
    }
    if (words.length() > 1 && words.length() <= LONGEST) {
      new MarkedWords(words.toString(), marked).read(WORDS.parse(words.toString()));
    }
    return marked.stream().map(MarkedLine::marks).toList();
  }

  /** Whether a line's words are one picture and nothing more. */
  static boolean isPicture(String words) {
    String bare = words.strip();
    if (!bare.startsWith("![") || !bare.endsWith(")") || bare.length() > LONGEST) {
      return false;
    }
    Node paragraph = WORDS.parse(bare).getFirstChild();
    return paragraph instanceof Paragraph
        && Nodes.hasOneChild(paragraph)
        && paragraph.getFirstChild() instanceof Image;
  }

  /** Takes footnote marks and full references as such without their definitions. */
  private static LinkResult reference(LinkInfo link, Scanner scanner, InlineParserContext context) {
    if (link.destination() != null) {
      return LinkResult.none();
    }
    String text = link.text();
    boolean picture = link.marker() != null;
    if (text.length() > 1 && text.startsWith("^") && text.indexOf(' ') < 0 && !picture) {
      return LinkResult.replaceWith(
          new FootnoteReference(text.substring(1)), link.afterTextBracket());
    }
    if (link.label() == null || link.label().isEmpty() || text.isEmpty()) {
      return LinkResult.none();
    }
    Node node = picture ? new Image("", null) : new Link("", null);
    LinkResult result = LinkResult.wrapTextIn(node, scanner.position());
    return picture ? result.includeMarker() : result;
  }
}
