package galley.intake;

import galley.asset.Messages;
import galley.post.Byline;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.PublicationDate;
import galley.post.Stage;
import galley.text.Slug;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a post's details of front matter, by the names that Hugo, Jekyll, Eleventy, Astro and
 * Galley give to keys. What it does not know, or knows in part, stays in {@link Details#extra()}.
 */
final class DetailsReader {
  private static final String[] PICTURE = {
    "image",
    "images",
    "hero",
    "hero_image",
    "cover",
    "cover_image",
    "featured_image",
    "feature_image",
    "lead_image",
    "thumbnail"
  };
  private static final String[] ALT = {
    "image_alt",
    "hero_alt",
    "hero_image_alt",
    "cover_alt",
    "cover_image_alt",
    "featured_image_alt",
    "image_alt_text",
    "alt"
  };

  private final Notes notes;

  DetailsReader(Notes notes) {
    this.notes = notes;
  }

  /**
   * What front matter says.
   *
   * @param lead the lead image, with the words there are for it
   * @param pictures the words there are for the pictures of the text
   */
  record Read(Details details, Optional<ImageRef> lead, List<ImageRef> pictures) {}

  /**
   * Reads the keys.
   *
   * @param name the post's file name, for what the keys do not say
   * @param heading the first heading of the text, empty where there is none
   */
  Read read(Map<String, @Nullable Object> yaml, FileName name, String heading) {
    Keys keys = new Keys(yaml);
    Optional<Keys> own = keys.below("galley");
    Stage stage = stage(keys, own);
    String language = language(keys, own);
    List<Byline> bylines = keys.bylines("bylines", "byline", "authors", "author", "writer");
    Optional<ImageRef> lead = lead(keys);
    String headline =
        keys.line("headline", "title")
            .orElseGet(() -> heading.isEmpty() ? name.headline() : heading);
    String standfirst =
        keys.line("standfirst", "description", "excerpt", "summary", "subtitle").orElse("");
    Optional<PublicationDate> date = date(keys, name);
    String slug = slug(keys, name, headline);
    String section = section(keys);
    List<String> tags = keys.list("tags", "tag");
    List<ImageRef> pictures = own.map(DetailsReader::pictures).orElse(List.of());
    own.ifPresent(rest -> keys.put("galley", rest));
    Details details =
        new Details(
            headline,
            standfirst,
            slug,
            bylines,
            date,
            section,
            tags,
            stage,
            lead.map(ImageRef::file),
            language,
            List.of(),
            keys.left());
    return new Read(details, lead, pictures);
  }

  /** The words a bundle of Galley's own has for its pictures. */
  private static List<ImageRef> pictures(Keys own) {
    if (!(own.left().get("pictures") instanceof List<?> list)) {
      return List.of();
    }
    List<ImageRef> pictures = list.stream().flatMap(one -> LeadImage.of(one).stream()).toList();
    if (pictures.size() == list.size() && list.stream().allMatch(LeadImage::isWhole)) {
      own.left().remove("pictures");
    }
    return pictures;
  }

  private static Stage stage(Keys keys, Optional<Keys> own) {
    Optional<Stage> said =
        own.flatMap(below -> stage(below, "stage")).or(() -> stage(keys, "stage"));
    Optional<Boolean> draft = keys.flag("draft");
    Optional<Boolean> published = keys.flag("published");
    return said.or(() -> draft.map(is -> is ? Stage.DRAFT : Stage.PUBLISHED))
        .or(() -> published.map(is -> is ? Stage.PUBLISHED : Stage.DRAFT))
        .orElse(Stage.DRAFT);
  }

  private static Optional<Stage> stage(Keys keys, String name) {
    Optional<Stage> stage = Keys.words(keys.left().get(name)).flatMap(Stage::of);
    stage.ifPresent(known -> keys.left().remove(name));
    return stage;
  }

  private static String language(Keys keys, Optional<Keys> own) {
    return own.flatMap(below -> language(below)).or(() -> language(keys)).orElse("en");
  }

  private static Optional<String> language(Keys keys) {
    for (String name : List.of("lang", "language", "locale")) {
      Optional<String> tag =
          Keys.words(keys.left().get(name))
              .map(text -> Locale.forLanguageTag(text.replace('_', '-')))
              .filter(locale -> !locale.getLanguage().isEmpty())
              .map(Locale::toLanguageTag);
      if (tag.isPresent()) {
        keys.left().remove(name);
        return tag;
      }
    }
    return Optional.empty();
  }

  private Optional<PublicationDate> date(Keys keys, FileName name) {
    Optional<PublicationDate> date =
        keys.date("date", "pub_date", "publish_date", "published_at", "published");
    if (date.isPresent()
        && name.date().isPresent()
        && !date.get().day().equals(name.date().get().day())) {
      notes.kept(Messages.text("intake.two-dates", date.get().day(), name.date().get().day()));
    }
    if (date.isEmpty() && keys.left().get("date") != null) {
      notes.kept(Messages.text("intake.no-date", keys.left().get("date")));
    }
    return date.or(name::date);
  }

  private String slug(Keys keys, FileName name, String headline) {
    Optional<String> said = Keys.words(keys.left().get("slug"));
    if (said.isPresent() && Slug.isValid(said.get())) {
      keys.left().remove("slug");
      return said.get();
    }
    String slug = said.map(Slug::of).or(name::slug).orElseGet(() -> Slug.of(headline));
    said.ifPresent(text -> notes.changed(Messages.text("intake.slug-changed", text, slug)));
    return slug;
  }

  /** One category is the section; where there are several, the first is, and all are kept. */
  private static String section(Keys keys) {
    for (String name : List.of("section", "category", "categories")) {
      Object value = keys.left().get(name);
      if (value instanceof List<?> list && list.size() > 1) {
        Optional<String> first = Keys.words(list.getFirst());
        if (first.isPresent()) {
          return first.get();
        }
      } else {
        Optional<String> only =
            Keys.words(value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value);
        if (only.isPresent()) {
          keys.left().remove(name);
          return only.get();
        }
      }
    }
    return "";
  }

  private static Optional<ImageRef> lead(Keys keys) {
    return keys.picture(PICTURE)
        .map(image ->
            image.withWords(
                image.alt().isEmpty() ? keys.line(ALT).orElse("") : image.alt(),
                image.caption().isEmpty()
                    ? keys.line("image_caption", "hero_caption", "cover_caption").orElse("")
                    : image.caption(),
                image.credit().isEmpty()
                    ? keys.line("image_credit", "photo_credit", "hero_credit").orElse("")
                    : image.credit(),
                image.licence().isEmpty()
                    ? keys.line("image_licence", "image_license").orElse("")
                    : image.licence(),
                image.decorative()));
  }
}
