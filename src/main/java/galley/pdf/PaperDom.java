package galley.pdf;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The document that is laid out: the article as tags and fonts of a PDF want it. */
final class PaperDom {
  private static final int MOST_COLUMNS = 14;

  // in CSS pixels: the width and the height a picture may have
  private static final double WIDEST = 610;
  private static final double HIGHEST = 529;

  private static final String UNSHOWN = "\u25a1";

  private PaperDom() {}

  static org.w3c.dom.Document of(Paper paper, PaperFonts fonts) {
    Document document = Document.createShell("");
    Paper.About about = paper.about();
    document.child(0).attr("lang", about.language());
    Element head = document.head();
    head.appendElement("title").text(about.title());
    meta(head, "author", String.join(", ", about.authors()));
    meta(head, "subject", about.description());
    meta(head, "description", about.description());
    meta(head, "keywords", String.join(", ", about.keywords()));
    bookmarks(head, paper.bookmarks());
    head.appendElement("style").appendText(css(paper, fonts));
    document.body().append(paper.html());
    pictures(document);
    headings(document);
    links(document);
    boxes(document);
    topics(document);
    if (!document.select("[dir=rtl]").isEmpty()) {
      markers(document);
    }
    wideTables(document);
    unshown(document.body(), fonts);
    return new W3CDom().namespaceAware(false).fromJsoup(document);
  }

  private static void meta(Element head, String name, String content) {
    if (!content.isBlank()) {
      head.appendElement("meta").attr("name", name).attr("content", content);
    }
  }

  private static String css(Paper paper, PaperFonts fonts) {
    String css = paper.css();
    for (String family : List.of("Serif", "Sans", "Mono")) {
      css = css.replace("var(--" + family.toLowerCase(Locale.ROOT) + ")", fonts.families(family));
    }
    return css;
  }

  private static void bookmarks(Element head, List<Paper.Bookmark> headings) {
    Element all = head.appendElement("bookmarks");
    Deque<Element> open = new ArrayDeque<>(List.of(all));
    Deque<Integer> levels = new ArrayDeque<>(List.of(0));
    for (Paper.Bookmark heading : headings) {
      while (levels.element() >= heading.level()) {
        levels.pop();
        open.pop();
      }
      Element one =
          open.element()
              .appendElement("bookmark")
              .attr("name", heading.text())
              .attr("href", "#" + heading.id());
      open.push(one);
      levels.push(heading.level());
    }
  }

  private static void pictures(Document document) {
    for (Element image : document.select("img")) {
      String address = PdfWriter.PICTURE + image.attr("src");
      image.attr("src", address);
      if (image.attr("alt").isBlank()) {
        image.replaceWith(ground(image, address));
      }
    }
  }

  // What only adorns is no content: a background is the one thing that is tagged as an artifact
  private static Element ground(Element image, String address) {
    double width = number(image.attr("width"));
    double height = number(image.attr("height"));
    double fit = Math.min(1, Math.min(WIDEST / width, HIGHEST / height));
    return new Element("span")
        .attr(
            "style",
            "display:inline-block;width:"
                + Math.round(width * fit)
                + "px;height:"
                + Math.round(height * fit)
                + "px;background:url('"
                + address
                + "') no-repeat;background-size:100% 100%");
  }

  private static double number(String text) {
    return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 100;
  }

  // ISO 14289-1, 7.4.2: no level may be left out going down. What it looks like stays.
  private static void headings(Document document) {
    int last = 0;
    for (Element heading : document.select("h1,h2,h3,h4,h5,h6")) {
      int level = heading.normalName().charAt(1) - '0';
      int allowed = Math.min(level, last + 1);
      if (allowed != level) {
        heading.tagName("h" + allowed).addClass("as-h" + level);
      }
      last = allowed;
    }
  }

  // ISO 14289-1, 7.18.5: a link says in words where it leads
  private static void links(Document document) {
    for (Element link : document.select("a[href]")) {
      String to = link.attr("href");
      if (link.text().isBlank() && link.select("img").isEmpty()) {
        link.unwrap();
      } else if (link.attr("title").isBlank()) {
        link.attr("title", to.startsWith("#") ? link.text() : to);
      }
    }
  }

  private static void boxes(Document document) {
    for (Element box : document.select("input")) {
      box.replaceWith(new TextNode(box.hasAttr("checked") ? "\u2611" : "\u2610"));
    }
  }

  // A list whose items stand in one line is not tagged as one
  private static void topics(Document document) {
    for (Element list : document.select("ul.tags")) {
      list.replaceWith(
          new Element("p").addClass("tags").text(String.join(" · ", list.select("li").eachText())));
    }
  }

  // Where text runs from the right no signs are set beside the items of lists
  private static void markers(Document document) {
    for (Element item : document.select("ul > li:not(.task), ol > li")) {
      Element parent = item.parent();
      boolean counted = parent != null && parent.normalName().equals("ol");
      item.prependText(counted ? item.elementSiblingIndex() + 1 + ". " : "• ");
      item.attr("style", "list-style-type:none");
    }
  }

  /** A table that no page can hold is told row by row, each cell with its column's name. */
  private static void wideTables(Document document) {
    for (Element table : document.select("table")) {
      int columns = table.select("tr").stream().mapToInt(row -> row.childrenSize()).max().orElse(0);
      if (columns > MOST_COLUMNS) {
        List<String> names = table.select("thead th").eachText();
        Element rows = new Element("div").addClass("rows");
        for (Element row : table.select("tbody tr")) {
          Element list = rows.appendElement("ul");
          for (int i = 0; i < row.childrenSize(); i++) {
            Element item = list.appendElement("li");
            if (i < names.size() && !names.get(i).isBlank()) {
              item.appendElement("b").text(names.get(i));
              item.appendText(" ");
            }
            item.insertChildren(-1, row.child(i).childNodesCopy());
          }
        }
        table.replaceWith(rows);
      } else if (columns > MOST_COLUMNS / 2) {
        table.addClass("many");
      }
    }
  }

  // ISO 14289-1, 7.21.8: no letter may be shown by a font that has it not
  private static void unshown(Node node, PaperFonts fonts) {
    if (node instanceof TextNode text) {
      String whole = Normalizer.normalize(text.getWholeText(), Normalizer.Form.NFC);
      StringBuilder shown = new StringBuilder();
      whole
          .codePoints()
          .filter(letter -> !isJoining(letter))
          .forEach(letter -> {
            if (Character.isISOControl(letter) && !Character.isWhitespace(letter)) {
              return;
            }
            if (fonts.shows(letter)) {
              shown.appendCodePoint(letter);
            } else {
              shown.append(UNSHOWN);
            }
          });
      text.text(shown.toString());
    }
    for (Node child : List.copyOf(node.childNodes())) {
      unshown(child, fonts);
    }
  }

  // They change the letters beside them and have no form of their own
  private static boolean isJoining(int letter) {
    return letter == 0x200D || letter == 0xFE0F || letter == 0xFE0E || letter == 0x200C;
  }
}
