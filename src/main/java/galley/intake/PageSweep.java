package galley.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes out of a web page what is not its article, and remembers what that said. */
final class PageSweep {
  private static final String NEVER =
      "script, style, template, nav, form, input, button, select, textarea, dialog, link, meta,"
          + " [role=navigation], [role=banner], [role=contentinfo], [role=complementary],"
          + " [role=search], [role=dialog], [role=alert], [hidden], [aria-hidden=true],"
          + " [aria-modal=true], [style~=(?i)display:\\s*none]";
  // words in class names and ids that say what a part of a page is for
  private static final Set<String> PARTS =
      Set.of(
          "share",
          "sharing",
          "sharebar",
          "social",
          "socials",
          "comments",
          "disqus",
          "respond",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "newsletter",
          "subscribe",
          "subscription",
          "signup",
          "related",
          "recommended",
          "recommendations",
          "recirc",
          "trending",
          "sidebar",
          "widget",
          "breadcrumb",
          "breadcrumbs",
          "pagination",
          "pager",
          "menu",
          "navbar",
          "navigation",
          "toolbar",
          "advert",
          "advertisement",
          "adslot",
          "ads",
          "sponsored",
          "promo",
          "popup",
          "modal",
          "overlay",
          "paywall",
          "skip",
          "masthead",
          "footer");

  private final List<String> gone = new ArrayList<>();

  /** What was taken out, as far as it has words, in its order. */
  List<String> gone() {
    return gone;
  }

  /** Clears a page's body of everything that says it is not the article. */
  void page(Element body) {
    List<Node> comments = new ArrayList<>();
    body.nodeStream(Comment.class).forEach(comments::add);
    comments.forEach(Node::remove);
    for (Element frame : body.select("noscript")) {
      frame.remove();
    }
    for (Element element : body.select(NEVER)) {
      remove(element);
    }
    Leaves.wrap(body);
    int all = body.text().length();
    for (Element element : body.getAllElements()) {
      if (!element.equals(body)
          && element.hasParent()
          && isPart(element)
          && element.text().length() * 10 < all * 4
          && element.select("h1").isEmpty()) {
        remove(element);
      }
    }
  }

  private static boolean isPart(Element element) {
    String tag = element.normalName();
    if (tag.equals("footer") && element.closest("article, blockquote, figure") == null) {
      return true;
    }
    if (tag.equals("aside")) {
      int links = element.select("a").stream().mapToInt(link -> link.text().length()).sum();
      return links * 5 >= element.text().length() * 2;
    }
    if (tag.matches(
        "p|h[1-6]|em|strong|b|i|code|span|blockquote|figure|figcaption|img|a|body|html|article|main")) {
      return false;
    }
    String names = element.className() + " " + element.id();
    for (String word :
        names
            .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .split("[^a-z]+", -1)) {
      if (PARTS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** What the lines above an article say of names and dates. */
  static MetaLine above(Element body, Element article) {
    MetaLine meta = new MetaLine(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    for (Element leaf : Leaves.of(body)) {
      if (leaf.equals(article) || leaf.parents().contains(article)) {
        break;
      }
      meta = line(leaf).map(meta::and).orElse(meta);
    }
    return meta;
  }

  /**
   * Clears the start of an article of what the post's details say already: headline, standfirst,
   * byline, dates, reading time.
   *
   * @param above what lines above it have said
   * @return what the lines that were cleared say of names and dates
   */
  MetaLine head(Element article, PageFacts facts, MetaLine above) {
    MetaLine meta =
        new MetaLine(facts.names(), facts.date(), facts.updated(), Optional.empty()).and(above);
    for (Element leaf : Leaves.of(article)) {
      String text = leaf.text().strip();
      boolean same =
          isSame(text, facts.headline()) || text.length() > 20 && isSame(text, facts.standfirst());
      Optional<MetaLine> line = line(leaf);
      if (same) {
        leaf.remove();
      } else if (line.isPresent() || isName(text, facts)) {
        meta = line.map(meta::and).orElse(meta);
        leaf.remove();
      } else if (!text.isEmpty() && Residue.isOne(text)) {
        remove(leaf);
      } else if (Leaves.prose(leaf) > 120 || leaf.normalName().matches("h[2-6]")) {
        break;
      }
    }
    return meta;
  }

  /** A block as a line of names and dates; what its elements hold may be parted by looks alone. */
  private static Optional<MetaLine> line(Element leaf) {
    return MetaLine.of(leaf.text())
        .or(() -> {
          List<String> parts = new ArrayList<>();
          for (Node child : leaf.childNodes()) {
            parts.add(child instanceof Element below ? below.text() : child.nodeValue());
          }
          return MetaLine.of(String.join(" | ", parts));
        });
  }

  /** Clears the end of an article of what follows it, and all of it of lines that say nothing. */
  void tail(Element article) {
    List<Element> leaves = Leaves.of(article);
    int all = leaves.stream().mapToInt(Leaves::prose).sum();
    int before = 0;
    boolean ended = false;
    for (Element leaf : leaves) {
      String text = leaf.text().strip();
      ended |= Residue.isTail(text) && before * 10 >= all * 6 && before > 0;
      before += Leaves.prose(leaf);
      if (ended || !text.isEmpty() && Residue.isOne(text) && leaf.select("img").isEmpty()) {
        remove(leaf);
      }
    }
  }

  private static boolean isName(String text, PageFacts facts) {
    return facts.names().stream()
        .anyMatch(name -> isSame(text, name) || isSame(text, "by " + name));
  }

  private static boolean isSame(String text, String other) {
    return !other.isEmpty() && PageFacts.plain(text).equals(PageFacts.plain(other));
  }

  private void remove(Element element) {
    String text = element.text().strip();
    if (!text.isEmpty() && !element.normalName().matches("script|style|template|link|meta")) {
      gone.add(text);
    }
    element.remove();
  }
}
