package galley.ui.details;

import galley.asset.Messages;
import galley.post.Byline;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.PublicationDate;
import galley.text.LanguageTag;
import galley.text.Slug;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the chips say, and what a person's entries mean. On the JavaFX thread. */
final class DetailsModel {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Clock clock;
  private final Supplier<Known> known;
  private Details details = Details.draft("", "untitled");
  private List<ImageRef> images = List.of();
  private Home home = Home.NONE;
  private Consumer<Details> changed = now -> {};
  private Consumer<Optional<UUID>> moved = site -> {};

  DetailsModel(Clock clock, Supplier<Known> known) {
    this.clock = clock;
    this.known = known;
  }

  void show(Details now, List<ImageRef> pictures) {
    details = now;
    images = List.copyOf(pictures);
  }

  void onChange(Consumer<Details> listener) {
    changed = listener;
  }

  Details details() {
    return details;
  }

  /** Where the post is published. */
  Home home() {
    return home;
  }

  void home(Home now) {
    home = now;
  }

  void onMoved(Consumer<Optional<UUID>> listener) {
    moved = listener;
  }

  /** Gives the post to a site, or to none of its own. */
  void move(Optional<UUID> site) {
    if (!site.equals(home.given())) {
      home = new Home(home.sites(), site);
      moved.accept(site);
    }
  }

  List<ImageRef> images() {
    return images;
  }

  /** Whether the lead image is a name without a file. */
  boolean leadIsMissing() {
    return details
        .leadImage()
        .filter(file ->
            images.stream().noneMatch(image -> image.file().equals(file) && !image.isPlace()))
        .isPresent();
  }

  Known known() {
    return known.get();
  }

  private void set(Details now) {
    if (!now.equals(details)) {
      details = now;
      changed.accept(now);
    }
  }

  Optional<String> byline() {
    return details.bylines().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Messages.text(
                "details.by",
                details.bylines().stream().map(Byline::name).collect(Collectors.joining(", "))));
  }

  Optional<String> date() {
    return details.date().map(date -> DAY.format(date.day()));
  }

  Optional<String> section() {
    return Optional.of(details.section()).filter(name -> !name.isBlank());
  }

  Optional<String> tags() {
    return details.tags().isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" · ", details.tags()));
  }

  void names(List<String> names) {
    set(
        details.withBylines(
            names.stream().filter(name -> !name.isBlank()).map(Byline::new).toList()));
  }

  /** Takes a date as written; false where it is none. An empty one takes the date away. */
  boolean date(String written) {
    if (written.isBlank()) {
      set(details.withDate(Optional.empty()));
      return true;
    }
    Optional<PublicationDate> date = PublicationDate.parse(written);
    date.ifPresent(day -> set(details.withDate(Optional.of(day))));
    return date.isPresent();
  }

  String today() {
    return LocalDate.now(clock).toString();
  }

  void section(String name) {
    set(details.withSection(name.strip()));
  }

  /** Adds tags, with commas between them. */
  void addTags(String written) {
    List<String> tags = new ArrayList<>(details.tags());
    for (String tag : written.split(",", -1)) {
      if (!tag.isBlank()) {
        tags.add(tag.strip());
      }
    }
    set(details.withTags(tags));
  }

  void removeTag(String tag) {
    set(details.withTags(details.tags().stream().filter(other -> !other.equals(tag)).toList()));
  }

  void lead(Optional<String> file) {
    set(details.withLeadImage(file));
  }

  /** Takes a slug; false where it can't stand in an address. */
  boolean slug(String written) {
    String slug = written.strip();
    if (!Slug.isValid(slug)) {
      return false;
    }
    set(details.withSlug(slug));
    return true;
  }

  String slugOfHeadline() {
    return Slug.of(details.headline());
  }

  /** Takes a language tag such as en or pt-BR; false where it is none. */
  boolean language(String written) {
    Optional<String> tag = LanguageTag.of(written);
    tag.ifPresent(known -> set(details.withLanguage(known)));
    return tag.isPresent();
  }

  String languageName() {
    return Locale.forLanguageTag(details.language()).getDisplayName(Locale.ENGLISH);
  }
}
