package galley.export;

import galley.post.Site;
import galley.text.Sha256;
import galley.text.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where everything of a site lies. Depends on the site and the posts alone, not on their order.
 * Paths are below the site's home and end with a slash. Immutable.
 */
final class SiteAddresses {
  private static final Set<String> RESERVED =
      Set.of("archive", "assets", "authors", "corrections", "media", "page", "search", "tags");
  private static final Pattern ALIAS = Pattern.compile("[^\\\\:?#\\p{Cntrl}]{1,300}");

  /**
   * A list of posts with a page of its own.
   *
   * @param key what posts call it, folded
   * @param name as readers see it
   * @param posts newest first
   */
  record Group(String key, String name, String path, List<SiteCard> posts) {}

  private final Map<String, String> slugs = new ConcurrentHashMap<>();
  private final Map<UUID, String> posts = new HashMap<>();
  private final Map<UUID, String> tokens;
  private final Map<String, Group> sections;
  private final Map<String, Group> tags;
  private final Map<String, Group> authors;
  private final List<SiteCard> listed;
  private final List<SiteCard> pages;
  private final Map<String, UUID> moved = new TreeMap<>();

  SiteAddresses(Site site, List<SiteCard> cards) {
    List<SiteCard> sorted =
        cards.stream()
            .sorted(
                Comparator.comparing(SiteCard::published)
                    .reversed()
                    .thenComparing(SiteCard::headline)
                    .thenComparing(card -> card.id().toString()))
            .toList();
    listed = sorted.stream().filter(card -> !card.isPage()).toList();
    pages =
        sorted.stream()
            .filter(SiteCard::isPage)
            .sorted(Comparator.comparing(SiteCard::headline))
            .toList();
    sections = sections(site);
    tags = groups("tags/", SiteCard::tags, Map.of());
    Map<String, String> known = new LinkedHashMap<>();
    site.authors().forEach(author -> known.put(author.name(), author.slug()));
    authors = groups("authors/", SiteCard::authors, known);
    place(sorted);
    former(sorted);
    tokens =
        sorted.parallelStream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SiteCard::id, card -> Sha256.of(post(card) + card.fingerprint())));
  }

  /** Changes when the post's address or anything does that a list may show of it. */
  String token(SiteCard card) {
    return String.valueOf(tokens.get(card.id()));
  }

  private Map<String, Group> sections(Site site) {
    Map<String, String> known = new LinkedHashMap<>();
    site.sections().forEach(section -> known.put(section.name(), section.slug()));
    return groups(
        "", card -> card.section().isEmpty() ? List.of() : List.of(card.section()), known);
  }

  /** Which groups a post names. */
  private interface Naming {
    List<String> of(SiteCard card);
  }

  // Names that differ in case or accents only are one group, called as it is called most recently
  private Map<String, Group> groups(String folder, Naming naming, Map<String, String> known) {
    Map<String, Group> groups = new LinkedHashMap<>();
    Map<String, String> keys = new HashMap<>();
    known.forEach((name, slug) -> {
      String safe = Slug.isValid(slug) ? slug : Slug.of(slug.isBlank() ? name : slug);
      keys.putIfAbsent(slug(name), safe);
      groups.putIfAbsent(
          safe, new Group(safe, name, folder + path(folder, safe), new ArrayList<>()));
    });
    TreeMap<String, Group> others = new TreeMap<>();
    for (SiteCard card : listed) {
      Set<String> named = new HashSet<>();
      for (String name : naming.of(card)) {
        String slug = slug(name);
        String key = keys.getOrDefault(slug, slug);
        if (named.add(key)) {
          Group own = groups.get(key);
          Group group =
              own != null
                  ? own
                  : others.computeIfAbsent(
                      key,
                      it ->
                          new Group(
                              it, name.strip(), folder + path(folder, it), new ArrayList<>()));
          group.posts().add(card);
        }
      }
    }
    others.forEach(groups::putIfAbsent);
    return groups;
  }

  private static String path(String folder, String slug) {
    return folder.isEmpty() && RESERVED.contains(slug) ? slug + "-section/" : slug + "/";
  }

  // The post that came first keeps its name, so that no address changes when another comes
  private void place(List<SiteCard> sorted) {
    Map<String, UUID> taken = new HashMap<>();
    sections.values().forEach(group -> taken.put(folded(group.path()), new UUID(0, 0)));
    List<SiteCard> oldestFirst = sorted.reversed();
    for (SiteCard card : oldestFirst) {
      String folder = section(card.section()).map(Group::path).orElse("");
      String slug = RESERVED.contains(card.slug()) ? card.slug() + "-post" : card.slug();
      String path = folder + slug + "/";
      for (int i = 2; taken.putIfAbsent(folded(path), card.id()) != null; i++) {
        path = folder + slug + "-" + i + "/";
      }
      posts.put(card.id(), path);
    }
  }

  private static String folded(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  // An address in use is never given to a redirect
  private void former(List<SiteCard> sorted) {
    Set<String> used = new HashSet<>();
    posts.values().forEach(path -> used.add(folded(path)));
    sections.values().forEach(group -> used.add(folded(group.path())));
    for (SiteCard card : sorted) {
      List<String> all = new ArrayList<>(card.item().former());
      all.addAll(card.aliases());
      for (String alias : all) {
        alias(alias)
            .filter(path -> !used.contains(folded(path)))
            .filter(path -> !RESERVED.contains(path.substring(0, path.indexOf('/'))))
            .ifPresent(path -> {
              if (used.add(folded(path))) {
                moved.put(path, card.id());
              }
            });
      }
    }
  }

  // Written by hand, or taken over from another program: only what is a path below the home counts
  private static Optional<String> alias(String text) {
    String path = text.replaceAll("^/+", "").replaceAll("/*(?:index\\.html?)?$", "");
    boolean safe =
        ALIAS.matcher(path).matches()
            && List.of(path.split("/", -1)).stream().noneMatch(it -> it.matches("\\.*"));
    return safe ? Optional.of(path + "/") : Optional.empty();
  }

  /** Posts of lists and feeds, newest first. */
  List<SiteCard> listed() {
    return listed;
  }

  /** Posts that stand for themselves, by headline. */
  List<SiteCard> pages() {
    return pages;
  }

  String post(SiteCard card) {
    String path = posts.get(card.id());
    if (path == null) {
      throw new IllegalArgumentException("No post of this site: " + card.id());
    }
    return path;
  }

  /** All sections, those of the site first and in its order. */
  List<Group> sections() {
    return List.copyOf(sections.values());
  }

  List<Group> tags() {
    return List.copyOf(tags.values());
  }

  List<Group> authors() {
    return List.copyOf(authors.values());
  }

  Optional<Group> section(String name) {
    return group(sections, name);
  }

  Optional<Group> tag(String name) {
    return group(tags, name);
  }

  Optional<Group> author(String name) {
    return group(authors, name);
  }

  // The same few names come with thousands of posts
  private String slug(String name) {
    return slugs.computeIfAbsent(name, Slug::of);
  }

  private Optional<Group> group(Map<String, Group> groups, String name) {
    String slug = slug(name);
    return name.isBlank()
        ? Optional.empty()
        : Optional.ofNullable(groups.get(slug))
            .or(() ->
                groups.values().stream().filter(it -> slug(it.name()).equals(slug)).findFirst());
  }

  /** Paths that lead to a post that lies elsewhere now. */
  Map<String, UUID> moved() {
    return moved;
  }
}
