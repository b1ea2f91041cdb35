package galley.export;

import galley.asset.Assets;
import galley.images.Format;
import galley.images.Picture;
import galley.images.Pictures;
import galley.markdown.Heading;
import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.post.ImageRef;
import galley.post.Post;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/**
 * Makes a post a book of one chapter: EPUB 3.3, without a script, without an address that has to be
 * fetched. Looks and fonts are the reader's; the article's pieces are those of its page.
 */
final class EpubBundle {
  private static final int WIDEST = 1200;

  private final Post post;
  private final ParsedBody body;
  private final Theme theme;
  private final UsedPictures used;

  EpubBundle(Post post, Theme theme, Pictures pictures, MediaFiles media) {
    this.post = post;
    this.theme = theme;
    body = Markdown.parse(post.body());
    used = new UsedPictures(post.draft(), body, media, pictures);
  }

  /** The book as a bundle of one file, {@code <name>.epub}. */
  Bundle book(String name) {
    List<BundleFile> media = new ArrayList<>();
    Map<String, PictureFiles> pictures = new HashMap<>();
    Map<String, String> stems = PictureNames.stems(used.present());
    for (ImageRef image : used.present()) {
      BundleFile file = copy(used.open(image), stems.getOrDefault(image.file(), "picture"));
      media.add(file);
      pictures.put(image.file(), files(used.open(image), file));
    }
    EpubPackage about = new EpubPackage(post);
    List<BundleFile> files = new ArrayList<>();
    files.add(BundleFile.of("mimetype", EpubPackage.TYPE)); // OCF 4.2.2: the first, not compressed
    files.add(BundleFile.of("META-INF/container.xml", EpubPackage.CONTAINER));
    files.add(BundleFile.of("EPUB/package.opf", about.opf(media, cover(media))));
    files.add(BundleFile.of("EPUB/nav.xhtml", about.navigation(outline())));
    files.add(BundleFile.of("EPUB/article.xhtml", about.document(article(pictures))));
    files.add(BundleFile.of("EPUB/book.css", Assets.text("themes/opinion/book.css")));
    files.addAll(media);
    return new Bundle(name, List.of(BundleFile.of(name + ".epub", zip(files))), used.absent());
  }

  private static byte[] zip(List<BundleFile> files) {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try {
      BundleZip.write("", files, zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a picture that was read a moment ago is in memory
    }
    return zip.toByteArray();
  }

  private static BundleFile copy(Picture picture, String stem) {
    String path = "EPUB/media/" + stem + ".";
    if (picture.info().isKeptWhole()) {
      return BundleFile.of(path + picture.info().format().extension(), picture.cleaned());
    }
    Format format = picture.fallback();
    return BundleFile.of(path + format.extension(), picture.scaled(width(picture), format));
  }

  private static PictureFiles files(Picture picture, BundleFile file) {
    int width = picture.info().isKeptWhole() ? picture.info().width() : width(picture);
    String address = file.path().substring("EPUB/".length());
    return PictureFiles.of(address, width, picture.height(width));
  }

  private static int width(Picture picture) {
    return picture.widths().stream()
        .filter(width -> width <= WIDEST)
        .max(Integer::compare)
        .orElseGet(() -> picture.widths().getFirst());
  }

  /** The lead picture's file, the first of all; a drawing or an animation is no cover. */
  private Optional<BundleFile> cover(List<BundleFile> media) {
    return post.details().leadImage().isEmpty()
        ? Optional.empty()
        : media.stream().findFirst().filter(file -> file.path().matches(".*\\.(jpg|png)"));
  }

  /** Headings that have words; others have no place in a table of contents. */
  private List<Heading> outline() {
    return body.outline().stream().filter(heading -> !heading.text().isBlank()).toList();
  }

  private String article(Map<String, PictureFiles> pictures) {
    Page page = Page.of(post, body, theme, new OwnFiles("book.css", pictures));
    String html =
        page.blocks().stream()
            .map(PageBlock::html)
            .filter(block -> !block.isEmpty())
            .collect(Collectors.joining("\n"));
    Document document = Jsoup.parseBodyFragment("<article>" + html + "</article>");
    // How a browser is to fetch a picture says nothing in a book
    document
        .select("img")
        .forEach(image -> {
          image.removeAttr("loading").removeAttr("decoding").removeAttr("fetchpriority");
        });
    document
        .outputSettings()
        .syntax(Document.OutputSettings.Syntax.xml)
        .escapeMode(Entities.EscapeMode.xhtml)
        .prettyPrint(false);
    return document.body().html();
  }
}
