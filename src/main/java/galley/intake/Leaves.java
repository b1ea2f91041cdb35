package galley.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The smallest blocks of a page, and how much prose each part of it holds. */
final class Leaves {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "blockquote",
          "pre",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "div",
          "section",
          "article",
          "main",
          "td",
          "th",
          "dd",
          "dt",
          "figcaption",
          "figure",
          "header",
          "footer",
          "aside",
          "address",
          "ul",
          "ol",
          "dl",
          "table",
          "tr",
          "tbody",
          "thead",
          "details",
          "summary",
          "center",
          "body",
          "fieldset",
          "picture");
  private static final int SENTENCE = 40;

  private Leaves() {}

  /** Blocks with words or pictures and no block inside, in their order. */
  static List<Element> of(Element root) {
    List<Element> all = root.getAllElements();
    Set<Element> outer = outer(root, all);
    List<Element> leaves = new ArrayList<>();
    for (Element element : all) {
      if (isBlock(element)
          && !outer.contains(element)
          && (element.hasText() || element.selectFirst("img") != null)) {
        leaves.add(element);
      }
    }
    return leaves;
  }

  /** Gives words that stand between blocks a block of their own, so that they can be judged. */
  static void wrap(Element root) {
    for (Element element : outer(root, root.getAllElements())) {
      Element wrapper = null;
      for (Node child : List.copyOf(element.childNodes())) {
        boolean inline =
            child instanceof TextNode
                || child instanceof Element below && !isBlock(below) && !hasBlock(below);
        if (!inline) {
          wrapper = null;
        } else if (wrapper != null) {
          wrapper.appendChild(child);
        } else if (!(child instanceof TextNode text && text.isBlank())) {
          wrapper = new Element("div");
          child.replaceWith(wrapper);
          wrapper.appendChild(child);
        }
      }
    }
  }

  private static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  private static boolean hasBlock(Element inline) {
    return inline.getAllElements().stream().anyMatch(Leaves::isBlock);
  }

  /** The elements that have a block inside. */
  private static Set<Element> outer(Element root, List<Element> all) {
    Set<Element> outer = new HashSet<>();
    for (Element element : all) {
      if (isBlock(element) && !element.equals(root)) {
        for (Element at = element.parent(); at != null && outer.add(at); at = at.parent()) {
          if (root.equals(at)) {
            break;
          }
        }
      }
    }
    return outer;
  }

  /** The characters of prose in a block: text that is neither short nor all links. */
  static int prose(Element leaf) {
    String text = leaf.text();
    if (text.length() < SENTENCE) {
      return 0;
    }
    int links = leaf.select("a").stream().mapToInt(link -> link.text().length()).sum();
    return links * 2 > text.length() ? 0 : text.length() - links;
  }

  /** The prose in each element that holds any. */
  static Map<Element, Integer> weights(Element root) {
    Map<Element, Integer> weights = new HashMap<>();
    for (Element leaf : of(root)) {
      int prose = prose(leaf);
      for (Element at = leaf; at != null && prose > 0; at = root.equals(at) ? null : at.parent()) {
        weights.merge(at, prose, Integer::sum);
      }
    }
    return weights;
  }

  /**
   * The part of a page that holds its article: the element said to be it, if it has half of the
   * prose; else the smallest that has nearly all of it.
   */
  static Element article(Element body) {
    Map<Element, Integer> weights = weights(body);
    int all = weights.getOrDefault(body, 0);
    Element best = body;
    for (String select : List.of("[itemprop=articleBody]", "article", "main, [role=main]")) {
      for (Element one : body.select(select)) {
        int weight = weights.getOrDefault(one, 0);
        if (weight * 2 > all && (best.equals(body) || weight > weights.getOrDefault(best, 0))) {
          best = one;
        }
      }
      if (!best.equals(body)) {
        break;
      }
    }
    // what is marked as the article is taken whole; else a tenth of the prose may be around it
    int least = best.equals(body) ? all * 9 / 10 : weights.getOrDefault(best, 0);
    Element at = best;
    while (at != null && least > 0) {
      best = at;
      at = null;
      for (Element below : best.children()) {
        if (weights.getOrDefault(below, 0) >= least
            && best.select("img").size() == below.select("img").size()) {
          at = below;
        }
      }
    }
    return best;
  }
}
