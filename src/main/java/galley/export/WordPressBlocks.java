package galley.export;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes bare HTML as the blocks of WordPress's editor, with the classes that make them valid. */
final class WordPressBlocks {
  private final Element body;

  WordPressBlocks(Element body) {
    this.body = body;
  }

  String markup() {
    return blocks(body);
  }

  private static String blocks(Element parent) {
    List<String> blocks = new ArrayList<>();
    parent.children().forEach(each -> blocks.add(block(each)));
    return String.join("\n\n", blocks);
  }

  private static String block(Element element) {
    String name = element.normalName();
    return switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        int level = Math.max(2, name.charAt(1) - '0');
        String open = "<h" + level + " class=\"wp-block-heading\">";
        yield block(
            "heading",
            level == 2 ? "" : "{\"level\":" + level + "} ",
            open + element.html() + "</h" + level + ">");
      }
      case "ul", "ol" -> list(element);
      case "blockquote" ->
          block(
              "quote",
              "",
              "<blockquote class=\"wp-block-quote\">" + blocks(element) + "</blockquote>");
      case "pre" -> {
        Element code = element.selectFirst("code");
        String text = code == null ? element.html() : code.html();
        yield block(
            "code",
            "",
            "<pre class=\"wp-block-code\"><code>" + text.stripTrailing() + "</code></pre>");
      }
      case "hr" ->
          block("separator", "", "<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>");
      case "table" ->
          block(
              "table",
              "",
              "<figure class=\"wp-block-table\">" + tight(element).outerHtml() + "</figure>");
      case "p" -> block("paragraph", "", element.outerHtml());
      default -> block("paragraph", "", "<p>" + element.html() + "</p>");
    };
  }

  private static String list(Element element) {
    String name = element.normalName();
    StringBuilder html = new StringBuilder("<" + name + " class=\"wp-block-list\">");
    for (Element item : element.children()) {
      StringBuilder inside = new StringBuilder();
      for (Node each : item.childNodes()) {
        if (each instanceof Element child && child.normalName().matches("ul|ol")) {
          inside.append(list(child));
        } else if (each instanceof Element child && child.normalName().equals("p")) {
          inside.append(inside.isEmpty() ? "" : "<br>").append(child.html());
        } else if (!(each instanceof TextNode text && text.isBlank())) {
          inside.append(each.outerHtml());
        }
      }
      html.append(block("list-item", "", "<li>" + inside.toString().strip() + "</li>"));
    }
    html.append("</").append(name).append('>');
    return block("list", name.equals("ol") ? "{\"ordered\":true} " : "", html.toString());
  }

  private static Element tight(Element table) {
    for (Element each : table.select("table,thead,tbody,tr")) {
      each.textNodes().forEach(Node::remove);
    }
    return table;
  }

  private static String block(String name, String attributes, String html) {
    return "<!-- wp:" + name + " " + attributes + "-->\n" + html + "\n<!-- /wp:" + name + " -->";
  }
}
