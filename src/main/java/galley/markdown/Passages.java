package galley.markdown;

import galley.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** A body as paragraphs whose words know their place in the source, for word processors. */
public final class Passages {
  private final SourceWords words;
  private final String source;
  private final Map<String, List<Passage>> notes = new LinkedHashMap<>();
  private List<Passage> out = new ArrayList<>();
  private int quotes;
  private int depth = -1;
  private int lists;
  private Passage.@Nullable Item item;

  /**
   * The paragraphs of a body.
   *
   * @param body in their order, footnotes left out
   * @param notes of each footnote by its label
   */
  public record All(List<Passage> body, Map<String, List<Passage>> notes) {}

  private Passages(String source) {
    this.source = source;
    words = new SourceWords(source);
  }

  /** The paragraphs of a body that has been read. */
  public static All of(ParsedBody body) {
    Passages passages = new Passages(body.source());
    passages.blocks(body.document());
    return new All(List.copyOf(passages.out), Map.copyOf(passages.notes));
  }

  private void blocks(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      block(child);
    }
  }

  private void block(Node node) {
    switch (node) {
      case Paragraph paragraph -> add(Passage.Kind.TEXT, 0, words.of(paragraph));
      case org.commonmark.node.Heading heading ->
          add(Passage.Kind.HEADING, heading.getLevel(), words.of(heading));
      case BlockQuote quote -> {
        quotes++;
        blocks(quote);
        quotes--;
      }
      case ListBlock list -> list(list);
      case FencedCodeBlock code -> code(code.getLiteral(), Nodes.span(code));
      case IndentedCodeBlock code -> code(code.getLiteral(), Nodes.span(code));
      case HtmlBlock html ->
          add(Passage.Kind.HTML, 0, words.verbatim(html.getLiteral(), Nodes.span(html), 0));
      case ThematicBreak rule -> add(Passage.Kind.RULE, 0, words.nothing(Nodes.span(rule)));
      case TableBlock table -> table(table);
      case FootnoteDefinition note -> note(note);
      case LinkReferenceDefinition _, TaskListItemMarker _ -> {}
      default -> blocks(node);
    }
  }

  private void add(Passage.Kind kind, int level, List<Stretch> stretches) {
    Passage.Item of = item;
    out.add(new Passage(kind, level, quotes, Optional.ofNullable(of), stretches, List.of()));
    if (of != null) {
      item = new Passage.Item(of.list(), of.depth(), of.numbered(), false, of.number(), "");
    }
  }

  private void code(String literal, Span span) {
    String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    int from =
        source.startsWith(text, span.start())
            ? span.start()
            : source.indexOf('\n', span.start()) + 1;
    add(
        Passage.Kind.CODE,
        0,
        words.verbatim(text, new Span(Math.min(from, span.end()), span.end()), 0));
  }

  private void list(ListBlock list) {
    Passage.@Nullable Item outer = item;
    int id = lists++;
    boolean numbered = list instanceof OrderedList;
    Integer start = list instanceof OrderedList one ? one.getMarkerStartNumber() : null;
    int number = start == null ? 1 : start;
    depth++;
    for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
      String box =
          child.getFirstChild() instanceof TaskListItemMarker marker
              ? marker.isChecked() ? "☑ " : "☐ "
              : "";
      item = new Passage.Item(id, depth, numbered, true, number++, box);
      blocks(child);
    }
    depth--;
    item = outer;
  }

  private void table(TableBlock table) {
    List<List<List<Stretch>>> rows = new ArrayList<>();
    rows(table, rows);
    out.add(new Passage(Passage.Kind.TABLE, 0, quotes, Optional.ofNullable(item), List.of(), rows));
  }

  private void rows(Node parent, List<List<List<Stretch>>> rows) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof TableRow) {
        List<List<Stretch>> cells = new ArrayList<>();
        for (Node cell = child.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(cell instanceof TableCell ? words.of(cell) : List.of());
        }
        rows.add(cells);
      } else {
        rows(child, rows);
      }
    }
  }

  private void note(FootnoteDefinition note) {
    List<Passage> before = out;
    out = new ArrayList<>();
    blocks(note);
    notes.putIfAbsent(note.getLabel(), List.copyOf(out));
    out = before;
  }
}
