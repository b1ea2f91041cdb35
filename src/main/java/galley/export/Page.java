package galley.export;

import galley.markdown.ParsedBody;
import galley.markdown.PictureUse;
import galley.markdown.RenderedBlock;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page of one post, the same for the preview and for every bundle. The shell stands around the
 * blocks: {@code html()} is {@code before()}, the blocks joined by line feeds, {@code after()}.
 * Immutable.
 */
public final class Page {
  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "yi", "ps", "dv");
  private static final int SHORTEST_OPENING = 120;

  private final String language;
  private final String head;
  private final String css;
  private final String skip;
  private final List<PageBlock> blocks;

  private Page(String language, String head, String css, String skip, List<PageBlock> blocks) {
    this.language = language;
    this.head = head;
    this.css = css;
    this.skip = skip;
    this.blocks = List.copyOf(blocks);
  }

  /**
   * Makes the page.
   *
   * @param body the post's body, parsed
   */
  public static Page of(Post post, ParsedBody body, Theme theme, PageLinks links) {
    Details details = post.details();
    Optional<ImageRef> lead =
        details.leadImage().map(file -> PictureNames.reference(post.draft(), file));
    Optional<PictureFiles> leadFiles = lead.flatMap(links::picture);
    Figures figures =
        new Figures(
            post.draft(),
            links,
            lead.filter(_ -> leadFiles.isPresent()).flatMap(image -> opening(post, body, image)));
    ArticleParts parts = new ArticleParts(details, theme, links.site());
    List<PageBlock> blocks = new ArrayList<>();
    String leadFigure =
        lead.map(image -> described(image, post, body)).map(figures::lead).orElse("");
    blocks.add(new PageBlock(parts.header(body.words(), leadFigure), -1, -1));
    boolean first = true;
    for (RenderedBlock block : body.render(figures)) {
      String html = first ? withOpening(block.html()) : block.html();
      first &= html.isEmpty();
      blocks.add(new PageBlock(html, block.firstLine(), block.lastLine()));
    }
    blocks.add(new PageBlock(parts.footer(), -1, -1));
    PageHead head = new PageHead(post, theme, links);
    Optional<ImageRef> shared =
        lead.map(image -> described(image, post, body)).or(() -> firstPicture(post, body, links));
    String headHtml =
        head.html(
            body.words(),
            shared.flatMap(links::picture),
            shared.map(image -> image.decorative() ? "" : image.alt()).orElse(""));
    return new Page(
        details.language(),
        headHtml,
        links.styleSheet().isPresent() ? theme.css() : head.css(),
        theme.words(details.language()).say("skip"),
        blocks);
  }

  // A lead picture that stands in the text too is described once, there or here
  private static ImageRef described(ImageRef lead, Post post, ParsedBody body) {
    if (!lead.alt().isBlank()) {
      return lead;
    }
    return body.pictures().stream()
        .filter(use -> !use.alt().isBlank())
        .filter(use -> PictureNames.reference(post.draft(), use.destination()).equals(lead))
        .findFirst()
        .map(use ->
            lead.withWords(
                use.alt(), lead.caption(), lead.credit(), lead.licence(), lead.decorative()))
        .orElse(lead);
  }

  // The lead picture set once more as the first thing in the text would be shown twice in a row
  private static Optional<PictureUse> opening(Post post, ParsedBody body, ImageRef lead) {
    return body.pictures().stream()
        .findFirst()
        .filter(PictureUse::alone)
        .filter(use -> body.source().substring(0, use.span().start()).isBlank())
        .filter(use -> PictureNames.reference(post.draft(), use.destination()).equals(lead));
  }

  private static Optional<ImageRef> firstPicture(Post post, ParsedBody body, PageLinks links) {
    return body.pictures().stream()
        .map(use -> PictureNames.reference(post.draft(), use.destination()))
        .filter(image -> links.picture(image).isPresent())
        .findFirst();
  }

  // The first paragraph gets its large letter only where there are lines enough to stand beside it
  private static String withOpening(String html) {
    boolean letter =
        html.startsWith("<p>")
            && html.length() > SHORTEST_OPENING
            && Character.isLetter(html.codePointAt(3));
    return letter ? "<p class=\"opening\">" + html.substring(3) : html;
  }

  /** The whole page, ending with a line feed. */
  public String html() {
    StringBuilder html = new StringBuilder(before());
    for (int i = 0; i < blocks.size(); i++) {
      html.append(i == 0 ? "" : "\n").append(blocks.get(i).html());
    }
    return html.append(after()).toString();
  }

  /** Everything up to the first block. */
  public String before() {
    return "<!doctype html>\n<html lang=\""
        + Html.escaped(language)
        + "\""
        + direction(language)
        + ">\n<head>\n"
        + head
        + "</head>\n<body>\n<a class=\"skip\" href=\"#content\">"
        + Html.escaped(skip)
        + "</a>\n<main id=\"content\" tabindex=\"-1\">\n<article>\n";
  }

  /** The attribute for a language that is written from right to left; nothing for others. */
  static String direction(String language) {
    String primary = language.split("[-_]", 2)[0];
    return RIGHT_TO_LEFT.contains(primary) ? " dir=\"rtl\"" : "";
  }

  /** Everything after the last block. */
  public String after() {
    return "\n</article>\n</main>\n</body>\n</html>\n";
  }

  /** What stands in the {@code head} element. */
  public String head() {
    return head;
  }

  /**
   * The article's pieces in their order: the header first, the footer last (its HTML empty where
   * there is nothing to say), between them the blocks of the body. They may be wrapped in elements
   * of any kind without a change in looks but for the space between them.
   */
  public List<PageBlock> blocks() {
    return blocks;
  }

  /** The style sheet, as it stands in the page or beside it. */
  public String css() {
    return css;
  }
}
