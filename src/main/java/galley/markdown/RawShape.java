package galley.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Puts a cleaned tree into a shape that the content models of HTML allow. */
final class RawShape {
  private static final Set<String> TRANSPARENT = Set.of("a", "del", "ins");
  private static final Set<String> ONLY_PHRASING =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary");
  private static final Set<String> EMPTY_GO =
      Set.of(
          ("b blockquote code dl div em figcaption figure h1 h2 h3 h4 h5 h6 i ol p pre s small span"
                  + " strong sub sup u ul")
              .split(" "));
  private static final String FLOW = String.join(", ", RawTags.FLOW);

  private RawShape() {}

  static void put(Element body) {
    List<Element> deepestFirst = new ArrayList<>(body.getAllElements()).reversed();
    for (Element element : deepestFirst) {
      if (element.parent() != null && !element.nameIs("body")) {
        content(element);
      }
    }
    for (Element element : new ArrayList<>(body.getAllElements()).reversed()) {
      Element above = element.parent();
      if (above != null && !element.nameIs("body")) {
        place(element, above);
      }
    }
  }

  /** Looks at what an element holds. */
  private static void content(Element element) {
    String name = element.normalName();
    boolean inline = RawTags.INLINE.contains(name) && !TRANSPARENT.contains(name);
    if (inline && holdsFlow(element)) {
      element.unwrap();
    } else if (name.equals("p") && holdsFlow(element)) {
      element.tagName("div");
    } else if (ONLY_PHRASING.contains(name) && holdsFlow(element)) {
      element.select(FLOW).stream()
          .filter(inside -> !inside.equals(element))
          .forEach(inside -> {
            inside.before(new TextNode(" "));
            inside.unwrap();
          });
    } else if (name.equals("a") && element.select("a, details").size() > 1
        || name.equals("a") && element.attributesSize() == 0) {
      element.unwrap();
    } else {
      switch (name) {
        case "ul", "ol" -> list(element);
        case "dl" -> pairs(element);
        case "table" -> RawTable.put(element);
        case "figure" -> figure(element);
        case "details" -> details(element);
        case "th", "dt" -> element.select("h1, h2, h3, h4, h5, h6").tagName("p");
        case "caption" ->
            element.select("table, caption, tbody, thead, tfoot, tr, td, th").unwrap();
        default -> {}
      }
    }
  }

  private static boolean holdsFlow(Element element) {
    return element.select(FLOW).stream().anyMatch(inside -> !inside.equals(element));
  }

  /** Looks at where an element stands. */
  private static void place(Element element, Element above) {
    boolean lost =
        switch (element.normalName()) {
          case "li" -> !above.nameIs("ul") && !above.nameIs("ol");
          case "dt", "dd" -> !above.nameIs("dl");
          case "figcaption" -> !above.nameIs("figure");
          case "summary" -> !above.nameIs("details");
          default -> false;
        };
    if (lost) {
      element.tagName("div");
      element.removeAttr("value");
    }
    boolean empty =
        element.childrenSize() == 0 && element.text().isBlank() && element.id().isEmpty();
    if (empty && EMPTY_GO.contains(element.normalName())) {
      element.remove();
    }
  }

  private static void list(Element list) {
    for (Node child : List.copyOf(list.childNodes())) {
      boolean item = child instanceof Element element && element.nameIs("li");
      boolean blank = child instanceof TextNode text && text.isBlank();
      if (!item && !blank) {
        child.replaceWith(new Element("li").appendChild(child.clone()));
      }
    }
    if (list.childrenSize() == 0) {
      list.remove();
    }
  }

  private static void pairs(Element list) {
    StringBuilder order = new StringBuilder();
    for (Node child : list.childNodes()) {
      if (child instanceof Element element) {
        order.append(element.nameIs("dt") ? 't' : element.nameIs("dd") ? 'd' : 'x');
      } else if (child instanceof TextNode text && !text.isBlank()) {
        order.append('x');
      }
    }
    if (!order.toString().matches("(?:t+d+)+")) {
      list.tagName("div");
    }
  }

  private static void figure(Element figure) {
    Elements captions = figure.select("> figcaption");
    Element last = figure.lastElementChild();
    for (Element caption : captions) {
      boolean first = caption.equals(figure.firstElementChild());
      boolean kept = caption.equals(captions.getFirst()) && (first || caption.equals(last));
      if (!kept) {
        caption.tagName("div");
      }
    }
  }

  private static void details(Element details) {
    Element first = details.firstElementChild();
    if (first == null || !first.nameIs("summary")) {
      details.tagName("div");
      details.removeAttr("open");
    }
    details.select("> summary").stream().skip(1).forEach(more -> more.tagName("div"));
  }
}
