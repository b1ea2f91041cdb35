package galley.post;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a post but its body and its pictures.
 *
 * @param headline one line, may be empty in a draft
 * @param standfirst the line under the headline, may be empty
 * @param slug the part of its address that names it
 * @param bylines in the order readers see
 * @param date the date it carries
 * @param section may be empty
 * @param tags in the order they were given, none twice
 * @param stage how far it has come
 * @param leadImage the {@link ImageRef#file()} of the picture above the text
 * @param language a BCP 47 tag, never empty
 * @param sources what backs its claims
 * @param extra front-matter keys this program does not know, in their order, as YAML gave them:
 *     strings, numbers, booleans, lists, maps and nulls
 */
public record Details(
    String headline,
    String standfirst,
    String slug,
    List<Byline> bylines,
    Optional<PublicationDate> date,
    String section,
    List<String> tags,
    Stage stage,
    Optional<String> leadImage,
    String language,
    List<Source> sources,
    Map<String, @Nullable Object> extra) {
  public Details {
    bylines = List.copyOf(bylines);
    tags = tags.stream().distinct().toList();
    sources = List.copyOf(sources);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    if (language.isBlank()) {
      throw new IllegalArgumentException("A post needs a language");
    }
  }

  /** A draft that has only a headline and a slug. */
  public static Details draft(String headline, String slug) {
    return new Details(
        headline,
        "",
        slug,
        List.of(),
        Optional.empty(),
        "",
        List.of(),
        Stage.DRAFT,
        Optional.empty(),
        "en",
        List.of(),
        Map.of());
  }

  public Details withHeadline(String text) {
    return new Details(
        text,
        standfirst,
        slug,
        bylines,
        date,
        section,
        tags,
        stage,
        leadImage,
        language,
        sources,
        extra);
  }

  public Details withStandfirst(String text) {
    return new Details(
        headline, text, slug, bylines, date, section, tags, stage, leadImage, language, sources,
        extra);
  }

  public Details withSlug(String text) {
    return new Details(
        headline,
        standfirst,
        text,
        bylines,
        date,
        section,
        tags,
        stage,
        leadImage,
        language,
        sources,
        extra);
  }

  public Details withBylines(List<Byline> names) {
    return new Details(
        headline,
        standfirst,
        slug,
        names,
        date,
        section,
        tags,
        stage,
        leadImage,
        language,
        sources,
        extra);
  }

  public Details withDate(Optional<PublicationDate> day) {
    return new Details(
        headline,
        standfirst,
        slug,
        bylines,
        day,
        section,
        tags,
        stage,
        leadImage,
        language,
        sources,
        extra);
  }

  public Details withSection(String name) {
    return new Details(
        headline,
        standfirst,
        slug,
        bylines,
        date,
        name,
        tags,
        stage,
        leadImage,
        language,
        sources,
        extra);
  }

  public Details withTags(List<String> names) {
    return new Details(
        headline,
        standfirst,
        slug,
        bylines,
        date,
        section,
        names,
        stage,
        leadImage,
        language,
        sources,
        extra);
  }

  public Details withStage(Stage next) {
    return new Details(
        headline,
        standfirst,
        slug,
        bylines,
        date,
        section,
        tags,
        next,
        leadImage,
        language,
        sources,
        extra);
  }

  public Details withLeadImage(Optional<String> file) {
    return new Details(
        headline,
        standfirst,
        slug,
        bylines,
        date,
        section,
        tags,
        stage,
        file,
        language,
        sources,
        extra);
  }

  public Details withLanguage(String tag) {
    return new Details(
        headline,
        standfirst,
        slug,
        bylines,
        date,
        section,
        tags,
        stage,
        leadImage,
        tag,
        sources,
        extra);
  }

  public Details withSources(List<Source> list) {
    return new Details(
        headline,
        standfirst,
        slug,
        bylines,
        date,
        section,
        tags,
        stage,
        leadImage,
        language,
        list,
        extra);
  }

  public Details withExtra(Map<String, @Nullable Object> keys) {
    return new Details(
        headline,
        standfirst,
        slug,
        bylines,
        date,
        section,
        tags,
        stage,
        leadImage,
        language,
        sources,
        keys);
  }
}
