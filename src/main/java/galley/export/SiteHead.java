package galley.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what stands in the {@code head} of a site's pages that are no posts. Its policy and its
 * addresses are not left to templates.
 *
 * @param title as the browser shows it
 * @param path of the page
 * @param root what leads from it to the home
 * @param indexed whether search engines are to list it
 * @param script of the page, empty where it has none
 */
record SiteHead(
    String title, String description, String path, String root, boolean indexed, String script) {

  /** Icon and feed, which every page of a site names. */
  static String common(SiteFrame frame, String root, String feed) {
    return "<link rel=\"icon\" type=\"image/svg+xml\" href=\""
        + Html.escaped(SitePath.link(root, SiteFrame.ICON))
        + "\">\n<link rel=\"alternate\" type=\"application/atom+xml\" title=\""
        + PageHead.escaped(frame.site().name())
        + "\" href=\""
        + Html.escaped(SitePath.link(root, feed))
        + "\">\n";
  }

  /** The lines, for a page whose feed is this one. */
  String html(SiteFrame frame, String feed) {
    StringBuilder html = new StringBuilder(2048);
    String data = path.isEmpty() ? data(frame) : "";
    html.append("<meta charset=\"utf-8\">\n");
    html.append(PageHead.POLICY).append("'self'; font-src 'self'; style-src 'self'");
    if (!data.isEmpty() || !script.isEmpty()) {
      String running = data.isEmpty() ? script : data;
      html.append("; script-src 'sha256-").append(PageHead.sha256(running)).append('\'');
    }
    if (!script.isEmpty()) {
      html.append("; connect-src 'self'");
    }
    html.append("; base-uri 'none'; form-action 'none'\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<title>").append(PageHead.escaped(title)).append("</title>\n");
    meta(html, "name", "description", description);
    meta(html, "name", "color-scheme", "light dark");
    if (indexed) {
      String address = frame.absolute(path);
      html.append("<link rel=\"canonical\" href=\"").append(Html.escaped(address)).append("\">\n");
      meta(html, "property", "og:type", "website");
      meta(html, "property", "og:site_name", frame.site().name());
      meta(html, "property", "og:title", title);
      meta(html, "property", "og:description", description);
      meta(html, "property", "og:locale", frame.site().language().replace('-', '_'));
      meta(html, "property", "og:url", address);
      meta(html, "name", "twitter:card", "summary");
    } else {
      meta(html, "name", "robots", "noindex");
    }
    html.append("<link rel=\"stylesheet\" href=\"");
    html.append(Html.escaped(SitePath.link(root, frame.sheet()))).append("\">\n");
    html.append(common(frame, root, feed));
    if (!data.isEmpty()) {
      html.append("<script type=\"application/ld+json\">").append(data).append("</script>\n");
    }
    return html.toString();
  }

  private static String data(SiteFrame frame) {
    List<String> accounts =
        frame.site().social().stream().map(Sources::web).flatMap(Optional::stream).toList();
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("@type", "Organization");
    publisher.put("name", frame.site().name());
    publisher.put("url", frame.site().address());
    if (!accounts.isEmpty()) {
      publisher.put("sameAs", accounts);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "WebSite");
    data.put("name", frame.site().name());
    data.put("url", frame.site().address());
    data.put("inLanguage", frame.site().language());
    if (!frame.site().description().isBlank()) {
      data.put("description", frame.site().description());
    }
    data.put("publisher", publisher);
    return StructuredData.json(data);
  }

  private static void meta(StringBuilder html, String kind, String name, String content) {
    if (!content.isBlank()) {
      html.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"");
      html.append(PageHead.escaped(content)).append("\">\n");
    }
  }
}
