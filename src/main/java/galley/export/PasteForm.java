package galley.export;

import galley.post.Details;
import galley.post.Post;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Makes what the editors of Substack, WordPress, Wix and Medium take over well. */
final class PasteForm {
  static final String MARK = "<meta name=\"generator\" content=\"Galley\">";

  private final Post post;
  private final Theme theme;
  private final PasteEditor editor;

  PasteForm(Post post, Theme theme, PasteEditor editor) {
    this.post = post;
    this.theme = theme;
    this.editor = editor;
  }

  /** For the clipboard. */
  Paste paste() {
    String html = html();
    return editor == PasteEditor.WORDPRESS
        ? new Paste(html, html)
        : new Paste(html, new PlainText(post, theme).text());
  }

  /** As a file: block markup for WordPress, else a page to be copied from. */
  Bundle bundle(String name) {
    String html = html();
    String page =
        editor == PasteEditor.WORDPRESS
            ? html + "\n"
            : "<!doctype html>\n<html lang=\""
                + Html.escaped(post.details().language())
                + "\""
                + Page.direction(post.details().language())
                + ">\n<head>\n<meta charset=\"utf-8\">\n"
                + MARK
                + "\n<title>"
                + Html.escaped(post.headline())
                + "</title>\n</head>\n<body>\n"
                + html
                + "\n</body>\n</html>\n";
    String file = name + "-" + editor.key() + ".html";
    return new Bundle(name, List.of(BundleFile.of(file, page)), List.of());
  }

  private String html() {
    Element body = new BareArticle(post, theme).body();
    switch (editor) {
      case WORDPRESS -> {
        return new WordPressBlocks(body).markup();
      }
      case MEDIUM -> medium(body);
      case SUBSTACK, WIX -> headings(body, 1);
    }
    tables(body);
    StringBuilder html = new StringBuilder();
    body.children().forEach(each -> html.append(each.outerHtml()).append('\n'));
    return html.toString().strip();
  }

  // Title and subtitle stand in the text there, and below them there are two sizes of headings
  private void medium(Element body) {
    headings(body, 2);
    body.select("h5,h6").tagName("h4");
    Details details = post.details();
    if (!details.standfirst().isBlank()) {
      body.prependElement("h2").text(details.standfirst().strip());
    }
    if (!details.headline().isBlank()) {
      body.prependElement("h1").text(details.headline().strip());
    }
  }

  /** Moves headings so that the largest is below this level. */
  private static void headings(Element body, int above) {
    int largest =
        body.select("h1,h2,h3,h4,h5,h6").stream()
            .mapToInt(each -> each.normalName().charAt(1) - '0')
            .min()
            .orElse(above + 1);
    for (Element each : body.select("h1,h2,h3,h4,h5,h6")) {
      int level = each.normalName().charAt(1) - '0' - largest + above + 1;
      each.tagName("h" + Math.min(level, 6));
    }
  }

  /** None of them has tables: each row becomes a paragraph that says its columns' names. */
  private static void tables(Element body) {
    for (Element table : body.select("table")) {
      List<String> names = table.select("thead th").eachText();
      for (Element row : table.select("tbody tr")) {
        Element paragraph = new Element("p");
        for (int i = 0; i < row.childrenSize(); i++) {
          if (i > 0) {
            paragraph.appendChild(new TextNode(" · "));
          }
          if (i < names.size() && !names.get(i).isBlank()) {
            paragraph.appendElement("strong").text(names.get(i) + ":");
            paragraph.appendChild(new TextNode(" "));
          }
          paragraph.insertChildren(-1, row.child(i).childNodesCopy());
        }
        table.before(paragraph);
      }
      table.remove();
    }
  }
}
