package galley.export;

import galley.text.Sha256;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What a site has beside articles and lists: feeds, search, corrections, redirects, its looks. */
final class SiteExtras {
  private static final JsonMapper JSON = new JsonMapper();

  private final SiteFrame frame;
  private final SiteAddresses addresses;
  private final MadeArticles made;
  private final List<SiteUnit> units = new ArrayList<>();

  SiteExtras(SiteFrame frame, MadeArticles made) {
    this.frame = frame;
    this.made = made;
    addresses = frame.addresses();
  }

  /** All but the manifest. */
  List<SiteUnit> units(SiteFeed.Texts texts, List<SitePosts.Gone> gone) {
    look();
    feeds(new SiteFeed(frame, texts));
    search();
    corrections();
    notFound();
    redirects();
    gone(gone);
    sitemap();
    return units;
  }

  private void look() {
    Theme theme = frame.theme();
    units.add(SiteUnit.fixed(frame.sheet(), frame.css()));
    for (String font : theme.fonts()) {
      units.add(SiteUnit.fixed("assets/fonts/" + font, theme.font(font)));
    }
    if (!theme.fonts().isEmpty()) {
      units.add(SiteUnit.fixed("assets/fonts/OFL.txt", theme.licence()));
    }
    units.add(SiteUnit.fixed(SiteFrame.ICON, icon()));
    units.add(
        SiteUnit.fixed(
            "robots.txt",
            "User-agent: *\nAllow: /\n\nSitemap: " + frame.absolute("sitemap.xml") + "\n"));
  }

  private String icon() {
    String name = frame.site().name();
    String letter = name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#9b2d20"/><text x="16" y="23.5" text-anchor="middle" font-family="Georgia,serif" font-weight="bold" font-size="21" fill="#fffdf9">%s</text></svg>
    """
        .formatted(Html.escaped(Xml.clean(letter)));
  }

  private void feeds(SiteFeed feeds) {
    feed(feeds, frame.site().name(), "", addresses.listed());
    for (SiteAddresses.Group section : addresses.sections()) {
      String title = frame.site().name() + " · " + section.name();
      feed(feeds, title, section.path(), section.posts());
    }
  }

  private void feed(SiteFeed feeds, String title, String home, List<SiteCard> posts) {
    List<SiteCard> newest = posts.subList(0, Math.min(posts.size(), SiteFeed.LENGTH));
    String path = home + SiteFrame.FEED;
    units.add(
        new SiteUnit(path, feeds.key(title, newest), () -> feeds.atom(title, path, home, newest)));
  }

  private void search() {
    List<SiteCard> all = addresses.listed();
    units.add(new SiteUnit("search/index.json", key("index", all), () -> index(all)));
    TreeMap<String, List<SiteCard>> letters = new TreeMap<>();
    for (SiteCard card : all) {
      letters.computeIfAbsent(letter(card.headline()), _ -> new ArrayList<>()).add(card);
    }
    List<String> present = List.copyOf(letters.keySet());
    searchPage("", present, List.of());
    letters.forEach((letter, cards) -> searchPage(letter, present, cards));
  }

  /** The letter a headline stands under; all that begin otherwise stand under {@code 0-9}. */
  private static String letter(String headline) {
    return Normalizer.normalize(headline, Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .filter(Character::isLetter)
        .mapToObj(code -> Character.toString(code).toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("0-9");
  }

  private void searchPage(String letter, List<String> letters, List<SiteCard> cards) {
    String path = letter.isEmpty() ? "search/" : "search/" + letter + "/";
    List<SiteCard> sorted =
        cards.stream()
            .sorted(
                Comparator.comparing(SiteCard::headline, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(card -> card.id().toString()))
            .toList();
    units.add(
        SiteUnit.page(
            path + "index.html",
            key("search" + letter + letters, sorted),
            () -> {
              String root = SitePath.root(path);
              String script = frame.theme().files().text("search.js").strip();
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("heading", frame.say("search"));
              values.put("letter", letter.toUpperCase(Locale.ROOT));
              values.put("script", script);
              values.put("index", SitePath.link(root, "search/index.json"));
              values.put("root", SitePath.link(root, ""));
              values.put(
                  "letters",
                  letters.stream()
                      .map(it ->
                          Map.<String, Object>of(
                              "name", it.toUpperCase(Locale.ROOT),
                              "href", SitePath.link(root, "search/" + it + "/"),
                              "current", it.equals(letter)))
                      .toList());
              values.put("entries", sorted.stream().map(card -> entry(card, root)).toList());
              return page("search.peb", path, frame.say("search"), root, script, values);
            }));
  }

  // Only what readers see in lists: path, headline, standfirst, day, section and topics, authors
  private byte[] index(List<SiteCard> cards) {
    List<List<String>> rows =
        cards.stream()
            .map(card ->
                List.of(
                    SitePath.encoded(addresses.post(card)),
                    card.headline(),
                    card.standfirst(),
                    card.day().map(frame::shown).orElse(""),
                    String.join(", ", withSection(card)),
                    String.join(", ", card.authors())))
            .toList();
    return JSON.writeValueAsBytes(rows);
  }

  private static List<String> withSection(SiteCard card) {
    List<String> names = new ArrayList<>();
    if (!card.section().isEmpty()) {
      names.add(card.section());
    }
    names.addAll(card.tags());
    return names;
  }

  private void corrections() {
    List<SiteCard> corrected =
        addresses.listed().stream().filter(card -> !card.corrections().isEmpty()).toList();
    String path = "corrections/";
    units.add(
        SiteUnit.page(
            path + "index.html",
            key("corrections", corrected),
            () -> {
              String root = SitePath.root(path);
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("heading", frame.say("corrections"));
              values.put("entries", corrected.stream().map(card -> corrected(card, root)).toList());
              return page("corrections.peb", path, frame.say("corrections"), root, "", values);
            }));
  }

  private Map<String, Object> entry(SiteCard card, String root) {
    return frame.entry(card, made.of(card).words(), root);
  }

  private Map<String, Object> corrected(SiteCard card, String root) {
    Map<String, Object> entry = new LinkedHashMap<>(entry(card, root));
    entry.put(
        "corrections",
        card.corrections().stream()
            .map(each ->
                Map.<String, Object>of(
                    "label",
                    each.day()
                        .map(day -> frame.say("corrected-on", frame.shown(day)))
                        .orElseGet(() -> frame.say("corrected")),
                    "text",
                    each.text()))
            .toList());
    return entry;
  }

  // Served for any address, so its own are from the host's root on
  private void notFound() {
    String root = frame.site().path();
    units.add(
        SiteUnit.page(
            "404.html",
            key("404", List.of()),
            () -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("heading", frame.say("not-found"));
              return page("404.peb", "404.html", frame.say("not-found"), root, "", values, false);
            }));
  }

  private void redirects() {
    Map<UUID, SiteCard> byId = new LinkedHashMap<>();
    addresses.listed().forEach(card -> byId.put(card.id(), card));
    addresses.pages().forEach(card -> byId.put(card.id(), card));
    addresses
        .moved()
        .forEach((path, id) -> {
          SiteCard card = byId.get(id);
          if (card != null) {
            redirect(path, card);
          }
        });
  }

  private void redirect(String path, SiteCard card) {
    boolean isFile = path.matches(".*\\.html?/");
    String file = isFile ? path.substring(0, path.length() - 1) : path + "index.html";
    String to = SitePath.link(SitePath.root(file), addresses.post(card));
    String key = key("moved" + to, List.of(card));
    moved(path, file, to, new Target(card.headline(), frame.absolute(addresses.post(card))), key);
  }

  /** Where a page leads that has moved: what it is called there, and its whole address. */
  private record Target(String name, String address) {}

  private void moved(String path, String file, String to, Target target, String key) {
    String root = SitePath.root(file);
    units.add(
        SiteUnit.page(
            file,
            key,
            () -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("heading", frame.say("moved"));
              values.put("href", to);
              values.put("headline", target.name());
              values.put(
                  "moved",
                  "<link rel=\"canonical\" href=\""
                      + Html.escaped(target.address())
                      + "\">\n<meta http-equiv=\"refresh\" content=\"0; url="
                      + Html.escaped(to)
                      + "\">\n");
              return page("moved.peb", path, frame.say("moved"), root, "", values, false);
            }));
  }

  /** What is found where posts lay; an address that is in use again is left alone. */
  private void gone(List<SitePosts.Gone> all) {
    Map<String, SiteCard> byId = new HashMap<>();
    Set<String> used = new HashSet<>(addresses.moved().keySet());
    Stream.concat(addresses.listed().stream(), addresses.pages().stream())
        .forEach(card -> {
          byId.put(card.id().toString(), card);
          used.add(addresses.post(card));
        });
    addresses.sections().forEach(group -> used.add(group.path()));
    for (SitePosts.Gone gone : all) {
      String path = gone.path();
      if (path.endsWith("/") && used.add(path)) {
        SiteCard card = byId.get(gone.to());
        if (card != null) {
          redirect(path, card);
        } else if (gone.to().matches("https?://.+")) {
          Target target = new Target(gone.to(), gone.to());
          moved(path, path + "index.html", gone.to(), target, key("gone" + gone.to(), List.of()));
        } else {
          withdrawn(path);
        }
      }
    }
  }

  private void withdrawn(String path) {
    String root = SitePath.root(path);
    units.add(
        SiteUnit.page(
            path + "index.html",
            key("withdrawn", List.of()),
            () -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("heading", frame.say("withdrawn"));
              return page("gone.peb", path, frame.say("withdrawn"), root, "", values, false);
            }));
  }

  private void sitemap() {
    List<SiteMap.Address> all = new ArrayList<>();
    all.add(new SiteMap.Address(frame.absolute(""), newest(addresses.listed())));
    addresses.sections().forEach(it -> all.add(address(it)));
    List<SiteCard> posts = new ArrayList<>(addresses.listed());
    posts.addAll(addresses.pages());
    posts.stream()
        .filter(card -> card.canonical().isEmpty())
        .map(card ->
            new SiteMap.Address(frame.absolute(addresses.post(card)), card.changed().toString()))
        .forEach(all::add);
    addresses.authors().forEach(it -> all.add(address(it)));
    addresses.tags().forEach(it -> all.add(address(it)));
    List<List<SiteMap.Address>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += SiteMap.MOST) {
      parts.add(all.subList(i, Math.min(all.size(), i + SiteMap.MOST)));
    }
    if (parts.size() == 1) {
      units.add(mapped("sitemap.xml", all));
      return;
    }
    List<SiteMap.Address> maps = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String path = "sitemap-" + (i + 1) + ".xml";
      units.add(mapped(path, parts.get(i)));
      maps.add(new SiteMap.Address(frame.absolute(path), ""));
    }
    units.add(new SiteUnit("sitemap.xml", Sha256.of(maps.toString()), () -> SiteMap.index(maps)));
  }

  private static SiteUnit mapped(String path, List<SiteMap.Address> addresses) {
    String all =
        addresses.stream()
            .map(it -> it.address() + " " + it.changed())
            .collect(Collectors.joining("\n"));
    return new SiteUnit(path, Sha256.of(all), () -> SiteMap.pages(addresses));
  }

  private SiteMap.Address address(SiteAddresses.Group group) {
    return new SiteMap.Address(frame.absolute(group.path()), newest(group.posts()));
  }

  private static String newest(List<SiteCard> cards) {
    return cards.stream()
        .map(SiteCard::changed)
        .max(Comparator.naturalOrder())
        .map(Object::toString)
        .orElse("");
  }

  private String page(
      String template,
      String path,
      String title,
      String root,
      String script,
      Map<String, Object> values) {
    return page(template, path, title, root, script, values, script.isEmpty());
  }

  private String page(
      String template,
      String path,
      String title,
      String root,
      String script,
      Map<String, Object> values,
      boolean indexed) {
    String full = title + " · " + frame.site().name();
    SiteHead head = new SiteHead(full, "", path, root, indexed, script);
    values.put("head", head.html(frame, SiteFrame.FEED));
    values.put("language", frame.site().language());
    values.put("direction", frame.direction());
    return frame.page(template, root, path, values);
  }

  private String key(String words, List<SiteCard> cards) {
    StringBuilder key = new StringBuilder(frame.key()).append(words);
    cards.forEach(card -> key.append('\u001f').append(addresses.token(card)));
    return Sha256.of(key.toString());
  }
}
