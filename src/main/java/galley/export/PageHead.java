package galley.export;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Post;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Writes what stands in a page's {@code head}. */
final class PageHead {
  /** How the policy of every page begins; by it a page is known to be from an export. */
  static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src ";

  private final Post post;
  private final Theme theme;
  private final PageLinks links;
  private final StringBuilder html = new StringBuilder(4096);

  PageHead(Post post, Theme theme, PageLinks links) {
    this.post = post;
    this.theme = theme;
    this.links = links;
  }

  String html(int words, Optional<PictureFiles> picture, String pictureAlt) {
    Details details = post.details();
    Optional<String> share = picture.flatMap(PictureFiles::share).map(this::absolute);
    String data = StructuredData.of(post, words, share, links);
    Optional<String> sheet = links.styleSheet();
    String css = sheet.isPresent() ? "" : css();
    html.append("<meta charset=\"utf-8\">\n");
    html.append(POLICY)
        .append(links.sources())
        .append("; font-src ")
        .append(links.sources())
        .append("; style-src ")
        .append(sheet.isPresent() ? links.sources() : "'sha256-" + sha256(css) + "'")
        .append("; script-src 'sha256-")
        .append(sha256(data))
        .append("'; base-uri 'none'; form-action 'none'\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<title>").append(escaped(details.headline())).append("</title>\n");
    meta("name", "description", details.standfirst());
    for (Byline byline : details.bylines()) {
      meta("name", "author", byline.name());
    }
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    links
        .address()
        .ifPresent(address ->
            html.append("<link rel=\"canonical\" href=\"")
                .append(escaped(address))
                .append("\">\n"));
    openGraph(details, share, pictureAlt);
    sheet.ifPresentOrElse(
        address ->
            html.append("<link rel=\"stylesheet\" href=\"")
                .append(escaped(address))
                .append("\">\n"),
        () -> html.append("<style>").append(css).append("</style>\n"));
    links.site().ifPresent(site -> html.append(site.head()));
    html.append("<script type=\"application/ld+json\">").append(data).append("</script>\n");
    return html.toString();
  }

  String css() {
    // A style element ends at its end tag and nowhere else
    return (theme.css(links::font) + links.moreStyles()).replace("</", "<\\/");
  }

  private void openGraph(Details details, Optional<String> share, String pictureAlt) {
    meta("property", "og:type", "article");
    links.site().ifPresent(site -> meta("property", "og:site_name", site.name()));
    meta("property", "og:title", details.headline());
    meta("property", "og:description", details.standfirst());
    meta("property", "og:locale", details.language().replace('-', '_'));
    links.address().ifPresent(address -> meta("property", "og:url", address));
    share.ifPresent(address -> {
      meta("property", "og:image", address);
      meta("property", "og:image:alt", pictureAlt);
    });
    details.date().ifPresent(date -> meta("property", "article:published_time", date.toString()));
    meta("property", "article:section", details.section());
    details.tags().forEach(tag -> meta("property", "article:tag", tag));
    meta("name", "twitter:card", share.isPresent() ? "summary_large_image" : "summary");
  }

  private void meta(String kind, String name, String content) {
    if (!content.isBlank()) {
      html.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"");
      html.append(escaped(content)).append("\">\n");
    }
  }

  // Other sites need the whole address; where the page's own is unknown, it stays relative to it
  private String absolute(String address) {
    return links
        .address()
        .map(page -> URI.create(page).resolve(address).toString())
        .orElse(address);
  }

  static String escaped(String text) {
    return Html.escaped(text.strip().replaceAll("\\s+", " "));
  }

  /** As a Content-Security-Policy writes it. */
  static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
