package galley.export;

import galley.images.Format;
import galley.images.PictureInfo;
import galley.images.Pictures;
import galley.markdown.Markdown;
import galley.markdown.RenderedBlock;
import galley.post.Site.Contributor;
import galley.post.Site.Section;
import galley.text.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages of a site that list posts: home, sections, topics, authors, the archive by year. */
final class SiteLists {
  private static final int A_PAGE = 20;
  private static final int A_YEARS_PAGE = 50;
  private static final int BESIDE = 4;
  private static final int BELOW = 9;
  private static final int PORTRAIT = 240;
  private static final String LEAD_SIZES =
      "(min-width: 1060px) 609px, (min-width: 820px) 58vw, 100vw";
  private static final String WIDE_SIZES = "(min-width: 1060px) 1012px, 100vw";

  private final SiteFrame frame;
  private final SiteAddresses addresses;
  private final SiteArticles articles;
  private final MadeArticles made;
  private final List<SiteUnit> units = new ArrayList<>();

  /**
   * The lists of one site.
   *
   * @param made its articles
   */
  SiteLists(SiteFrame frame, SiteArticles articles, MadeArticles made) {
    this.frame = frame;
    this.articles = articles;
    this.made = made;
    addresses = frame.addresses();
  }

  List<SiteUnit> units(Pictures pictures, MediaFiles media) {
    home();
    for (SiteAddresses.Group section : addresses.sections()) {
      String description =
          frame.site().sections().stream()
              .filter(it -> it.name().equals(section.name()))
              .map(Section::description)
              .findFirst()
              .orElse("");
      list(section, "", description, section.path() + SiteFrame.FEED);
    }
    addresses.tags().forEach(tag -> list(tag, frame.say("topics"), "", SiteFrame.FEED));
    for (SiteAddresses.Group author : addresses.authors()) {
      author(author, pictures, media);
    }
    groups("tags/", frame.say("topics"), byName(addresses.tags()));
    groups("authors/", frame.say("authors"), byName(addresses.authors()));
    archive();
    return units;
  }

  private static List<SiteAddresses.Group> byName(List<SiteAddresses.Group> groups) {
    return groups.stream()
        .sorted(Comparator.comparing(SiteAddresses.Group::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private void home() {
    List<SiteCard> newest = addresses.listed();
    Optional<MadeArticle> lead = newest.stream().findFirst().map(card -> made.of(card));
    // Nothing stands beside what would be far shorter than it
    int beside =
        lead.flatMap(MadeArticle::shown).filter(SiteLists::isTall).isPresent() ? BESIDE : 0;
    List<SiteCard> shown = newest.subList(0, Math.min(newest.size(), 1 + beside + BELOW));
    String key = key(lead.map(it -> it.key() + it.pictures()).orElse(""), shown);
    units.add(
        SiteUnit.page(
            "index.html",
            key,
            () -> {
              Map<String, Object> values = new LinkedHashMap<>();
              List<Map<String, Object>> entries = entries(shown, "");
              String picture =
                  shown.isEmpty()
                      ? ""
                      : articles.shown(
                          shown.getFirst(),
                          lead.orElseThrow(),
                          "",
                          beside == 0 ? WIDE_SIZES : LEAD_SIZES);
              values.put("lead", entries.stream().limit(1).toList());
              values.put("picture", picture);
              values.put("beside", entries.stream().skip(1).limit(beside).toList());
              values.put("below", entries.stream().skip(1L + beside).toList());
              values.put("more", newest.size() > shown.size());
              return page("home.peb", "", frame.site().name(), frame.site().description(), values);
            }));
  }

  private static boolean isTall(MadeArticle.MadePicture picture) {
    return picture.links().width() <= 2 * picture.links().height();
  }

  // What every list of posts has in common, over as many pages as it takes
  private void list(SiteAddresses.Group group, String kicker, String intro, String feed) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kicker", kicker);
    values.put("intro", intro);
    values.put("about", "");
    values.put("picture", "");
    values.put("links", List.of());
    values.put("feed", feed);
    paged(
        "list.peb",
        group.path(),
        group.name(),
        A_PAGE,
        group.posts(),
        () -> values,
        key(kicker + intro, List.of()));
  }

  private void author(SiteAddresses.Group author, Pictures pictures, MediaFiles media) {
    Optional<Contributor> known =
        frame.site().authors().stream().filter(it -> it.name().equals(author.name())).findFirst();
    Optional<Path> file = known.flatMap(Contributor::picture).flatMap(media::find);
    String picture = author.path() + "media/portrait.jpg";
    String sha = known.flatMap(Contributor::picture).filter(_ -> file.isPresent()).orElse("");
    file.ifPresent(it ->
        units.add(new SiteUnit(picture, sha, () -> pictures.scaled(it, PORTRAIT, Format.JPEG))));
    paged(
        "list.peb",
        author.path(),
        author.name(),
        A_PAGE,
        author.posts(),
        () -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("kicker", frame.say("authors"));
          values.put("intro", "");
          values.put("about", known.map(it -> html(it.bio())).orElse(""));
          values.put("picture", file.map(it -> portrait(pictures.inspect(it))).orElse(""));
          values.put("links", known.map(it -> SiteFrame.social(it.links())).orElse(List.of()));
          values.put("feed", SiteFrame.FEED);
          return values;
        },
        Sha256.of(known + sha));
  }

  private static String portrait(PictureInfo info) {
    int width = Math.min(PORTRAIT, info.width());
    int height = Math.max(1, Math.round((float) info.height() * width / info.width()));
    return "<img class=\"portrait\" src=\"media/portrait.jpg\" width=\"%d\" height=\"%d\" alt=\"\">"
        .formatted(width, height);
  }

  private static String html(String markdown) {
    return Markdown.parse(markdown).render((_, _) -> "").stream()
        .map(RenderedBlock::html)
        .collect(Collectors.joining("\n"));
  }

  /** Makes the values of a list that are the same on each of its pages. */
  private interface Values {
    Map<String, Object> make();
  }

  private void paged(
      String template,
      String path,
      String title,
      int size,
      List<SiteCard> posts,
      Values shared,
      String key) {
    int pages = Math.max(1, (posts.size() + size - 1) / size);
    for (int i = 0; i < pages; i++) {
      int number = i + 1;
      String here = pagePath(path, number);
      List<SiteCard> shown = posts.subList(i * size, Math.min(posts.size(), (i + 1) * size));
      units.add(
          SiteUnit.page(
              here + "index.html",
              key(key + title + number + "/" + pages, shown),
              () -> {
                String root = SitePath.root(here);
                Map<String, Object> values = new LinkedHashMap<>(shared.make());
                values.put("about", number == 1 ? values.get("about") : "");
                values.put("picture", number == 1 ? values.get("picture") : "");
                String above = path.substring(0, path.indexOf('/') + 1);
                values.put("up", SitePath.link(root, above));
                values.put("entries", entries(shown, root));
                values.put(
                    "newer", number > 1 ? SitePath.link(root, pagePath(path, number - 1)) : "");
                values.put(
                    "older", number < pages ? SitePath.link(root, pagePath(path, number + 1)) : "");
                values.put("number", pages > 1 ? frame.say("page", number, pages) : "");
                String full = number == 1 ? title : title + ", " + frame.say("page", number, pages);
                values.put("heading", title);
                return page(template, here, full, String.valueOf(values.get("intro")), values);
              }));
    }
  }

  private static String pagePath(String path, int number) {
    return number == 1 ? path : path + "page/" + number + "/";
  }

  private void groups(String path, String title, List<SiteAddresses.Group> groups) {
    List<SiteAddresses.Group> shown =
        groups.stream().filter(group -> !group.posts().isEmpty()).toList();
    String all =
        shown.stream()
            .map(it -> it.name() + "\u001f" + it.path() + it.posts().size())
            .collect(Collectors.joining("\u001e"));
    units.add(
        SiteUnit.page(
            path + "index.html",
            key(title + all, List.of()),
            () -> {
              Map<String, Object> values = new LinkedHashMap<>();
              String root = SitePath.root(path);
              values.put("heading", title);
              values.put(
                  "groups",
                  shown.stream()
                      .map(
                          it -> group(it.name(), SitePath.link(root, it.path()), it.posts().size()))
                      .toList());
              return page("index.peb", path, title, "", values);
            }));
  }

  private Map<String, Object> group(String name, String href, int posts) {
    return Map.of("name", name, "href", href, "count", frame.say("posts", posts));
  }

  private void archive() {
    TreeMap<Integer, List<SiteCard>> years = new TreeMap<>(Comparator.reverseOrder());
    for (SiteCard card : addresses.listed()) {
      years.computeIfAbsent(year(card), _ -> new ArrayList<>()).add(card);
    }
    List<SiteAddresses.Group> groups =
        years.entrySet().stream()
            .map(it -> {
              String year = String.valueOf(it.getKey());
              return new SiteAddresses.Group(year, year, "archive/" + year + "/", it.getValue());
            })
            .toList();
    groups("archive/", frame.say("archive"), groups);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kicker", frame.say("archive"));
    values.put("intro", "");
    values.put("about", "");
    values.put("picture", "");
    values.put("links", List.of());
    values.put("feed", SiteFrame.FEED);
    for (SiteAddresses.Group year : groups) {
      paged("list.peb", year.path(), year.name(), A_YEARS_PAGE, year.posts(), () -> values, "");
    }
  }

  private static int year(SiteCard card) {
    return card.day()
        .map(day -> day.getYear())
        .orElseGet(() -> card.published().atOffset(java.time.ZoneOffset.UTC).getYear());
  }

  private List<Map<String, Object>> entries(List<SiteCard> cards, String root) {
    return cards.stream().map(card -> frame.entry(card, made.of(card).words(), root)).toList();
  }

  private String page(
      String template, String path, String title, String description, Map<String, Object> values) {
    String root = SitePath.root(path);
    String full = path.isEmpty() ? title : title + " · " + frame.site().name();
    String feed = String.valueOf(values.getOrDefault("feed", SiteFrame.FEED));
    SiteHead head = new SiteHead(full, description, path, root, true, "");
    values.put("head", head.html(frame, feed));
    values.put("feed", SitePath.link(root, feed));
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
