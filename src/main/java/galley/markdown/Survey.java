package galley.markdown;

import galley.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** One walk over a parsed body, in the order of the source, that notes what is in it. */
final class Survey {
  final List<Heading> outline = new ArrayList<>();
  final List<PictureUse> pictures = new ArrayList<>();
  final List<LinkUse> links = new ArrayList<>();
  final Map<Node, Heading> headings = new HashMap<>();
  final Map<Node, PictureUse> uses = new HashMap<>();
  final Map<Node, List<Piece>> html = new HashMap<>();
  final Map<Node, InlineTag> tags = new HashMap<>();
  final Map<Node, Integer> levels = new HashMap<>();
  private final Levels pageLevels;
  private final StringBuilder plain = new StringBuilder();
  private final RawHtml raw;
  private final Ids ids = new Ids();

  Survey(Node document, Dialect dialect) {
    pageLevels = new Levels(dialect);
    raw = new RawHtml(ids, pageLevels);
    blocks(document);
  }

  String plainText() {
    return plain.toString().strip();
  }

  private void blocks(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      switch (child) {
        case org.commonmark.node.Heading heading -> heading(heading);
        case Paragraph paragraph -> {
          inlines(paragraph);
          plain.append('\n');
        }
        case TableCell cell -> {
          inlines(cell);
          plain.append('\n');
        }
        case HtmlBlock block -> html(block);
        case FencedCodeBlock code -> plain.append(code.getLiteral()).append('\n');
        case IndentedCodeBlock code -> plain.append(code.getLiteral()).append('\n');
        default -> blocks(child);
      }
    }
  }

  private void heading(org.commonmark.node.Heading node) {
    String text = Nodes.text(node).replace('\n', ' ').strip();
    Heading heading = new Heading(node.getLevel(), text, ids.of(text), Nodes.span(node));
    headings.put(node, heading);
    if (node.getFirstChild() != null) {
      levels.put(node, pageLevels.next(node.getLevel()));
    }
    outline.add(heading);
    inlines(node);
    plain.append('\n');
  }

  private void html(HtmlBlock block) {
    RawHtml.Cleaned cleaned = raw.block(block.getLiteral(), Nodes.span(block));
    html.put(block, cleaned.pieces());
    pictures.addAll(cleaned.pictures());
    links.addAll(cleaned.links());
    plain.append(cleaned.text()).append('\n');
  }

  private void inlines(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      switch (child) {
        case Text text -> plain.append(text.getLiteral());
        case Code code -> plain.append(code.getLiteral());
        case SoftLineBreak _ -> plain.append(' ');
        case HardLineBreak _ -> plain.append('\n');
        case Image image -> {
          boolean alone = parent instanceof Paragraph && Nodes.hasOneChild(parent);
          PictureUse use = Nodes.picture(image, alone);
          uses.put(image, use);
          pictures.add(use);
        }
        case Link link -> {
          links.add(new LinkUse(link.getDestination(), Nodes.text(link).strip(), Nodes.span(link)));
          inlines(link);
        }
        case HtmlInline html -> tag(html);
        case FootnoteReference _ -> {}
        default -> inlines(child);
      }
    }
  }

  private void tag(HtmlInline html) {
    Span span = Nodes.span(html);
    InlineTag tag = raw.inline(html.getLiteral(), span);
    tags.put(html, tag);
    tag.picture().ifPresent(pictures::add);
    if (tag.kind() == InlineTag.Kind.BREAK) {
      plain.append('\n');
    }
  }
}
