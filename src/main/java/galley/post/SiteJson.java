package galley.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A site as JSON and back, the same site. Equal sites give equal JSON with the keys in one order;
 * keys that are not known come after them, as they came. There is never a secret in it.
 */
public final class SiteJson {
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "address",
          "language",
          "description",
          "social",
          "sections",
          "authors",
          "theme",
          "settings",
          "allPosts");

  private static final String DESTINATIONS = "destinations";

  private SiteJson() {}

  /** All but the id, which says whose facts these are. */
  public static ObjectNode write(KeptSite kept) {
    Site site = kept.site();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", site.name())
        .put("address", site.address())
        .put("language", site.language())
        .put("description", site.description());
    texts(node.putArray("social"), site.social());
    ArrayNode sections = node.putArray("sections");
    for (Site.Section section : site.sections()) {
      sections
          .addObject()
          .put("name", section.name())
          .put("slug", section.slug())
          .put("description", section.description());
    }
    ArrayNode authors = node.putArray("authors");
    for (Site.Contributor author : site.authors()) {
      ObjectNode one =
          authors
              .addObject()
              .put("name", author.name())
              .put("slug", author.slug())
              .put("bio", author.bio());
      author.picture().ifPresent(hash -> one.put("picture", hash));
      texts(one.putArray("links"), author.links());
    }
    node.put("theme", site.theme());
    ObjectNode settings = node.putObject("settings");
    new TreeMap<>(site.settings()).forEach(settings::put);
    node.put("allPosts", kept.allPosts());
    ObjectNode unknown = unknown(kept.unknown());
    if (!kept.destinations().isEmpty() || unknown.has(DESTINATIONS)) {
      ArrayNode all = node.putArray(DESTINATIONS);
      kept.destinations().forEach(one -> all.add(DestinationJson.write(one)));
      unknown.path(DESTINATIONS).forEach(all::add);
      unknown.remove(DESTINATIONS);
    }
    unknown.properties().forEach(entry -> node.set(entry.getKey(), entry.getValue()));
    return node;
  }

  /** {@link #write} as one line. */
  public static String text(KeptSite kept) {
    return DraftJson.forUtf8(JsonMapper.shared().writeValueAsString(write(kept)));
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IllegalArgumentException if a key is missing or holds something else
   */
  public static KeptSite read(UUID id, String json) {
    try {
      JsonNode node = JsonMapper.shared().readTree(json);
      ObjectNode unknown = JsonNodeFactory.instance.objectNode();
      node.properties().stream()
          .filter(entry -> !KNOWN.contains(entry.getKey()))
          .forEach(entry -> unknown.set(entry.getKey(), entry.getValue()));
      List<Destination> destinations = new ArrayList<>();
      for (JsonNode one : unknown.path(DESTINATIONS)) {
        known(one).ifPresent(destinations::add);
      }
      rest(unknown);
      List<Site.Section> sections = new ArrayList<>();
      for (JsonNode one : node.required("sections")) {
        sections.add(new Site.Section(text(one, "name"), text(one, "slug"), optional(one)));
      }
      List<Site.Contributor> authors = new ArrayList<>();
      for (JsonNode one : node.required("authors")) {
        authors.add(author(one));
      }
      Map<String, String> settings = new LinkedHashMap<>();
      node.required("settings")
          .properties()
          .forEach(entry -> settings.put(entry.getKey(), entry.getValue().stringValue()));
      Site site =
          new Site(
              id,
              text(node, "name"),
              text(node, "address"),
              text(node, "language"),
              text(node, "description"),
              texts(node.required("social")),
              sections,
              authors,
              text(node, "theme"),
              settings);
      String more = JsonMapper.shared().writeValueAsString(unknown);
      return new KeptSite(site, node.required("allPosts").booleanValue(), destinations, more);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a site: " + e.getMessage(), e);
    }
  }

  private static Site.Contributor author(JsonNode node) {
    return new Site.Contributor(
        text(node, "name"),
        text(node, "slug"),
        text(node, "bio"),
        node.has("picture") ? Optional.of(text(node, "picture")) : Optional.empty(),
        texts(node.required("links")));
  }

  /** Nothing where only a newer Galley knows such a destination. */
  private static Optional<Destination> known(JsonNode node) {
    try {
      return Optional.of(DestinationJson.read(node));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Leaves of the destinations only those that are not known. */
  private static void rest(ObjectNode unknown) {
    ArrayNode rest = JsonNodeFactory.instance.arrayNode();
    unknown
        .path(DESTINATIONS)
        .forEach(one -> {
          if (known(one).isEmpty()) {
            rest.add(one);
          }
        });
    unknown.remove(DESTINATIONS);
    if (!rest.isEmpty()) {
      unknown.set(DESTINATIONS, rest);
    }
  }

  private static ObjectNode unknown(String json) {
    return (ObjectNode) JsonMapper.shared().readTree(json);
  }

  private static String optional(JsonNode node) {
    return node.has("description") ? text(node, "description") : "";
  }

  private static String text(JsonNode node, String key) {
    return node.required(key).stringValue();
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }

  private static void texts(ArrayNode into, List<String> texts) {
    texts.forEach(into::add);
  }
}
