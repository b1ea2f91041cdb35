package galley.export;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A post as text to be read as it is. Paragraphs are lines of their own and not broken: programs
 * that show text break lines where their windows end. Links are numbered and listed at the end.
 */
final class PlainText {
  private static final String INDENT = "    ";

  private final Post post;
  private final Theme theme;
  private final List<String> links = new ArrayList<>();
  private final List<String> blocks = new ArrayList<>();

  PlainText(Post post, Theme theme) {
    this.post = post;
    this.theme = theme;
  }

  Bundle bundle(String name) {
    return new Bundle(name, List.of(BundleFile.of(name + ".txt", text())), List.of());
  }

  /** The whole text, ending with a line feed. */
  String text() {
    blocks.clear();
    links.clear();
    Details details = post.details();
    String headline = details.headline().strip();
    if (!headline.isEmpty()) {
      blocks.add(
          headline
              + "\n"
              + "=".repeat(Math.min(72, headline.codePointCount(0, headline.length()))));
    }
    add(details.standfirst().strip());
    List<String> row = new ArrayList<>();
    row.add(details.bylines().stream().map(Byline::name).collect(Collectors.joining(", ")));
    row.add(details.date().map(date -> date.day().toString()).orElse(""));
    add(row.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")));
    new BareArticle(post, theme).body().children().forEach(each -> block(each, ""));
    if (!links.isEmpty()) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < links.size(); i++) {
        lines.add("(" + (i + 1) + ") " + links.get(i));
      }
      blocks.add("--\n" + String.join("\n", lines));
    }
    return String.join("\n\n", blocks) + "\n";
  }

  private void block(Element element, String indent) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        String text = inline(element);
        add(
            "\n"
                + indent
                + text
                + "\n"
                + indent
                + "-".repeat(Math.min(72, Math.max(1, text.length()))));
      }
      case "ul", "ol" -> add(String.join("\n", list(element, indent)));
      case "blockquote" -> {
        if (element.children().isEmpty()) {
          add(indent + INDENT + inline(element));
        }
        element.children().forEach(each -> block(each, indent + INDENT));
      }
      case "pre" ->
          add(
              element
                  .wholeText()
                  .stripTrailing()
                  .lines()
                  .map(line -> indent + INDENT + line)
                  .collect(Collectors.joining("\n")));
      case "hr" -> add(indent + "* * *");
      case "table" ->
          add(
              element.select("tr").stream()
                  .map(row ->
                      indent
                          + row.children().stream()
                              .map(this::inline)
                              .collect(Collectors.joining(" | ")))
                  .collect(Collectors.joining("\n")));
      default -> {
        String text = inline(element);
        add(text.isEmpty() ? "" : indent + text.replace("\n", "\n" + indent));
      }
    }
  }

  private List<String> list(Element list, String indent) {
    List<String> lines = new ArrayList<>();
    int number = 1;
    for (Element item : list.children()) {
      String sign = list.normalName().equals("ol") ? number++ + ". " : "- ";
      StringBuilder own = new StringBuilder();
      List<String> below = new ArrayList<>();
      for (Node each : item.childNodes()) {
        if (each instanceof Element child && child.normalName().matches("ul|ol")) {
          below.addAll(list(child, indent + " ".repeat(sign.length())));
        } else if (each instanceof Element child
            && child.normalName().matches("p|pre|blockquote")) {
          own.append(own.toString().isBlank() ? "" : "\n").append(inline(child));
        } else {
          inline(each, own);
        }
      }
      lines.add(
          indent
              + sign
              + tidy(own.toString()).replace("\n", "\n" + indent + " ".repeat(sign.length())));
      lines.addAll(below);
    }
    return lines;
  }

  private String inline(Element element) {
    StringBuilder text = new StringBuilder();
    element.childNodes().forEach(each -> inline(each, text));
    return tidy(text.toString());
  }

  private void inline(Node node, StringBuilder into) {
    if (node instanceof TextNode text) {
      into.append(text.getWholeText().replaceAll("\\s+", " "));
    } else if (node instanceof Element element) {
      if (element.normalName().equals("br")) {
        into.append('\n');
        return;
      }
      element.childNodes().forEach(each -> inline(each, into));
      String to = element.attr("href");
      if (element.normalName().equals("a") && !to.isEmpty() && !to.equals(element.text())) {
        int at = links.indexOf(to);
        if (at < 0) {
          links.add(to);
          at = links.size() - 1;
        }
        into.append(" (").append(at + 1).append(')');
      }
    }
  }

  private static String tidy(String text) {
    return text.replaceAll(" +", " ").replaceAll(" ?\n ?", "\n").strip();
  }

  private void add(String block) {
    if (!block.isBlank()) {
      blocks.add(block);
    }
  }
}
