package galley.export;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at every file of a built site, knowing nothing of how it was made: that all links and
 * pictures are there, that pages keep to their budgets and say all about themselves, and that
 * nothing of the program's inside is in them. Also a program of its own, for packaging/checks:
 * {@code SiteSound.java FOLDER ADDRESS}.
 */
final class SiteSound {
  private static final int MOST_HTML = 60_000;
  private static final int MOST_CSS = 8_000;
  private static final int MOST_FOR_A_PHONE = 150_000;
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern IN_CSS = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");
  private static final Pattern REFRESH = Pattern.compile("\\d+; url=(.+)");
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\{\\{|\\{%|%\\}|\\$\\{|Optional\\[|file:/|/tmp/|/home/|\\bnull\\b|undefined|NaN"
              + "|\\bjava\\.|galley\\.|[\\p{Cntrl}&&[^\\n]]|\\uFFFD|\\b[a-z]+(-[a-z]+)+\\(|!!"
              + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Map<String, byte[]> files;
  private final URI home;
  private final Map<String, Document> pages = new TreeMap<>();
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Set<String> wrong = new TreeSet<>();
  private final Map<String, Integer> seen = new TreeMap<>();

  private SiteSound(Map<String, byte[]> files, String address) {
    this.files = files;
    home = URI.create(address);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.startsWith(".galley")) {
          files.put(path, Files.readAllBytes(file));
        }
      }
    }
    SiteSound sound = new SiteSound(files, arguments[1]);
    Set<String> wrong = sound.look();
    wrong.forEach(each -> System.out.println("  " + each));
    System.out.println("  looked at " + sound.seen + "; " + wrong.size() + " faults");
    System.exit(wrong.isEmpty() && !sound.pages.isEmpty() ? 0 : 1);
  }

  /** What is wrong with a site whose files these are, by path. */
  static Set<String> faults(Map<String, byte[]> files, String address) {
    return new SiteSound(files, address).look();
  }

  private Set<String> look() {
    files.forEach((path, bytes) -> {
      if (path.endsWith(".html")) {
        Document page = Jsoup.parse(text(path));
        pages.put(path, page);
        ids.put(path, new HashSet<>(page.select("[id]").eachAttr("id")));
      }
    });
    pages.forEach(this::page);
    files.forEach((path, bytes) -> {
      PictureMarks.in(path, bytes).forEach(mark -> wrong.add(path + " holds " + mark));
      if (path.endsWith(".css")) {
        count("style sheets");
        holds(bytes.length <= MOST_CSS, path + " has " + bytes.length + " bytes");
        Matcher url = IN_CSS.matcher(text(path));
        while (url.find()) {
          leads(path, url.group(1));
        }
      } else if (path.endsWith("feed.xml")) {
        feed(path);
      } else if (path.endsWith("sitemap.xml")) {
        map(path);
      } else if (path.endsWith("index.json")) {
        for (JsonNode row : JsonMapper.shared().readTree(bytes)) {
          leads("index.html", row.get(0).asString());
          count("rows of the search");
        }
      } else if (path.matches(".*\\.(jpg|png|webp|gif|svg)")) {
        count("pictures");
      }
    });
    return wrong;
  }

  private void page(String path, Document page) {
    count("pages");
    holds(files.get(path).length <= MOST_HTML || longRead(page), path + " is over its budget");
    holds(page.select("h1").size() == 1, path + " has " + page.select("h1").size() + " h1");
    holds(!page.title().isBlank(), path + " has no title");
    holds(!page.select("html").attr("lang").isEmpty(), path + " has no language");
    holds(page.select("main").size() == 1, path + " has no main part");
    for (String link : links(page)) {
      leads(path, link);
    }
    Matcher refresh = REFRESH.matcher(page.select("meta[http-equiv=refresh]").attr("content"));
    if (refresh.matches()) {
      count("redirects");
      leads(path, refresh.group(1));
      return;
    }
    Element data = page.selectFirst("script[type=application/ld+json]");
    if (page.selectFirst("main > article > header.head") != null) {
      count("articles");
      article(path, page, data);
    } else if (path.equals("index.html")) {
      holds(data != null && data.data().contains("\"WebSite\""), "the home says nothing of itself");
    }
    phone(path, page);
    inside(path, page);
  }

  // What people wrote may hold anything; what the program wrote around it may not
  private void inside(String path, Document page) {
    Document around = page.clone();
    for (Element article : around.select("main > article")) {
      List<Element> own = List.copyOf(article.select("> header.head, > footer.foot"));
      article.empty().appendChildren(own);
    }
    around.select(".standfirst, .dek, meta[name=description], script").remove();
    around.select("meta[property=og:description]").remove();
    List<String> texts = new ArrayList<>(List.of(around.wholeText()));
    for (Element element : around.getAllElements()) {
      element.attributes().forEach(attribute -> texts.add(attribute.getValue()));
      texts.add(element.data());
    }
    for (String text : texts) {
      Matcher found = INSIDE.matcher(text);
      if (found.find()) {
        String from = text.substring(Math.max(0, found.start() - 60));
        wrong.add(path + " says " + found.group() + " in " + from.lines().findFirst().orElse(""));
      }
    }
    holds(!page.html().contains("<!--"), path + " holds a comment");
  }

  private static boolean longRead(Document page) {
    return page.selectFirst("article") != null && page.select("article").text().length() > 40_000;
  }

  private void article(String path, Document page, Element data) {
    if (data == null) {
      wrong.add(path + " says nothing of itself");
      return;
    }
    JsonNode json = JsonMapper.shared().readTree(data.data());
    says(path, json, "@context", "https://schema.org");
    holds(
        json.path("@type").asString("").matches("(Opinion)?NewsArticle"), path + " is no article");
    says(path, json, "headline", page.select("h1").text());
    says(path, json, "inLanguage", page.select("html").attr("lang"));
    says(path, json, "url", page.select("link[rel=canonical]").attr("href"));
    says(path, json, "mainEntityOfPage", page.select("link[rel=canonical]").attr("href"));
    says(path, json.path("publisher"), "name", page.select("a.name").text());
    says(path, json.path("publisher"), "url", home.toString());
    holds(json.path("wordCount").asInt(0) > 0, path + " counts no words");
    says(path, json, "datePublished", page.select(".byline time").attr("datetime"));
    holds(
        page.select(".byline time").isEmpty() || json.has("dateModified"),
        path + " does not say when it was changed");
    says(path, json, "description", page.select("p.standfirst").text());
    says(path, json, "articleSection", page.select("p.kicker").text());
    many(path, json, "author", page.select(".byline .author").size());
    for (JsonNode author : json.path("author")) {
      leads(path, author.path("url").asString("nowhere"));
    }
    many(path, json, "keywords", page.select("footer.foot .tags li").size());
    many(path, json, "correction", page.select("footer.foot .correction").size());
    many(path, json, "citation", page.select("footer.foot .sources li").size());
    many(path, json, "image", page.select("meta[property=og:image]").size());
    json.path("image").forEach(image -> leads(path, image.asString()));
    for (String needed : List.of("og:type", "og:title", "og:url", "og:site_name", "og:locale")) {
      holds(!page.select("meta[property=" + needed + "]").isEmpty(), path + " has no " + needed);
    }
  }

  private void says(String path, JsonNode json, String key, String expected) {
    String said = json.path(key).asString("").strip().replaceAll("\\s+", " ");
    holds(said.equals(expected), path + " says of its " + key + ": " + said + ", not " + expected);
  }

  private void many(String path, JsonNode json, String key, int expected) {
    int size = json.path(key).size();
    holds(size == expected, path + " has " + size + " of " + key + ", and shows " + expected);
  }

  /** What a phone loads for a page: itself, its style sheet and fonts, and its first picture. */
  private void phone(String path, Document page) {
    long bytes = files.get(path).length;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      bytes += file.getKey().matches(".*\\.(css|woff2)") ? file.getValue().length : 0;
    }
    Element picture = page.selectFirst("source[type=image/webp]");
    if (picture != null && !longRead(page)) {
      count("pages with a picture");
      String target = target(path, forPhone(picture.attr("srcset")));
      bytes += files.getOrDefault(target, new byte[0]).length;
    }
    holds(bytes <= MOST_FOR_A_PHONE || longRead(page), path + " loads " + bytes + " bytes");
  }

  // 360 pixels wide, as the budget says
  private static String forPhone(String srcset) {
    String chosen = "";
    for (String copy : srcset.split(", ", -1)) {
      String[] parts = copy.split(" ", -1);
      chosen = parts[0];
      if (Integer.parseInt(parts[1].replace("w", "")) >= 360) {
        return chosen;
      }
    }
    return chosen;
  }

  private void feed(String path) {
    Document feed = Jsoup.parse(text(path), Parser.xmlParser());
    for (Element link : feed.select("link[href]")) {
      leads(path, link.attr("href"));
    }
    for (Element entry : feed.select("entry")) {
      count("entries of feeds");
      Document content = Jsoup.parse(entry.select("content").text(), entry.attr("xml:base"));
      for (String link : links(content)) {
        leads(target("", entry.attr("xml:base")), link);
        holds(
            !link.startsWith("#") && !link.startsWith("."), path + " holds the short link " + link);
      }
    }
  }

  private void map(String path) {
    Set<String> listed = new HashSet<>();
    for (Element place : Jsoup.parse(text(path), Parser.xmlParser()).select("loc")) {
      String file = target("", place.text());
      listed.add(file);
      holds(files.containsKey(file), path + " lists " + place.text());
      count("addresses of sitemaps");
    }
    pages.forEach((file, page) -> {
      boolean hidden = !page.select("meta[name=robots][content*=noindex]").isEmpty();
      holds(!hidden || !listed.contains(file), path + " lists " + file);
      boolean isArticle = page.selectFirst("header.head") != null;
      String canonical = page.select("link[rel=canonical]").attr("href");
      boolean own = target(file, canonical).equals(file);
      holds(!isArticle || !own || listed.contains(file), path + " does not list " + file);
    });
  }

  private static List<String> links(Document page) {
    List<String> links = new ArrayList<>();
    links.addAll(page.select("[href]").eachAttr("href"));
    links.addAll(page.select("[src]").eachAttr("src"));
    links.addAll(page.select("meta[property=og:image],meta[property=og:url]").eachAttr("content"));
    for (String set : page.select("[srcset]").eachAttr("srcset")) {
      for (String copy : set.split(", ", -1)) {
        links.add(copy.split(" ", -1)[0]);
      }
    }
    return links;
  }

  private void leads(String page, String link) {
    Matcher scheme = SCHEME.matcher(link);
    if (scheme.matches() && !SCHEMES.contains(scheme.group(1))) {
      wrong.add(page + " leads to " + link);
      return;
    }
    String target = target(page, link);
    if (target.isEmpty()) {
      return;
    }
    count("links");
    int mark = target.indexOf('#');
    String file = mark < 0 ? target : target.substring(0, mark);
    if (!files.containsKey(file)) {
      wrong.add(page + " leads to " + link + ", which is " + file);
    } else if (mark >= 0
        && !ids.getOrDefault(file, Set.of()).contains(target.substring(mark + 1))) {
      wrong.add(page + " has no place " + link);
    }
  }

  /** The file a link leads to, empty where it leads elsewhere. */
  private String target(String page, String link) {
    URI to;
    try {
      String scheme = home.getScheme();
      to = new URI(scheme, home.getAuthority(), home.getPath() + page, null, null).resolve(link);
    } catch (IllegalArgumentException | URISyntaxException e) {
      return ""; // people may write what is no address
    }
    if (!to.toString().startsWith(home.toString())) {
      return SCHEME.matcher(link).matches() || link.startsWith("//") ? "" : page + ": " + to;
    }
    String path = to.getPath().substring(home.getPath().length());
    String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    return to.getFragment() == null || to.getFragment().isEmpty()
        ? file
        : file + "#" + to.getFragment();
  }

  private String text(String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  private void holds(boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }
}
