package galley.cli;

import galley.asset.Messages;
import galley.desk.DeskException;
import galley.post.Site;
import galley.text.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line may say a site is. */
final class SiteWords {
  @Option(names = "--name", paramLabel = "T", description = "Another name.")
  private @Nullable String name;

  @Option(names = "--address", paramLabel = "URL", description = "Another address of its home.")
  private @Nullable String address;

  @Option(names = "--language", paramLabel = "TAG", description = "The language of its own words.")
  private @Nullable String language;

  @Option(
      names = "--description",
      paramLabel = "T",
      description = "One line that says what it is about.")
  private @Nullable String description;

  @Option(names = "--theme", paramLabel = "T", description = "Another theme.")
  private @Nullable String theme;

  @Option(
      names = "--setting",
      paramLabel = "KEY=VALUE",
      description = "A setting of the theme; without a value it is taken away.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--social", paramLabel = "URL", description = "Add an account elsewhere.")
  private List<String> social = new ArrayList<>();

  @Option(names = "--no-social", paramLabel = "URL", description = "Take one away.")
  private List<String> notSocial = new ArrayList<>();

  @Option(
      names = "--section",
      paramLabel = "NAME[=LINE]",
      description = "Add a section, with a line that describes it.")
  private List<String> sections = new ArrayList<>();

  @Option(names = "--no-section", paramLabel = "NAME", description = "Take one away.")
  private List<String> notSections = new ArrayList<>();

  @Option(
      names = "--author",
      paramLabel = "NAME[=BIO]",
      description = "Add somebody who writes here, with a few words about them in Markdown.")
  private List<String> authors = new ArrayList<>();

  @Option(names = "--no-author", paramLabel = "NAME", description = "Take one away.")
  private List<String> notAuthors = new ArrayList<>();

  @Option(
      names = "--author-link",
      paramLabel = "NAME=URL",
      description = "Add a web address of an author's.")
  private List<String> links = new ArrayList<>();

  /**
   * The site as it is to be.
   *
   * @param portraits fingerprints of pictures by the names of authors
   */
  Site changed(Site site, Map<String, String> portraits) {
    List<Site.Contributor> writers = authors(site.authors());
    portraits.forEach(
        (who, picture) -> replace(writers, who, Optional.of(picture), Optional.empty()));
    for (String link : links) {
      String[] parts = parts(link);
      replace(writers, parts[0], Optional.empty(), Optional.of(web(parts[1])));
    }
    Map<String, String> set = new LinkedHashMap<>(site.settings());
    settings.forEach((key, value) -> set.put(key, value == null ? "" : value));
    set.values().removeIf(String::isEmpty);
    List<String> accounts = new ArrayList<>(site.social());
    social.stream()
        .map(SiteWords::web)
        .filter(one -> !accounts.contains(one))
        .forEach(accounts::add);
    accounts.removeAll(notSocial);
    String named = or(name, site.name());
    if (named.isBlank()) {
      throw new DeskException(Messages.text("cli.site-no-name"));
    }
    try {
      return new Site(
          site.id(),
          named,
          Site.web(or(address, site.address())),
          or(language, site.language()),
          or(description, site.description()),
          accounts,
          sections(site.sections()),
          writers,
          or(theme, site.theme()),
          set);
    } catch (IllegalArgumentException e) {
      throw new DeskException(Messages.text("cli.site-address", or(address, "")), e);
    }
  }

  private List<Site.Section> sections(List<Site.Section> before) {
    List<Site.Section> all = new ArrayList<>(before);
    for (String text : sections) {
      String[] parts = parts(text);
      int there = place(all.stream().map(Site.Section::name).toList(), parts[0]);
      if (there < 0) {
        String slug = Slug.of(parts[0], all.stream().map(Site.Section::slug).toList());
        all.add(new Site.Section(parts[0], slug, parts[1]));
      } else {
        all.set(there, new Site.Section(parts[0], all.get(there).slug(), parts[1]));
      }
    }
    for (String text : notSections) {
      all.remove(there(place(all.stream().map(Site.Section::name).toList(), text), text));
    }
    return all;
  }

  private List<Site.Contributor> authors(List<Site.Contributor> before) {
    List<Site.Contributor> all = new ArrayList<>(before);
    for (String text : authors) {
      String[] parts = parts(text);
      int there = place(all.stream().map(Site.Contributor::name).toList(), parts[0]);
      if (there < 0) {
        String slug = Slug.of(parts[0], all.stream().map(Site.Contributor::slug).toList());
        all.add(new Site.Contributor(parts[0], slug, parts[1], Optional.empty(), List.of()));
      } else {
        Site.Contributor one = all.get(there);
        all.set(
            there,
            new Site.Contributor(parts[0], one.slug(), parts[1], one.picture(), one.links()));
      }
    }
    for (String text : notAuthors) {
      all.remove(there(place(all.stream().map(Site.Contributor::name).toList(), text), text));
    }
    return all;
  }

  private static void replace(
      List<Site.Contributor> all, String who, Optional<String> picture, Optional<String> link) {
    int at = there(place(all.stream().map(Site.Contributor::name).toList(), who), who);
    Site.Contributor one = all.get(at);
    List<String> links = new ArrayList<>(one.links());
    link.filter(address -> !links.contains(address)).ifPresent(links::add);
    all.set(
        at,
        new Site.Contributor(one.name(), one.slug(), one.bio(), picture.or(one::picture), links));
  }

  private static int place(List<String> names, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name.strip())) {
        return i;
      }
    }
    return -1;
  }

  private static int there(int place, String name) {
    if (place < 0) {
      throw new DeskException(Messages.text("cli.site-no-such", name));
    }
    return place;
  }

  /** A name and what follows its first equals sign. */
  private static String[] parts(String text) {
    int at = text.indexOf('=');
    String[] parts =
        at < 0
            ? new String[] {text.strip(), ""}
            : new String[] {text.substring(0, at).strip(), text.substring(at + 1).strip()};
    if (parts[0].isEmpty()) {
      throw new DeskException(Messages.text("cli.site-no-such", text));
    }
    return parts;
  }

  private static String web(String said) {
    String address = Site.web(said);
    if (!Site.isLink(address)) {
      throw new DeskException(Messages.text("cli.site-address", said));
    }
    return address;
  }

  private static String or(@Nullable String said, String before) {
    return said == null ? before : said.strip();
  }
}
