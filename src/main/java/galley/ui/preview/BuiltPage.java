package galley.ui.preview;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads a page of a built site so that it can be shown: its style sheets and pictures are those of
 * the site's folder, and nothing else can be reached from it. Any thread; reads files.
 */
final class BuiltPage {
  private static final Pattern PICTURE =
      Pattern.compile("url\\((?!data:)['\"]?([^)'\"]+)['\"]?\\)");
  private static final String UNSHOWN = "script, base, meta, iframe, object, embed, link";

  private final Path folder;
  private final String shelf;

  /**
   * @param folder the site's root
   * @param shelf the address its pictures are got by, with a slash at its end
   */
  BuiltPage(Path folder, String shelf) {
    this.folder = folder;
    this.shelf = shelf;
  }

  /** Whether there is a page at a path below the home. */
  boolean has(String path) {
    return file(path).filter(Files::isRegularFile).isPresent();
  }

  /** The page at a path; a path that ends with a slash is a folder's page. */
  PageSheet read(String path) throws IOException {
    Path file = file(path).orElseThrow(() -> new IOException("Not a page of the site: " + path));
    Document page = Jsoup.parse(Files.readString(file));
    String css = css(page, path);
    page.select(UNSHOWN).remove();
    page.select("form").forEach(Element::unwrap);
    page.select("source[type=image/webp]").remove(); // WebView shows none
    page.select("[src]").forEach(it -> it.attr("src", address(path, it.attr("src"))));
    page.select("[srcset]").forEach(it -> it.attr("srcset", sizes(path, it.attr("srcset"))));
    page.outputSettings().prettyPrint(false);
    List<PageSheet.Block> blocks = new ArrayList<>();
    for (Element part : page.body().children()) {
      blocks.add(new PageSheet.Block(part.outerHtml(), -1, -1));
    }
    Element root = page.root().children().first();
    String open = root == null ? "<html>" : root.shallowClone().outerHtml();
    return new PageSheet(open.replaceAll("</html>$", ""), css, "", blocks, "");
  }

  private String css(Document page, String path) throws IOException {
    StringBuilder css = new StringBuilder();
    for (Element sheet : page.select("link[rel=stylesheet]")) {
      Optional<String> at = below(path, sheet.attr("href"));
      Optional<Path> file = at.flatMap(this::file).filter(Files::isRegularFile);
      if (file.isPresent()) {
        css.append(
            PICTURE
                .matcher(Files.readString(file.get()))
                .replaceAll(url ->
                    Matcher.quoteReplacement("url(" + address(at.orElse(""), url.group(1)) + ")")));
      }
    }
    page.select("style").forEach(style -> css.append(style.data()));
    page.select("style").remove();
    return css.toString();
  }

  private String sizes(String path, String sizes) {
    return Stream.of(sizes.split(",", -1))
        .map(String::strip)
        .map(size -> {
          String[] parts = size.split("\\s+", 2);
          return address(path, parts[0]) + (parts.length > 1 ? " " + parts[1] : "");
        })
        .collect(Collectors.joining(", "));
  }

  private String address(String path, String written) {
    return written.startsWith("data:")
        ? written
        : below(path, written).map(found -> shelf + found).orElse("");
  }

  /**
   * Where an address on a page leads within the site.
   *
   * @return a path below the home, or empty where it leads out of it
   */
  static Optional<String> below(String path, String written) {
    try {
      URI from = URI.create("site:/").resolve("/" + path.replaceAll("[^/]*$", ""));
      URI to = from.resolve(new URI(written.replace(" ", "%20")));
      boolean inside = to.getScheme() == null || to.getScheme().equals("site");
      String found = to.getPath();
      return inside && to.getAuthority() == null && found != null && found.startsWith("/")
          ? Optional.of(found.substring(1)).filter(it -> !(it + "/").contains("../"))
          : Optional.empty();
    } catch (java.net.URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The file of a path, if it lies in the site. */
  Optional<Path> file(String path) {
    String name = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    if (name.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Path file = folder.resolve(name).normalize();
    return file.startsWith(folder) ? Optional.of(file) : Optional.empty();
  }
}
