package galley.export;

import galley.markdown.PictureHtml;
import galley.markdown.PictureUse;
import galley.post.Draft;
import galley.post.ImageRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the pictures of one page. The first one written loads at once, the others when a reader
 * comes near. A picture without a file leaves nothing behind. Used once, on one thread.
 */
final class Figures implements PictureHtml {
  private static final String LEAD_SIZES = "(min-width: 920px) 920px, 100vw";
  private static final String BODY_SIZES = "(min-width: 680px) 632px, calc(100vw - 48px)";

  private final Draft draft;
  private final PageLinks links;
  private final Optional<PictureUse> shownAbove;
  private boolean first = true;

  /** Leaves out one use, which the lead picture stands for. */
  Figures(Draft draft, PageLinks links, Optional<PictureUse> shownAbove) {
    this.draft = draft;
    this.links = links;
    this.shownAbove = shownAbove;
  }

  /** The picture above the text, or nothing. */
  String lead(ImageRef image) {
    return links
        .picture(image)
        .map(files -> {
          String alt = image.decorative() ? "" : image.alt();
          String picture = picture(files, alt, LEAD_SIZES);
          return figure(" class=\"lead\"", picture, image.caption(), image) + "\n";
        })
        .orElse("");
  }

  @Override
  public String render(PictureUse use, boolean figure) {
    if (shownAbove.filter(above -> above.equals(use)).isPresent()) {
      return "";
    }
    ImageRef image = PictureNames.reference(draft, use.destination());
    Optional<PictureFiles> files = links.picture(image);
    if (files.isEmpty()) {
      return "";
    }
    String alt = image.decorative() ? "" : use.alt().isBlank() ? image.alt() : use.alt();
    String picture = picture(files.get(), alt, BODY_SIZES);
    if (!figure) {
      return picture;
    }
    return figure("", picture, image.caption().isBlank() ? use.title() : image.caption(), image);
  }

  private String picture(PictureFiles files, String alt, String sizes) {
    boolean loadsAtOnce = first;
    first = false;
    return picture(files, alt, sizes, loadsAtOnce);
  }

  /** One picture without what stands under it. */
  static String picture(PictureFiles files, String alt, String sizes, boolean loadsAtOnce) {
    PictureFiles.Copy source = middle(files.fallback());
    StringBuilder html = new StringBuilder(512);
    boolean choice = !files.webp().isEmpty();
    if (choice) {
      html.append("<picture><source type=\"image/webp\" srcset=\"").append(set(files.webp()));
      html.append("\" sizes=\"").append(sizes).append("\">");
    }
    html.append("<img src=\"").append(Html.escaped(source.address())).append('"');
    if (files.fallback().size() > 1) {
      html.append(" srcset=\"").append(set(files.fallback()));
      html.append("\" sizes=\"").append(sizes).append('"');
    }
    html.append(" width=\"").append(files.width()).append("\" height=\"").append(files.height());
    html.append("\" alt=\"").append(Html.escaped(alt.strip())).append('"');
    html.append(loadsAtOnce ? " fetchpriority=\"high\">" : " loading=\"lazy\" decoding=\"async\">");
    return html.append(choice ? "</picture>" : "").toString();
  }

  // For browsers that know no srcset: wide enough for most, not the heaviest
  private static PictureFiles.Copy middle(List<PictureFiles.Copy> copies) {
    return copies.stream()
        .filter(copy -> copy.width() >= 800)
        .findFirst()
        .orElseGet(copies::getLast);
  }

  private static String set(List<PictureFiles.Copy> copies) {
    return copies.stream()
        .map(copy -> Html.escaped(copy.address()) + " " + copy.width() + "w")
        .collect(Collectors.joining(", "));
  }

  private static String figure(String attributes, String picture, String caption, ImageRef image) {
    String credit =
        Stream.of(image.credit().strip(), image.licence().strip())
            .filter(text -> !text.isEmpty())
            .map(Html::escaped)
            .collect(Collectors.joining(" · "));
    StringBuilder html = new StringBuilder("<figure").append(attributes).append('>');
    html.append(picture);
    if (!caption.isBlank() || !credit.isEmpty()) {
      html.append("<figcaption>").append(Html.escaped(caption.strip()));
      if (!credit.isEmpty()) {
        html.append(caption.isBlank() ? "" : " ");
        html.append("<span class=\"credit\">").append(credit).append("</span>");
      }
      html.append("</figcaption>");
    }
    return html.append("</figure>").toString();
  }
}
