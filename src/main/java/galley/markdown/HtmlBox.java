package galley.markdown;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Finds the boxes of task lists, drawn as a control or typed as {@code [ ]}. */
final class HtmlBox {
  private static final String CONTROL =
      "> input[type=checkbox], > p > input[type=checkbox], > label > input[type=checkbox],"
          + " > p > label > input[type=checkbox]";

  private HtmlBox() {}

  static Part.Item item(Node node, List<Part> parts) {
    if (!(parts.getFirst() instanceof Part.Words words)) {
      return new Part.Item("", parts);
    }
    Element control = node instanceof Element element ? element.selectFirst(CONTROL) : null;
    if (control != null) {
      return new Part.Item(control.hasAttr("checked") ? "[x] " : "[ ] ", parts);
    }
    StringBuilder start = new StringBuilder();
    words.atoms().stream().limit(5).forEach(atom -> start.append(atom.text()));
    if (!start.toString().matches("\\[[ xX]\\] \\S[\\s\\S]*")) {
      return new Part.Item("", parts);
    }
    List<Part> rest = new ArrayList<>(parts);
    rest.set(0, new Part.Words(words.atoms().subList(4, words.atoms().size())));
    return new Part.Item(start.charAt(1) == ' ' ? "[ ] " : "[x] ", rest);
  }
}
