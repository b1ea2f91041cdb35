package galley.markdown;

import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Small questions to the parser's tree. */
final class Nodes {
  private Nodes() {}

  static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  static boolean hasOneChild(Node parent) {
    Node first = parent.getFirstChild();
    return first != null && first.getNext() == null;
  }

  /** From the first to the last unit of a node's source. */
  static Span span(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return new Span(0, 0);
    }
    SourceSpan last = spans.getLast();
    int start = spans.getFirst().getInputIndex();
    return new Span(start, Math.max(start, last.getInputIndex() + last.getLength()));
  }

  static int firstLine(Node node) {
    return node.getSourceSpans().isEmpty() ? -1 : node.getSourceSpans().getFirst().getLineIndex();
  }

  static int lastLine(Node node) {
    return node.getSourceSpans().isEmpty() ? -1 : node.getSourceSpans().getLast().getLineIndex();
  }

  /** The words inside a node, as they are heard: markup left out, pictures by their alt text. */
  static String text(Node node) {
    StringBuilder out = new StringBuilder();
    appendText(node, out);
    return out.toString();
  }

  private static void appendText(Node node, StringBuilder out) {
    switch (node) {
      case Text text -> out.append(text.getLiteral());
      case Code code -> out.append(code.getLiteral());
      case SoftLineBreak _ -> out.append('\n');
      case HardLineBreak _ -> out.append('\n');
      default -> {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
          appendText(child, out);
        }
      }
    }
  }

  static PictureUse picture(Image image, boolean alone) {
    String title = image.getTitle();
    return new PictureUse(
        image.getDestination(), text(image), title == null ? "" : title, span(image), alone);
  }
}
