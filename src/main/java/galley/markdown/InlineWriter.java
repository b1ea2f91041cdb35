package galley.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
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
import org.jspecify.annotations.Nullable;

/** Writes what stands between words. HTML tags come out balanced within their parent. */
final class InlineWriter {
  private final Survey survey;
  private final Footnotes footnotes;
  private final Dialect dialect;
  private final PictureHtml pictures;
  private int links;

  InlineWriter(Survey survey, Footnotes footnotes, Dialect dialect, PictureHtml pictures) {
    this.survey = survey;
    this.footnotes = footnotes;
    this.dialect = dialect;
    this.pictures = pictures;
  }

  void write(Node parent, StringBuilder out) {
    Deque<String> open = new ArrayDeque<>();
    Node child = parent.getFirstChild();
    while (child != null) {
      if (child instanceof HtmlInline html) {
        child = tag(html, open, out);
      } else {
        inline(child, out);
      }
      child = child.getNext();
    }
    while (!open.isEmpty()) {
      close(open, out);
    }
  }

  private void inline(Node node, StringBuilder out) {
    switch (node) {
      case Text text -> Html.append(out, text.getLiteral());
      case SoftLineBreak _ -> out.append('\n');
      case HardLineBreak _ -> out.append(dialect == Dialect.ARTICLE ? "<br>\n" : "<br />\n");
      case Code code -> {
        out.append("<code>");
        Html.append(out, code.getLiteral());
        out.append("</code>");
      }
      case Emphasis emphasis -> wrap("em", emphasis, out);
      case StrongEmphasis strong -> wrap("strong", strong, out);
      case Strikethrough struck -> wrap("del", struck, out);
      case Link link -> link(link, out);
      case Image image -> {
        PictureUse use = survey.uses.get(image);
        out.append(pictures.render(use == null ? Nodes.picture(image, false) : use, false));
      }
      case FootnoteReference reference -> mark(reference, out);
      default -> write(node, out);
    }
  }

  private void wrap(String name, Node node, StringBuilder out) {
    out.append('<').append(name).append('>');
    write(node, out);
    out.append("</").append(name).append('>');
  }

  private void link(Link link, StringBuilder out) {
    Optional<String> address =
        dialect == Dialect.COMMONMARK
            ? Optional.of(Address.encoded(link.getDestination())).filter(Address::isSafe)
            : Address.forLink(link.getDestination());
    if (links > 0 || address.isEmpty()) {
      write(link, out);
      return;
    }
    out.append("<a href=\"");
    Html.append(out, address.get());
    if (link.getTitle() != null && !link.getTitle().isEmpty()) {
      out.append("\" title=\"");
      Html.append(out, link.getTitle());
    }
    out.append("\">");
    links++;
    write(link, out);
    links--;
    out.append("</a>");
  }

  private void mark(FootnoteReference reference, StringBuilder out) {
    Footnotes.@Nullable Mark mark = footnotes.mark(reference);
    if (mark == null) {
      Html.append(out, "[^" + reference.getLabel() + "]");
    } else if (links > 0) {
      out.append("<sup>").append(mark.note().number()).append("</sup>");
    } else {
      out.append("<sup class=\"footnote-ref\"><a href=\"#").append(mark.note().id());
      out.append("\" id=\"").append(mark.id()).append("\" role=\"doc-noteref\">");
      out.append(mark.note().number()).append("</a></sup>");
    }
  }

  /** Writes a tag; returns the last node that it took. */
  private Node tag(HtmlInline node, Deque<String> open, StringBuilder out) {
    InlineTag tag = survey.tags.get(node);
    if (tag == null) {
      return node;
    }
    switch (tag.kind()) {
      case OPEN -> {
        boolean link = tag.name().equals("a");
        if (!(link && links > 0)) {
          out.append(tag.html());
          open.push(tag.name());
          links += link ? 1 : 0;
        }
      }
      case CLOSE -> {
        if (open.contains(tag.name())) {
          boolean done = false;
          while (!done) {
            done = tag.name().equals(open.peek());
            close(open, out);
          }
        }
      }
      case BREAK, WHOLE -> {
        if (tag.picture().isPresent()) {
          out.append(pictures.render(tag.picture().get(), false));
        } else if (links == 0 || !tag.html().startsWith("<a ")) {
          out.append(tag.html());
        }
      }
      case DROPPED -> {
        return end(node, tag.name());
      }
      case NOTHING -> {}
    }
    return node;
  }

  /** The tag that closes what this one opens, or this one where nothing does. */
  private Node end(HtmlInline start, String name) {
    for (Node next = start.getNext(); next != null; next = next.getNext()) {
      InlineTag tag = survey.tags.get(next);
      if (tag != null && tag.kind() == InlineTag.Kind.CLOSE && tag.name().equals(name)) {
        return next;
      }
    }
    return start;
  }

  private void close(Deque<String> open, StringBuilder out) {
    String name = open.pop();
    links -= name.equals("a") ? 1 : 0;
    out.append("</").append(name).append('>');
  }

  void pieces(List<Piece> pieces, StringBuilder out) {
    for (Piece piece : pieces) {
      out.append(
          switch (piece) {
            case Piece.Markup(String html) -> html;
            case Piece.Picture(PictureUse use) -> pictures.render(use, use.alone());
          });
    }
  }
}
