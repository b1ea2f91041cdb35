package galley.markdown;

import galley.text.Span;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Carries the styles of parsed words to their lines. */
final class MarkedWords {
  private final String words;
  private final List<MarkedLine> lines;

  MarkedWords(String words, List<MarkedLine> lines) {
    this.words = words;
    this.lines = lines;
  }

  void read(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      switch (child) {
        case Emphasis node -> around(node, Mark.EMPHASIS, Mark.MARKUP);
        case StrongEmphasis node -> around(node, Mark.STRONG, Mark.MARKUP);
        case Strikethrough node -> around(node, Mark.STRUCK, Mark.MARKUP);
        case Link node -> around(node, Mark.LINK, Mark.MARKUP | Mark.ADDRESS);
        case Image node -> around(node, Mark.PICTURE, Mark.MARKUP | Mark.ADDRESS);
        case Code node -> code(Nodes.span(node));
        case HtmlInline node -> add(Nodes.span(node), Mark.HTML);
        case FootnoteReference node -> add(Nodes.span(node), Mark.NOTE);
        case Text node -> escapes(node);
        default -> read(child);
      }
    }
  }

  /**
   * Styles a node's words, and its signs: what stands before its first and after its last child.
   */
  private void around(Node node, int style, int closing) {
    Span whole = Nodes.span(node);
    Node first = node.getFirstChild();
    Node last = node.getLastChild();
    int open = whole.start() + (node instanceof Image ? 2 : 1);
    int close = open;
    if (first != null && last != null) {
      open = first.getSourceSpans().isEmpty() ? open : Nodes.span(first).start();
      close = last.getSourceSpans().isEmpty() ? whole.end() : Nodes.span(last).end();
    }
    open = Math.clamp(open, whole.start(), whole.end());
    close = Math.clamp(close, open, whole.end());
    boolean bare = node instanceof Link && whole.start() == open && whole.end() == close;
    add(new Span(open, close), bare ? Mark.ADDRESS | style : style);
    add(new Span(whole.start(), open), Mark.MARKUP);
    add(new Span(close, whole.end()), closing);
    read(node);
  }

  private void code(Span span) {
    int ticks = 0;
    while (ticks < span.length() / 2 && words.charAt(span.start() + ticks) == '`') {
      ticks++;
    }
    add(span, Mark.CODE);
    add(new Span(span.start(), span.start() + ticks), Mark.MARKUP);
    add(new Span(span.end() - ticks, span.end()), Mark.MARKUP);
  }

  /** Backslashes that are not read (CommonMark 2.4). */
  private void escapes(Text text) {
    for (SourceSpan part : text.getSourceSpans()) {
      int end = part.getInputIndex() + part.getLength();
      for (int i = words.indexOf('\\', part.getInputIndex()); i >= 0 && i + 1 < end; ) {
        if (isPunctuation(words.charAt(i + 1))) {
          add(new Span(i, i + 1), Mark.MARKUP);
        }
        i = words.indexOf('\\', i + 2);
      }
    }
  }

  private static boolean isPunctuation(char c) {
    return c < 127 && c > ' ' && !Character.isLetterOrDigit(c);
  }

  private void add(Span span, int style) {
    for (MarkedLine line : lines) {
      line.addAmongAll(span.start(), span.end(), style);
    }
  }
}
