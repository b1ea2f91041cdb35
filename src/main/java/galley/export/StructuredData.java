package galley.export;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Post;
import galley.post.Source;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What a page says about itself to search engines: schema.org as JSON-LD. */
final class StructuredData {
  private static final Set<String> OPINION =
      Set.of("opinion", "opinions", "op-ed", "comment", "commentary", "column", "editorial");
  private static final JsonMapper JSON = new JsonMapper();

  private StructuredData() {}

  /** Whether a section is one of opinion, whose pages must say so. */
  static boolean isOpinion(String section) {
    return OPINION.contains(section.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * The content of the page's {@code script} element. {@code <}, {@code >} and {@code &} are
   * written as escapes, so that nothing in it can end the element.
   */
  static String of(Post post, int words, Optional<String> image, PageLinks links) {
    Details details = post.details();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", isOpinion(details.section()) ? "OpinionNewsArticle" : "NewsArticle");
    data.put("headline", details.headline());
    put(data, "description", details.standfirst());
    data.put("inLanguage", details.language());
    put(data, "articleSection", details.section());
    details
        .date()
        .ifPresent(date -> {
          data.put("datePublished", date.toString());
          data.put("dateModified", modified(post, date.toString()));
        });
    if (!details.bylines().isEmpty()) {
      data.put("author", details.bylines().stream().map(it -> author(it, links)).toList());
    }
    if (!details.tags().isEmpty()) {
      data.put("keywords", details.tags());
    }
    data.put("wordCount", words);
    image.ifPresent(it -> data.put("image", List.of(it)));
    links
        .address()
        .ifPresent(it -> {
          data.put("url", it);
          data.put("mainEntityOfPage", it);
        });
    links.site().ifPresent(it -> data.put("publisher", publisher(it)));
    List<Map<String, Object>> citations =
        Sources.shown(details.sources()).stream().map(StructuredData::citation).toList();
    if (!citations.isEmpty()) {
      data.put("citation", citations);
    }
    List<Map<String, Object>> corrections =
        Corrections.of(details).stream().map(StructuredData::correction).toList();
    if (!corrections.isEmpty()) {
      data.put("correction", corrections);
    }
    return json(data);
  }

  /** JSON in which nothing can end a {@code script} element. */
  static String json(Map<String, Object> data) {
    return JSON.writeValueAsString(data)
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  // A page may not have changed before it was published
  private static String modified(Post post, String published) {
    String changed = post.changed().truncatedTo(ChronoUnit.SECONDS).toString();
    return changed.substring(0, 10).compareTo(published.substring(0, 10)) > 0 ? changed : published;
  }

  private static Map<String, Object> publisher(PageSite site) {
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("@type", "Organization");
    publisher.put("name", site.name());
    publisher.put("url", site.address());
    return publisher;
  }

  private static Map<String, Object> correction(Corrections.Correction correction) {
    Map<String, Object> comment = new LinkedHashMap<>();
    comment.put("@type", "CorrectionComment");
    comment.put("text", correction.text());
    correction.day().ifPresent(day -> comment.put("datePublished", day.toString()));
    return comment;
  }

  private static Map<String, Object> author(Byline byline, PageLinks links) {
    Map<String, Object> author = new LinkedHashMap<>();
    author.put("@type", "Person");
    author.put("name", byline.name());
    links
        .site()
        .map(site -> site.authors().get(byline.name()))
        .flatMap(page -> links.address().map(own -> URI.create(own).resolve(page).toString()))
        .ifPresent(page -> author.put("url", page));
    return author;
  }

  private static Map<String, Object> citation(Source source) {
    Map<String, Object> citation = new LinkedHashMap<>();
    citation.put("@type", "CreativeWork");
    put(citation, "name", source.title());
    Sources.link(source).ifPresent(address -> citation.put("url", address));
    source.date().ifPresent(date -> citation.put("datePublished", date.toString()));
    return citation;
  }

  private static void put(Map<String, Object> data, String name, String text) {
    if (!text.isBlank()) {
      data.put(name, text);
    }
  }
}
