package galley.intake;

import galley.post.PublicationDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a web page says about its article to machines: schema.org data, Open Graph and meta tags,
 * and the elements that HTML has for it. Every field may be empty.
 *
 * @param headline as the article shows it where it does, else as its data have it
 * @param picture the address of the picture that stands for it
 */
record PageFacts(
    String headline,
    String standfirst,
    List<String> names,
    Optional<PublicationDate> date,
    Optional<PublicationDate> updated,
    String section,
    List<String> tags,
    String language,
    String picture,
    String address) {
  private static final int DEEPEST = 8;
  private static final List<String> TYPES =
      List.of(
          "Article",
          "NewsArticle",
          "OpinionNewsArticle",
          "AnalysisNewsArticle",
          "BlogPosting",
          "ReportageNewsArticle",
          "ReviewNewsArticle",
          "SocialMediaPosting",
          "TechArticle",
          "LiveBlogPosting",
          "Report");

  static PageFacts of(Document page) {
    JsonNode data = data(page);
    String title =
        first(
            text(data, "headline"),
            meta(page, "og:title"),
            meta(page, "twitter:title"),
            text(data, "name"),
            title(page));
    return new PageFacts(
        headline(page, title),
        first(
            text(
                page.select(
                        "[itemprop=description], .standfirst, .dek, .subtitle, .article-summary")
                    .first()),
            text(data, "description"),
            meta(page, "og:description"),
            meta(page, "description")),
        names(page, data),
        date(
            text(data, "datePublished"),
            meta(page, "article:published_time"),
            meta(page, "date"),
            meta(page, "dc.date"),
            meta(page, "parsely-pub-date"),
            attribute(page, "[itemprop=datePublished]", "datetime"),
            attribute(page, "[itemprop=datePublished]", "content"),
            attribute(page, "article time[datetime], header time[datetime]", "datetime"),
            attribute(page, "time[datetime]", "datetime")),
        date(text(data, "dateModified"), meta(page, "article:modified_time")),
        first(text(data, "articleSection"), meta(page, "article:section")),
        tags(page, data),
        first(
            page.select("html").attr("lang"),
            text(data, "inLanguage"),
            meta(page, "og:locale").replace('_', '-')),
        first(text(data, "image"), meta(page, "og:image"), meta(page, "twitter:image")),
        first(
            attribute(page, "link[rel=canonical]", "href"),
            meta(page, "og:url"),
            text(data, "url")));
  }

  /** The h1 goes before the data, which search engines get shortened or dressed up. */
  private static String headline(Document page, String title) {
    List<String> shown =
        page.select("h1, [itemprop=headline]").stream()
            .map(PageFacts::text)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    String start = plain(title).substring(0, Math.min(12, plain(title).length()));
    return shown.stream()
        .filter(text -> !start.isEmpty() && plain(text).startsWith(start))
        .findFirst()
        .orElseGet(() ->
            shown.size() == 1 && title.equals(title(page)) || title.isEmpty()
                ? first(shown.isEmpty() ? "" : shown.getFirst(), title)
                : title);
  }

  /** The title of the window without the name of the site after it. */
  private static String title(Document page) {
    String title = page.title().strip();
    String site = meta(page, "og:site_name");
    String bare = title.replaceFirst("\\s+[|–—·-]\\s+[^|–—·]{1,40}$", "");
    return !site.isEmpty() && title.endsWith(site)
        ? title.substring(0, title.length() - site.length()).replaceFirst("[\\s|–—·:-]+$", "")
        : bare.isEmpty() ? title : bare;
  }

  private static List<String> names(Document page, @Nullable JsonNode data) {
    List<String> names = new ArrayList<>();
    if (data != null) {
      add(names, data.get("author"));
    }
    if (names.isEmpty()) {
      for (String key : List.of("author", "article:author", "parsely-author", "dc.creator")) {
        page.select("meta[name=" + key + "], meta[property=" + key + "]")
            .forEach(meta -> addName(names, meta.attr("content")));
      }
    }
    if (names.isEmpty()) {
      page.select("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author]")
          .forEach(element -> addName(names, text(element)));
    }
    if (names.isEmpty()) {
      Element byline = page.select(".byline, .author-name, .author, .post-author").first();
      String line = text(byline);
      MetaLine.of(line)
          .or(() -> MetaLine.of("By " + line))
          .ifPresent(meta -> names.addAll(meta.names()));
    }
    return names.stream().distinct().toList();
  }

  private static void add(List<String> names, @Nullable JsonNode author) {
    if (author == null) {
      return;
    }
    if (author.isArray()) {
      author.forEach(one -> add(names, one));
    } else if (author.isString()) {
      addName(names, author.stringValue());
    } else {
      addName(names, text(author, "name"));
    }
  }

  private static void addName(List<String> names, String text) {
    String name = text.strip().replaceFirst("(?i)^(?:written )?by\\s+", "");
    if (!name.isEmpty() && !name.contains("://") && name.length() <= 100) {
      names.add(name);
    }
  }

  private static List<String> tags(Document page, @Nullable JsonNode data) {
    List<String> tags = new ArrayList<>();
    page.select("meta[property=article:tag]").forEach(meta -> tags.add(meta.attr("content")));
    page.select("[rel=tag]").forEach(link -> tags.add(text(link).replaceFirst("^#", "")));
    JsonNode keywords = data == null ? null : data.get("keywords");
    if (tags.isEmpty() && keywords != null) {
      if (keywords.isArray()) {
        keywords.forEach(word -> tags.add(word.asString("")));
      } else {
        tags.addAll(List.of(keywords.asString("").split(",", -1)));
      }
    }
    return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  /** The first object that describes an article. */
  private static @Nullable JsonNode data(Document page) {
    return page.select("script[type=application/ld+json]").stream()
        .flatMap(script -> article(script.data()).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<JsonNode> article(String data) {
    try {
      return Optional.ofNullable(article(JsonMapper.builder().build().readTree(data), 0));
    } catch (JacksonException e) {
      return Optional.empty(); // many pages have broken data; their elements still speak
    }
  }

  private static @Nullable JsonNode article(@Nullable JsonNode node, int depth) {
    if (node == null || depth > DEEPEST) {
      return null;
    }
    if (node.isObject() && isArticle(node.get("@type"))) {
      return node;
    }
    for (JsonNode below : node) {
      JsonNode found = below.isContainer() ? article(below, depth + 1) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isArticle(@Nullable JsonNode type) {
    if (type == null) {
      return false;
    }
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isArticle(one)) {
          return true;
        }
      }
      return false;
    }
    return TYPES.contains(type.asString(""));
  }

  /** A key's text; of lists the first, of pictures and the like their address. */
  private static String text(@Nullable JsonNode node, String key) {
    JsonNode value = node == null ? null : node.get(key);
    if (value != null && value.isArray()) {
      value = value.get(0);
    }
    if (value != null && value.isObject()) {
      return first(text(value, "url"), text(value, "@id"), text(value, "name"));
    }
    // data often hold text that was made ready for HTML
    return value == null ? "" : Parser.unescapeEntities(value.asString(""), false);
  }

  private static Optional<PublicationDate> date(String... texts) {
    for (String text : texts) {
      Optional<PublicationDate> date = Dates.machine(text);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static String meta(Document page, String name) {
    for (Element meta : page.select("meta[content]")) {
      if (name.equalsIgnoreCase(meta.attr("property"))
          || name.equalsIgnoreCase(meta.attr("name"))) {
        return meta.attr("content").strip();
      }
    }
    return "";
  }

  private static String attribute(Document page, String select, String name) {
    return page.select(select).attr(name).strip();
  }

  private static String text(@Nullable Element element) {
    return element == null ? "" : element.text().strip();
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }

  /** Letters and digits alone, for telling whether two texts say the same. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
  }
}
