package galley.export;

import galley.asset.Assets;
import galley.images.Format;
import galley.images.Picture;
import galley.images.Pictures;
import galley.markdown.Heading;
import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.pdf.Paper;
import galley.pdf.PdfWriter;
import galley.post.Byline;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts a post on paper: the pieces of its page, in the theme's print, as PDF/UA. */
final class PdfBundle {
  private static final int WIDEST = 1600;
  private static final String HEADLINE = "headline";

  private final Post post;
  private final ParsedBody body;
  private final Theme theme;
  private final UsedPictures used;

  PdfBundle(Post post, Theme theme, Pictures pictures, MediaFiles media) {
    this.post = post;
    this.theme = theme;
    body = Markdown.parse(post.body());
    used = new UsedPictures(post.draft(), body, media, pictures);
  }

  /** The document as a bundle of one file, {@code <name>.pdf}. */
  Bundle document(String name) {
    Map<String, byte[]> files = new HashMap<>();
    Map<String, PictureFiles> pictures = new HashMap<>();
    Map<String, String> stems = PictureNames.stems(used.present());
    for (ImageRef image : used.present()) {
      Picture picture = used.open(image);
      String file = stems.getOrDefault(image.file(), "picture");
      int width = Math.min(WIDEST, Math.max(1, picture.info().width()));
      Format format = picture.info().format() == Format.SVG ? Format.PNG : picture.fallback();
      files.put(file, picture.scaled(width, format));
      pictures.put(image.file(), PictureFiles.of(file, width, picture.height(width)));
    }
    Details details = post.details();
    Paper.About about =
        new Paper.About(
            post.id(),
            details.headline().isBlank() ? name : details.headline().strip(),
            details.language(),
            details.bylines().stream().map(Byline::name).toList(),
            details.standfirst().strip(),
            details.tags(),
            post.changed());
    Paper paper = new Paper(article(pictures, about), css(), about, bookmarks(about), files);
    return new Bundle(
        name, List.of(BundleFile.of(name + ".pdf", PdfWriter.write(paper))), used.absent());
  }

  private String css() {
    String region = Locale.forLanguageTag(post.details().language()).getCountry();
    String size = List.of("US", "CA").contains(region) ? "letter" : "A4";
    return "@page{size:" + size + "}\n" + Assets.text("themes/opinion/paper.css");
  }

  private List<Paper.Bookmark> bookmarks(Paper.About about) {
    List<Paper.Bookmark> bookmarks = new ArrayList<>();
    bookmarks.add(new Paper.Bookmark(1, about.title(), HEADLINE));
    for (Heading heading : body.outline()) {
      if (!heading.text().isBlank()) {
        bookmarks.add(
            new Paper.Bookmark(Math.max(2, heading.level()), heading.text(), heading.id()));
      }
    }
    return bookmarks;
  }

  private String article(Map<String, PictureFiles> pictures, Paper.About about) {
    Page page = Page.of(post, body, theme, new OwnFiles("paper.css", pictures));
    String html =
        page.blocks().stream()
            .map(PageBlock::html)
            .filter(block -> !block.isEmpty())
            .collect(Collectors.joining("\n"));
    Document document = Jsoup.parseBodyFragment(html);
    Element headline = document.select("h1").first();
    if (headline != null) {
      headline.id(HEADLINE);
      if (headline.text().isBlank()) {
        headline.text(about.title());
      }
    }
    document.outputSettings().prettyPrint(false);
    return "<article"
        + Page.direction(about.language())
        + ">"
        + document.body().html()
        + "</article>";
  }
}
