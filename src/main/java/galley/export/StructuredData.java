package galley.export;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Post;
import galley.post.Source;
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
  static String of(Post post, int words, Optional<String> image, Optional<String> address) {
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
      data.put("author", details.bylines().stream().map(StructuredData::author).toList());
    }
    if (!details.tags().isEmpty()) {
      data.put("keywords", details.tags());
    }
    data.put("wordCount", words);
    image.ifPresent(it -> data.put("image", List.of(it)));
    address.ifPresent(it -> {
      data.put("url", it);
      data.put("mainEntityOfPage", it);
    });
    List<Map<String, Object>> citations =
        Sources.shown(details.sources()).stream().map(StructuredData::citation).toList();
    if (!citations.isEmpty()) {
      data.put("citation", citations);
    }
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

  private static Map<String, Object> author(Byline byline) {
    Map<String, Object> author = new LinkedHashMap<>();
    author.put("@type", "Person");
    author.put("name", byline.name());
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
