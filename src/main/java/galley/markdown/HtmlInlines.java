package galley.markdown;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads what stands between words in HTML as atoms. */
final class HtmlInlines {
  private static final int DEEPEST = 200;
  private static final Pattern REDIRECT =
      Pattern.compile("https?://(?:www\\.)?google\\.[a-z.]+/url\\?(?:.*&)?(?:q|url)=([^&]+).*");

  private final HtmlNotes notes;
  private final HtmlFindings findings;

  HtmlInlines(HtmlNotes notes, HtmlFindings findings) {
    this.notes = notes;
    this.findings = findings;
  }

  /** Reads a node with all that is in it; blocks inside are set apart by a blank. */
  void read(Node node, Look look, List<Atom> out) {
    read(node, look, out, 0);
  }

  private void read(Node node, Look look, List<Atom> out, int depth) {
    if (node instanceof TextNode text) {
      text(text.getWholeText(), look, out);
    } else if (node instanceof Element element && !HtmlLook.isDropped(element)) {
      if (depth > DEEPEST) {
        text(element.text(), look, out);
      } else {
        element(element, look, out, depth);
      }
    }
  }

  private void element(Element element, Look outside, List<Atom> out, int depth) {
    Look look = HtmlLook.inside(element, outside);
    switch (element.normalName()) {
      case "br" -> out.add(Atom.of(Atom.Kind.BREAK, "\n", outside));
      case "wbr" -> {}
      case "img" -> picture(element, outside, out);
      case "a" -> {
        if (notes.leadsBack(element)) {
          return;
        }
        Optional<String> label = notes.label(element);
        if (label.isPresent()) {
          out.add(Atom.of(Atom.Kind.NOTE, label.get(), Look.PLAIN));
          return;
        }
        children(element, look.withLink(address(element)), out, depth);
      }
      case "q" -> {
        text("“", look, out);
        children(element, look, out, depth);
        text("”", look, out);
      }
      case "iframe", "video", "audio", "embed", "object" -> embed(element, look, out);
      default -> {
        boolean apart = element.isBlock() || element.normalName().equals("td");
        if (apart) {
          text(" ", outside, out);
        }
        children(element, look, out, depth);
        if (apart) {
          text(" ", outside, out);
        }
      }
    }
  }

  private void children(Element element, Look look, List<Atom> out, int depth) {
    for (Node child : element.childNodes()) {
      read(child, look, out, depth + 1);
    }
  }

  /** A frame, a film or a sound, as a link to where it is. */
  void embed(Element element, Look look, List<Atom> out) {
    String address = element.attr(element.normalName().equals("object") ? "data" : "src");
    Element source = element.selectFirst("source[src]");
    if (address.isBlank() && source != null) {
      address = source.attr("src");
    }
    if (address.startsWith("//")) {
      address = "https:" + address;
    }
    if (!address.isBlank() && Address.isSafe(address)) {
      findings.embeds.add(address);
      String title = element.attr("title").isBlank() ? address : element.attr("title");
      text(title, look.withLink(address), out);
    }
  }

  static String address(Element link) {
    String address = link.attr("href").strip();
    Matcher redirect = REDIRECT.matcher(address);
    if (redirect.matches()) {
      try {
        address =
            java.net.URLDecoder.decode(redirect.group(1), java.nio.charset.StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return address; // not encoded as it should be: left as it is
      }
    }
    // the words of a link within the page lead nowhere once it is Markdown
    return address.startsWith("#") || !Address.isSafe(address) ? "" : address;
  }

  void picture(Element element, Look look, List<Atom> out) {
    String source = element.attr("src").strip();
    for (String lazy : List.of("data-src", "data-original", "data-lazy-src")) {
      if ((source.isEmpty() || source.startsWith("data:")) && !element.attr(lazy).isBlank()) {
        source = element.attr(lazy).strip();
      }
    }
    if (source.isEmpty()) {
      return;
    }
    String alt = element.attr("alt").replaceAll("\\s+", " ").strip();
    // a link from a picture to its own file is no link a reader needs
    boolean own = look.link().matches("(?i).*\\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#].*)?");
    Look plain = Look.PLAIN.withLink(own ? "" : look.link());
    out.add(new Atom(Atom.Kind.PICTURE, source, alt, element.attr("title"), plain));
    findings.pictures.add(new HtmlToMarkdown.ConvertedPicture(source, alt, "", ""));
  }

  static void text(String text, Look look, List<Atom> out) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (blank || c == 0xA0 && besideBlank(text, i, out)) {
        if (!out.isEmpty() && !out.getLast().isGap()) {
          out.add(Atom.of(Atom.Kind.SPACE, " ", look));
        }
      } else if (c >= ' ' && c != 0x7F && c != 0xAD && c != 0xFEFF && c != 0x200B) {
        out.add(Atom.of(Atom.Kind.WORD, Character.toString(c), look));
      }
      i = next;
    }
  }

  /** A blank that keeps words together does so only alone and between words. */
  private static boolean besideBlank(String text, int at, List<Atom> out) {
    boolean start = at == 0 ? out.isEmpty() || out.getLast().isGap() : isBlank(text.charAt(at - 1));
    return start || at + 1 >= text.length() || isBlank(text.charAt(at + 1));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0;
  }
}
