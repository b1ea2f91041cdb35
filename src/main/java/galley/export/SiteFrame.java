package galley.export;

import galley.post.Post;
import galley.post.Site;
import galley.text.Sha256;
import galley.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stands around every page of a site, and the values templates are given. Any thread.
 *
 * <p>{@link #key()} changes when anything here does, so that every page is made anew.
 */
final class SiteFrame {
  static final String FEED = "feed.xml";
  static final String ICON = "favicon.svg";

  /** Goes up when pages change without anything of a site having changed. */
  private static final int FORMAT = 2;

  private static final int MOST_IN_NAVIGATION = 6;

  private final Site site;
  private final Theme theme;
  private final SiteAddresses addresses;
  private final Templates templates;
  private final Vocabulary.Language words;
  private final String css;
  private final String sheet;
  private final List<SiteAddresses.Group> navigation;
  private final String key;

  SiteFrame(Site site, Theme theme, SiteAddresses addresses) {
    this.site = site;
    this.theme = theme;
    this.addresses = addresses;
    words = theme.words(site.language());
    templates = new Templates(theme.files(), words);
    css = theme.css() + theme.sheet("site.css") + settings();
    sheet = "assets/site." + Sha256.of(css).substring(0, 10) + ".css";
    navigation = navigation();
    List<String> shaping = new ArrayList<>();
    shaping.add(FORMAT + site.toString() + new TreeMap<>(site.settings()));
    shaping.add(css);
    shaping.add(theme.fingerprint());
    navigation.forEach(group -> shaping.add(group.name() + group.path()));
    addresses.pages().forEach(page -> shaping.add(page.headline() + addresses.post(page)));
    key = Sha256.of(String.join("\u001f", shaping));
  }

  // The one setting both themes know; anything but a plain colour is left out
  private String settings() {
    StringBuilder rules = new StringBuilder();
    Optional.ofNullable(site.settings().get("accent"))
        .filter(colour -> colour.matches("#[0-9A-Fa-f]{6}"))
        .ifPresent(colour ->
            rules.append(
                "@media not (prefers-color-scheme:dark){:root{--accent:" + colour + "}}\n"));
    Optional.ofNullable(site.settings().get("accent-dark"))
        .filter(colour -> colour.matches("#[0-9A-Fa-f]{6}"))
        .ifPresent(colour ->
            rules.append("@media (prefers-color-scheme:dark){:root{--accent:" + colour + "}}\n"));
    return rules.toString();
  }

  private List<SiteAddresses.Group> navigation() {
    List<SiteAddresses.Group> all = addresses.sections();
    int own = site.sections().size();
    return own > 0
        ? all.subList(0, Math.min(own, all.size()))
        : all.stream().filter(group -> !group.posts().isEmpty()).limit(MOST_IN_NAVIGATION).toList();
  }

  String key() {
    return key;
  }

  Site site() {
    return site;
  }

  Theme theme() {
    return theme;
  }

  SiteAddresses addresses() {
    return addresses;
  }

  String say(String name, Object... arguments) {
    return words.say(name, arguments);
  }

  /** How the site's own words run: {@code ltr} or {@code rtl}. */
  String direction() {
    return direction(site.language());
  }

  static String direction(String language) {
    return Page.direction(language).isEmpty() ? "ltr" : "rtl";
  }

  /** A day as it is written in the site's language. */
  String shown(LocalDate day) {
    return ArticleParts.shown(day, words.locale());
  }

  String css() {
    return css;
  }

  String sheet() {
    return sheet;
  }

  /** The address of a path on the web. */
  String absolute(String path) {
    return site.address() + SitePath.encoded(path);
  }

  /**
   * A page.
   *
   * @param root what leads from it to the home
   * @param values of the page itself, by name
   */
  String page(String template, String root, String current, Map<String, Object> values) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put("site", siteValues(root, current));
    return templates.render(template, all);
  }

  private Map<String, Object> siteValues(String root, String current) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", site.name());
    values.put("description", site.description());
    values.put("language", site.language());
    values.put("direction", direction());
    values.put("home", SitePath.link(root, ""));
    values.put("feed", SitePath.link(root, FEED));
    values.put("search", SitePath.link(root, "search/"));
    values.put("archive", SitePath.link(root, "archive/"));
    values.put("corrections", SitePath.link(root, "corrections/"));
    values.put("current", current);
    values.put(
        "sections",
        navigation.stream()
            .map(group ->
                Map.<String, Object>of(
                    "name", group.name(),
                    "href", SitePath.link(root, group.path()),
                    "current", current.equals(group.path())))
            .toList());
    values.put(
        "pages",
        addresses.pages().stream()
            .map(card ->
                Map.<String, Object>of(
                    "name", card.headline(),
                    "href", SitePath.link(root, addresses.post(card)),
                    "current", current.equals(addresses.post(card))))
            .toList());
    values.put("social", social(site.social()));
    values.put("settings", new TreeMap<>(site.settings()));
    return values;
  }

  /** Accounts elsewhere with the names people know them by; what is no web address is left out. */
  static List<Map<String, Object>> social(List<String> accounts) {
    return accounts.stream()
        .map(Sources::web)
        .flatMap(Optional::stream)
        .map(address -> Map.<String, Object>of("name", SocialName.of(address), "href", address))
        .toList();
  }

  /** A post as lists show it. */
  Map<String, Object> entry(SiteCard card, int wordsInBody, String root) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("headline", card.headline());
    entry.put("standfirst", card.standfirst());
    entry.put("href", SitePath.link(root, addresses.post(card)));
    Optional<LocalDate> day = card.day();
    entry.put("datetime", day.map(LocalDate::toString).orElse(""));
    entry.put("date", day.map(it -> ArticleParts.shown(it, words.locale())).orElse(""));
    int minutes = Words.readingMinutes(wordsInBody);
    entry.put("minutes", minutes == 0 ? "" : words.say("minutes", minutes));
    entry.put("section", card.section());
    entry.put("authors", String.join(", ", card.authors()));
    return entry;
  }

  /** What a page of a post knows of the site. */
  PageSite around(Post post, String root) {
    String section = post.details().section();
    return new PageSite(
        site.name(),
        site.address(),
        SiteHead.common(this, root, FEED),
        addresses.section(section).map(group -> SitePath.link(root, group.path())),
        links(Set.copyOf(post.details().tags()), root, true),
        links(
            post.details().bylines().stream().map(it -> it.name()).collect(Collectors.toSet()),
            root,
            false));
  }

  private Map<String, String> links(Set<String> names, String root, boolean tags) {
    Map<String, String> links = new LinkedHashMap<>();
    for (String name : names) {
      (tags ? addresses.tag(name) : addresses.author(name))
          .ifPresent(group -> links.put(name, SitePath.link(root, group.path())));
    }
    return links;
  }
}
