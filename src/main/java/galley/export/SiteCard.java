package galley.export;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Stage;
import galley.text.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What lists, feeds and addresses need of a post, without its text.
 *
 * @param item the post, as it was when this was read
 * @param date as written, empty where it has none
 * @param published the moment it carries; that of its last change where it has no date
 * @param canonical an address elsewhere that the post belongs to, empty where it has none
 */
record SiteCard(
    SitePosts.Item item,
    String headline,
    String standfirst,
    String slug,
    List<String> authors,
    String date,
    Instant published,
    String section,
    List<String> tags,
    Stage stage,
    String canonical,
    List<String> aliases,
    List<Corrections.Correction> corrections) {
  SiteCard {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    aliases = List.copyOf(aliases);
    corrections = List.copyOf(corrections);
  }

  static SiteCard of(SitePosts.Item item, Post post) {
    Details details = post.details();
    return new SiteCard(
        item,
        details.headline().strip(),
        details.standfirst().strip(),
        Bundles.name(post),
        details.bylines().stream().map(Byline::name).toList(),
        details.date().map(PublicationDate::toString).orElse(""),
        details.date().map(SiteCard::moment).orElse(item.changed().truncatedTo(ChronoUnit.SECONDS)),
        details.section().strip(),
        details.tags(),
        details.stage(),
        canonical(details),
        aliases(details),
        Corrections.of(details));
  }

  private static Instant moment(PublicationDate date) {
    return date.time()
        .map(at -> at.atDate(date.day()).toInstant())
        .orElseGet(() -> date.day().atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static String canonical(Details details) {
    return details.extra().get("canonicalURL") instanceof String address
        ? Sources.web(address).orElse("")
        : "";
  }

  private static List<String> aliases(Details details) {
    Object value = details.extra().get("aliases");
    List<?> entries = value instanceof List<?> list ? list : Stream.ofNullable(value).toList();
    return entries.stream()
        .filter(Objects::nonNull)
        .map(Object::toString)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  UUID id() {
    return item.id();
  }

  Optional<LocalDate> day() {
    return PublicationDate.parse(date).map(PublicationDate::day);
  }

  /** When it was last changed, to the second. */
  Instant changed() {
    return item.changed().truncatedTo(ChronoUnit.SECONDS);
  }

  /** A page such as “About”: it stands for itself, outside of lists and feeds. */
  boolean isPage() {
    return section.isEmpty() && date.isEmpty();
  }

  /** Changes when anything that a list may show of it does. */
  String fingerprint() {
    return Sha256.of(String.join("\u001f", item.id().toString(), toString()));
  }
}
