package galley.export;

import galley.images.Pictures;
import galley.post.Post;
import galley.text.Slug;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Makes bundles. The same post, theme and pictures give the same bytes. Slow where there are
 * pictures: never call it on the thread that draws. Throws {@link ExportException}.
 */
public final class Bundles {
  private static final int LONGEST = 200;

  private final Pictures pictures;
  private final Theme theme;
  private final List<BundleFile> look;

  public Bundles(Pictures pictures, Theme theme) {
    this.pictures = pictures;
    this.theme = theme;
    look = HtmlBundle.look(theme);
  }

  /** The page as a folder: {@code index.html}, its style sheet, fonts, pictures, a manifest. */
  public Bundle html(Post post, MediaFiles media) {
    return new HtmlBundle(post, theme, pictures, media).folder(name(post), look);
  }

  /** The page as one file {@code <slug>.html} with everything in it. */
  public Bundle single(Post post, MediaFiles media) {
    return new HtmlBundle(post, theme, pictures, media).single(name(post));
  }

  /** The post as a book {@code <slug>.epub} with its pictures in it. */
  public Bundle epub(Post post, MediaFiles media) {
    return new EpubBundle(post, theme, pictures, media).book(name(post));
  }

  /** The post on paper, {@code <slug>.pdf}: tagged, with its fonts and pictures in it. */
  public Bundle pdf(Post post, MediaFiles media) {
    return new PdfBundle(post, theme, pictures, media).document(name(post));
  }

  /** The post as text to be read as it is, {@code <slug>.txt}. */
  public Bundle text(Post post) {
    return new PlainText(post, theme).bundle(name(post));
  }

  /** The post for programs people write in, as the folder {@code <slug>.textbundle}. */
  public Bundle textBundle(Post post, MediaFiles media) {
    return new TextBundle(post, pictures, media).folder(name(post));
  }

  /** That folder as one file, {@code <slug>.textpack}. */
  public static Bundle textPack(Bundle textBundle) {
    return TextBundle.pack(textBundle);
  }

  /** The post to be pasted into an editor on the web, as a file to be copied from. */
  public Bundle paste(Post post, PasteEditor editor) {
    return new PasteForm(post, theme, editor).bundle(name(post));
  }

  /** The same for the clipboard. */
  public Paste pasted(Post post, PasteEditor editor) {
    return new PasteForm(post, theme, editor).paste();
  }

  /**
   * The post as Markdown with front matter, its pictures beside it.
   *
   * @param profile how a bundle to publish is laid out; an archive has one layout
   * @param history earlier states that go into an archive, and only there
   * @param review what was said about it, by file names; goes into an archive, and only there
   */
  public Bundle markdown(
      Post post,
      Variant variant,
      Profile profile,
      MediaFiles media,
      List<RevisionText> history,
      Map<String, String> review) {
    MarkdownBundle bundle = new MarkdownBundle(post, pictures, media);
    return switch (variant) {
      case PUBLISH -> bundle.publish(name(post), profile);
      case ARCHIVE -> bundle.archive(name(post), history, review);
    };
  }

  /** As above, of a post that nobody has reviewed. */
  public Bundle markdown(
      Post post, Variant variant, Profile profile, MediaFiles media, List<RevisionText> history) {
    return markdown(post, variant, profile, media, history, Map.of());
  }

  /** The post's slug, or one made from its headline where it has none that can name a folder. */
  public static String name(Post post) {
    String slug = post.slug();
    boolean device = slug.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)([.].*)?");
    String name = Slug.isValid(slug) ? slug : Slug.of(slug.isBlank() ? post.headline() : slug);
    return fitting(device ? name + "-post" : name);
  }

  /** A name that leaves room for a date and an ending where names have 255 bytes at most. */
  private static String fitting(String name) {
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      end = name.offsetByCodePoints(end, -1);
    }
    return end == name.length() ? name : name.substring(0, end).replaceAll("[-.]+$", "");
  }
}
