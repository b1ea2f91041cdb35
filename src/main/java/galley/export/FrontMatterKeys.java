package galley.export;

import galley.markdown.FrontMatter;
import galley.post.Byline;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Stage;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys at the top of a Markdown file: those Hugo, Jekyll, Eleventy and Astro read alike, ours
 * under {@code galley}, then the ones that came with the post and mean something elsewhere.
 */
final class FrontMatterKeys {
  /** Where import keeps front matter that nobody could read. */
  private static final Set<String> NEVER_OUT = Set.of("front-matter");

  /**
   * Keys that came with a post and steer one site: in another they break its build, hide the post
   * or move it. An archive keeps them.
   */
  private static final Set<String> STEERING =
      Set.of("lang", "layout", "permalink", "url", "type", "published", "weight");

  private FrontMatterKeys() {}

  /**
   * For a site generator.
   *
   * @param addresses where the pictures lie, by {@link ImageRef#file()}
   * @param withBrace whether the body takes a brace from here, see {@link TemplateTags}
   */
  static Map<String, @Nullable Object> published(
      Post post, Map<String, String> addresses, boolean withBrace) {
    Details details = post.details();
    Map<String, @Nullable Object> keys = common(details);
    if (details.date().isPresent()) {
      keys.put(
          "lastmod",
          new FrontMatter.Bare(post.changed().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
    details
        .leadImage()
        .map(addresses::get)
        .ifPresent(address -> {
          keys.put("image", address);
          keys.put("images", List.of(address));
        });
    Map<String, @Nullable Object> own = new LinkedHashMap<>();
    own.put("language", details.language());
    if (withBrace) {
      own.put("brace", "{");
    }
    List<Object> pictures = new ArrayList<>();
    for (ImageRef image : post.draft().images()) {
      String address = addresses.get(image.file());
      if (address != null) {
        pictures.add(picture(image, address));
      }
    }
    if (!pictures.isEmpty()) {
      own.put("pictures", pictures);
    }
    return withOthers(keys, own, details, STEERING);
  }

  /** For an archive: nothing that would be another the next time. */
  static Map<String, @Nullable Object> archived(Details details) {
    Map<String, @Nullable Object> keys = common(details);
    details.leadImage().ifPresent(file -> keys.put("image", file));
    Map<String, @Nullable Object> own = new LinkedHashMap<>();
    own.put("stage", details.stage().key());
    own.put("language", details.language());
    return withOthers(keys, own, details, Set.of());
  }

  private static Map<String, @Nullable Object> common(Details details) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("title", details.headline());
    if (!details.standfirst().isBlank()) {
      keys.put("description", details.standfirst());
    }
    keys.put("slug", details.slug());
    details
        .date()
        .map(PublicationDate::toString)
        .ifPresent(date -> keys.put("date", new FrontMatter.Bare(date)));
    boolean unready = details.stage() == Stage.DRAFT || details.stage() == Stage.IN_REVIEW;
    keys.put("draft", unready);
    if (!details.bylines().isEmpty()) {
      keys.put("author", details.bylines().getFirst().name());
      keys.put("authors", details.bylines().stream().map(Byline::name).toList());
    }
    if (!details.section().isBlank() && !details.extra().containsKey("categories")) {
      keys.put("categories", List.of(details.section()));
    }
    if (!details.tags().isEmpty()) {
      keys.put("tags", details.tags());
    }
    return keys;
  }

  private static Map<String, String> picture(ImageRef image, String address) {
    Map<String, String> picture = new LinkedHashMap<>();
    picture.put("file", address);
    put(picture, "alt", image.alt());
    put(picture, "caption", image.caption());
    put(picture, "credit", image.credit());
    put(picture, "licence", image.licence());
    return picture;
  }

  private static void put(Map<String, String> keys, String key, String text) {
    if (!text.isBlank()) {
      keys.put(key, text.strip());
    }
  }

  private static Map<String, @Nullable Object> withOthers(
      Map<String, @Nullable Object> keys,
      Map<String, @Nullable Object> own,
      Details details,
      Set<String> leftOut) {
    if (details.extra().get("galley") instanceof Map<?, ?> rest) {
      rest.forEach((key, value) -> own.putIfAbsent(String.valueOf(key), value));
    }
    keys.put("galley", own);
    details
        .extra()
        .forEach((key, value) -> {
          if (!NEVER_OUT.contains(key) && !leftOut.contains(key)) {
            keys.putIfAbsent(key, value);
          }
        });
    return keys;
  }
}
