package galley.markdown;

import galley.text.Diff;
import java.util.EnumSet;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Document;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the body of a post: CommonMark 0.31 with tables, strikethrough ({@code ~~two tildes~~}; one
 * tilde is a tilde), task lists, footnotes and bare web addresses as links. Template tags are text.
 *
 * <p>Any text can be read, in time that grows with its length: containers and emphasis more than
 * 100 deep are taken as text. Safe to use from every thread.
 */
public final class Markdown {
  static final int DEEPEST = 100;

  private static final Parser ARTICLE =
      builder()
          .extensions(
              List.of(
                  TablesExtension.create(),
                  StrikethroughExtension.builder().requireTwoTildes(true).build(),
                  TaskListItemsExtension.create(),
                  FootnotesExtension.create(),
                  AutolinkExtension.builder().linkTypes(EnumSet.allOf(AutolinkType.class)).build()))
          .build();
  private static final Parser COMMONMARK = builder().build();

  private Markdown() {}

  /** Reads a body. Never fails, whatever the text. */
  public static ParsedBody parse(String body) {
    return parse(body, Dialect.ARTICLE);
  }

  /** How many of the words that a reader reads came and went from one body to a later one. */
  public static Diff.Counts changes(String before, String after) {
    return before.equals(after)
        ? new Diff.Counts(0, 0)
        : Diff.count(parse(before).plainText(), parse(after).plainText());
  }

  static ParsedBody parse(String body, Dialect dialect) {
    Parser parser = dialect == Dialect.ARTICLE ? ARTICLE : COMMONMARK;
    return new ParsedBody(body, (Document) parser.parse(body), dialect);
  }

  private static Parser.Builder builder() {
    return Parser.builder()
        .maxOpenBlockParsers(DEEPEST)
        .maxInlineNesting(DEEPEST)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES);
  }
}
