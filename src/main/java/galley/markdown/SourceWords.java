package galley.markdown;

import galley.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads what stands between words as stretches that know their source. */
final class SourceWords {
  private final String source;

  SourceWords(String source) {
    this.source = source;
  }

  List<Stretch> of(Node parent) {
    List<Stretch> out = new ArrayList<>();
    children(parent, 0, Optional.empty(), out);
    return out;
  }

  /** SourceWords that stand in the source as they are, line by line. */
  List<Stretch> verbatim(String text, Span span, int looks) {
    return text.isEmpty() ? nothing(span) : List.of(words(text, span, looks, Optional.empty()));
  }

  /** No words, but a place. */
  List<Stretch> nothing(Span span) {
    return List.of(
        new Stretch(
            Stretch.Kind.WORDS,
            "",
            0,
            Optional.empty(),
            Optional.empty(),
            new int[] {span.start()}));
  }

  private void children(Node parent, int looks, Optional<String> link, List<Stretch> out) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      read(child, looks, link, out);
    }
  }

  private void read(Node node, int looks, Optional<String> link, List<Stretch> out) {
    switch (node) {
      case Text text -> text(text.getLiteral(), Nodes.span(text), looks, link, out);
      case Code code ->
          out.add(words(code.getLiteral(), Nodes.span(code), looks | Mark.CODE, link));
      case HtmlInline html ->
          out.add(words(html.getLiteral(), Nodes.span(html), looks | Mark.HTML, link));
      case Emphasis inner -> children(inner, looks | Mark.EMPHASIS, link, out);
      case StrongEmphasis inner -> children(inner, looks | Mark.STRONG, link, out);
      case Strikethrough inner -> children(inner, looks | Mark.STRUCK, link, out);
      case Link inner -> children(inner, looks, Optional.of(inner.getDestination()), out);
      case SoftLineBreak _ -> gap(Stretch.Kind.WORDS, " ", looks, link, out);
      case HardLineBreak _ -> gap(Stretch.Kind.BREAK, "\n", looks, link, out);
      case Image image -> {
        Span span = Nodes.span(image);
        String alt = Nodes.text(image);
        int[] places = new int[alt.length() + 1];
        Arrays.fill(places, span.start());
        places[alt.length()] = span.end();
        out.add(
            new Stretch(
                Stretch.Kind.PICTURE,
                alt,
                looks,
                link,
                Optional.of(image.getDestination()),
                places));
      }
      case FootnoteReference note -> {
        Span span = Nodes.span(note);
        String label = note.getLabel();
        int[] places = new int[label.length() + 1];
        Arrays.fill(places, span.start());
        places[label.length()] = span.end();
        out.add(
            new Stretch(Stretch.Kind.NOTE, label, 0, Optional.empty(), Optional.empty(), places));
      }
      default -> children(node, looks, link, out);
    }
  }

  /** A line break stands where the words before it end. */
  private void gap(
      Stretch.Kind kind, String text, int looks, Optional<String> link, List<Stretch> out) {
    int at = out.isEmpty() ? 0 : out.getLast().span().end();
    int line = source.indexOf('\n', at);
    int end = line < 0 ? source.length() : line + 1;
    out.add(new Stretch(kind, text, looks, link, Optional.empty(), new int[] {at, end}));
  }

  private void text(String text, Span span, int looks, Optional<String> link, List<Stretch> out) {
    if (!text.isEmpty()) {
      out.add(words(text, span, looks, link));
    }
  }

  private Stretch words(String text, Span span, int looks, Optional<String> link) {
    return new Stretch(Stretch.Kind.WORDS, text, looks, link, Optional.empty(), places(text, span));
  }

  /**
   * Where each unit of read words stands: signs and escapes between them are passed over
   * (CommonMark 2.4 and 2.5).
   */
  private int[] places(String text, Span span) {
    int[] places = new int[text.length() + 1];
    int at = span.start();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int found = at;
      if (at < span.end() && source.charAt(at) != c) {
        if (source.charAt(at) == '&') {
          int end = source.indexOf(';', at);
          places[i] = at;
          boolean more = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
          at = end < 0 || end >= span.end() || more ? at : end + 1;
          continue;
        }
        found = source.indexOf(c, at);
        found = found < 0 || found >= span.end() ? at : found;
      }
      places[i] = found;
      at = Math.min(span.end(), found + 1);
    }
    places[text.length()] = Math.max(at, span.start());
    return places;
  }
}
