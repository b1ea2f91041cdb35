package galley.export;

import galley.asset.Messages;
import galley.markdown.Markdown;
import galley.markdown.PictureHtml;
import galley.markdown.PictureUse;
import galley.markdown.RenderedBlock;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A post's body as bare HTML: no classes, no ids, no pictures but a paragraph that names each,
 * notes as a list at the end. Of what was said about the post it has nothing.
 */
final class BareArticle {
  private static final String HOLDERS =
      "section,div,details,figure,footer,header,article,aside,address,main,nav,center";
  private static final Set<String> BLOCKS =
      Set.of(
          (HOLDERS + ",p,h1,h2,h3,h4,h5,h6,ul,ol,dl,blockquote,pre,hr,table,summary,figcaption")
              .split(",", -1));

  private final Post post;
  private final Theme theme;

  BareArticle(Post post, Theme theme) {
    this.post = post;
    this.theme = theme;
  }

  /** The body; changing it changes nothing else. */
  Element body() {
    String html =
        Markdown.parse(post.body()).render(new Places()).stream()
            .map(RenderedBlock::html)
            .collect(Collectors.joining("\n"));
    html += new ArticleParts(post.details(), theme, Optional.empty()).footer();
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    lead().ifPresent(place -> body.prependElement("p").text(place));
    body.select("script,style,.footnote-back,ul.tags").remove();
    body.select("section.footnotes").forEach(notes -> notes.before(new Element("hr")));
    for (Element box : body.select("input")) {
      box.replaceWith(new TextNode(box.hasAttr("checked") ? "☑ " : "☐ "));
    }
    for (Element link : body.select("a")) {
      if (!link.attr("href").matches("(?i)(https?://|mailto:).*")) {
        link.unwrap();
      }
    }
    for (Element note : body.select("sup.footnote-ref")) {
      note.replaceWith(new TextNode("[" + note.text() + "]"));
    }
    body.select("summary").tagName("p");
    for (Element wrapper : body.select(HOLDERS)) {
      paragraphs(wrapper);
      wrapper.unwrap();
    }
    body.select("span,time,kbd,label,u,small,mark").unwrap();
    body.select("blockquote").forEach(BareArticle::paragraphs);
    body.select("b").tagName("strong");
    body.select("i").tagName("em");
    body.select("del").tagName("s");
    for (Element each : body.children().select("*")) {
      String to = each.attr("href");
      each.clearAttributes();
      if (!to.isEmpty()) {
        each.attr("href", to);
      }
    }
    paragraphs(body);
    return body;
  }

  // Words between blocks become paragraphs, or an editor would set them beside one another
  private static void paragraphs(Element parent) {
    Element paragraph = new Element("p");
    for (Node each : List.copyOf(parent.childNodes())) {
      boolean isBlock = each instanceof Element element && BLOCKS.contains(element.normalName());
      if (isBlock) {
        paragraph = new Element("p");
      } else if (paragraph.hasParent()) {
        paragraph.appendChild(each);
      } else if (!(each instanceof TextNode text && text.isBlank())) {
        each.replaceWith(paragraph);
        paragraph.appendChild(each);
      } else {
        each.remove();
      }
    }
    for (Element each : List.copyOf(parent.children())) {
      if (each.normalName().equals("p")) {
        trimmed(each);
        if (each.childNodeSize() == 0) {
          each.remove();
        }
      }
    }
  }

  private static void trimmed(Element paragraph) {
    if (paragraph.firstChild() instanceof TextNode first) {
      first.text(first.getWholeText().stripLeading());
    }
    if (paragraph.lastChild() instanceof TextNode last) {
      last.text(last.getWholeText().stripTrailing());
    }
    paragraph.textNodes().stream()
        .filter(text -> text.getWholeText().isEmpty())
        .forEach(Node::remove);
  }

  private Optional<String> lead() {
    Details details = post.details();
    return details
        .leadImage()
        .filter(file ->
            Markdown.parse(post.body()).pictures().stream()
                .noneMatch(use ->
                    PictureNames.reference(post.draft(), use.destination()).file().equals(file)))
        .map(file -> PictureNames.reference(post.draft(), file))
        .map(image -> place(image, image.alt(), image.caption()));
  }

  private static String place(ImageRef image, String alt, String caption) {
    List<String> parts = new ArrayList<>();
    String name = image.file().substring(image.file().lastIndexOf('/') + 1);
    parts.add(Messages.text("export.place", name));
    Stream.of(caption, image.credit(), image.licence())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .forEach(parts::add);
    if (!alt.isBlank() && !image.decorative()) {
      parts.add(Messages.text("export.place.alt", alt.strip()));
    }
    return "[" + String.join(" · ", parts) + "]";
  }

  /** Sets a paragraph where a picture is to be put. */
  private final class Places implements PictureHtml {
    @Override
    public String render(PictureUse use, boolean figure) {
      ImageRef image = PictureNames.reference(post.draft(), use.destination());
      String alt = use.alt().isBlank() ? image.alt() : use.alt();
      String caption = image.caption().isBlank() ? use.title() : image.caption();
      String place = Html.escaped(place(image, alt, caption));
      return figure ? "<p>" + place + "</p>" : place;
    }
  }
}
