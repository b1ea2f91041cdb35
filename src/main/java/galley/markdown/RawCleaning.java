package galley.markdown;

import galley.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;

/** Takes out of a tree of HTML what may not stay. */
final class RawCleaning {
  /** Elements that are dropped when their end is missing: they were to hold Markdown. */
  private static final Set<String> OPEN_ENDED =
      Set.of(
          ("a abbr b bdi blockquote cite code del details div em i ins kbd mark q s samp small span"
                  + " strong sub summary sup u var")
              .split(" "));

  private final Ids ids;
  private final Span span;
  private final List<PictureUse> pictures;

  RawCleaning(Ids ids, Span span, List<PictureUse> pictures) {
    this.ids = ids;
    this.span = span;
    this.pictures = pictures;
  }

  void clean(Element parent) {
    for (Node child : List.copyOf(parent.childNodes())) {
      if (child instanceof Element element) {
        element(element);
      } else if (child instanceof CDataNode data) {
        data.replaceWith(new TextNode(data.text()));
      } else if (!(child instanceof TextNode)) {
        child.remove();
      }
    }
  }

  private void element(Element element) {
    String name = RawTags.renamed(element.normalName());
    if (name.equals("img")) {
      Optional<PictureUse> use = RawHtml.picture(element, span);
      if (use.isEmpty()) {
        element.remove();
      } else {
        element.replaceWith(
            new Element("wbr").attr("data-picture", Integer.toString(pictures.size())));
        pictures.add(use.get());
      }
    } else if (RawTags.DROPPED.contains(name)) {
      element.remove();
    } else if (RawTags.EMBEDS.contains(name)) {
      embed(element);
    } else if (!RawTags.INLINE.contains(name) && !RawTags.FLOW.contains(name)
        || OPEN_ENDED.contains(name) && isOpen(element)) {
      clean(element);
      element.unwrap();
    } else {
      element.tagName(name);
      RawTags.clean(element, ids);
      clean(element);
    }
  }

  private static boolean isOpen(Element element) {
    Range end = element.endSourceRange();
    return !end.isTracked() || end.isImplicit();
  }

  private static void embed(Element element) {
    Optional<String> address = RawTags.embedded(element);
    if (address.isEmpty() || element.closest("a") != null) {
      element.remove();
      return;
    }
    String title = element.attr("title").isBlank() ? address.get() : element.attr("title").strip();
    Element link = new Element("a").attr("href", address.get()).text(title);
    Element above = element.parent();
    boolean flow =
        above != null && Set.of("body", "div", "figure", "li").contains(above.normalName());
    element.replaceWith(flow ? new Element("p").appendChild(link) : link);
  }
}
