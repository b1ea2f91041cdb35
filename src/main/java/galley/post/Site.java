package galley.post;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A place on the web that posts are published on.
 *
 * @param name as readers see it, never blank
 * @param address of its home, such as {@code https://example.org/blog/}: it always ends with a
 *     slash
 * @param language of its own words, a BCP 47 tag
 * @param description one line that says what it is about, may be empty
 * @param social web addresses of its accounts elsewhere
 * @param sections in the order of its navigation; a post names its section by name
 * @param authors who writes here; a post names them by their bylines
 * @param theme the name of its theme
 * @param settings of the theme, by key
 */
public record Site(
    UUID id,
    String name,
    String address,
    String language,
    String description,
    List<String> social,
    List<Section> sections,
    List<Contributor> authors,
    String theme,
    Map<String, String> settings) {
  /** The theme of a new site. */
  public static final String OPINION = "opinion";

  /**
   * A part of a site with a page and a feed of its own.
   *
   * @param slug names its folder
   * @param description one line, may be empty
   */
  public record Section(String name, String slug, String description) {
    public Section {
      name = named(name, "section");
    }
  }

  /**
   * Somebody who writes here.
   *
   * @param slug names their folder
   * @param bio Markdown, may be empty
   * @param picture the SHA-256 of a picture of theirs in the media folder
   * @param links web addresses of theirs elsewhere
   */
  public record Contributor(
      String name, String slug, String bio, Optional<String> picture, List<String> links) {
    public Contributor {
      name = named(name, "contributor");
      links = List.copyOf(links);
    }
  }

  public Site {
    name = named(name, "site");
    address = home(address);
    social = List.copyOf(social);
    sections = List.copyOf(sections);
    authors = List.copyOf(authors);
    settings = Map.copyOf(new LinkedHashMap<>(settings));
  }

  /** A new site that has only a name and an address. */
  public static Site of(UUID id, String name, String address, String language) {
    return new Site(
        id, name, address, language, "", List.of(), List.of(), List.of(), OPINION, Map.of());
  }

  /** The same under another name, which is never blank. */
  public Site withName(String now) {
    return new Site(
        id, now, address, language, description, social, sections, authors, theme, settings);
  }

  /** The same at another web address. */
  public Site withAddress(String now) {
    return new Site(
        id, name, now, language, description, social, sections, authors, theme, settings);
  }

  public Site withLanguage(String now) {
    return new Site(
        id, name, address, now, description, social, sections, authors, theme, settings);
  }

  public Site withDescription(String now) {
    return new Site(id, name, address, language, now, social, sections, authors, theme, settings);
  }

  public Site withSocial(List<String> now) {
    return new Site(
        id, name, address, language, description, now, sections, authors, theme, settings);
  }

  public Site withSections(List<Section> now) {
    return new Site(
        id, name, address, language, description, social, now, authors, theme, settings);
  }

  public Site withAuthors(List<Contributor> now) {
    return new Site(
        id, name, address, language, description, social, sections, now, theme, settings);
  }

  public Site withTheme(String now) {
    return new Site(
        id, name, address, language, description, social, sections, authors, now, settings);
  }

  public Site withSettings(Map<String, String> now) {
    return new Site(
        id, name, address, language, description, social, sections, authors, theme, now);
  }

  /** Whether a text is a web or mail address that a page may lead to. */
  public static boolean isLink(String text) {
    return text.matches("https?://[^\\s/].*|mailto:[^\\s]+@[^\\s]+");
  }

  /**
   * A web address as people say it, with the {@code https://} that they leave away: {@code
   * example.org/blog} is {@code https://example.org/blog}. Anything else stays as it is.
   */
  public static String web(String said) {
    String stripped = said.strip();
    return stripped.matches("(?U)[\\w-]+(\\.[\\w-]+)+(:\\d{1,5})?(/\\S*)?")
        ? "https://" + stripped
        : stripped;
  }

  /** The path of its home at its host, such as {@code /} or {@code /blog/}. */
  public String path() {
    return URI.create(address).getRawPath();
  }

  private static String named(String name, String what) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("A " + what + " needs a name");
    }
    return stripped;
  }

  private static String home(String address) {
    String stripped = address.strip();
    URI uri;
    try {
      uri = URI.create(stripped.endsWith("/") ? stripped : stripped + "/");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Not a web address: " + address, e);
    }
    boolean web =
        "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    if (!web
        || uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("Not a web address: " + address);
    }
    return uri.normalize().toString();
  }
}
