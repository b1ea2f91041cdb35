package galley.store;

import galley.post.KeptSite;
import galley.post.SiteJson;
import galley.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that is kept about a site. Of one kind and name there is one at a time.
 *
 * @param kind what it says; kinds that a newer Galley made are kept
 * @param name which of its kind it is
 * @param content JSON; empty where it is to be taken away
 */
public record SiteFact(String kind, String name, String content) {
  /** What the site is; its name is empty, and where it goes, the site goes. */
  static final String SITE = "site";

  /** That a post, by its id, is the site's own. */
  static final String POST = "post";

  /**
   * The site that facts are about.
   *
   * @throws IllegalArgumentException if none of them says what it is
   */
  public static KeptSite site(UUID id, List<SiteFact> facts) {
    return facts.stream()
        .filter(fact -> fact.kind().equals(SITE))
        .map(fact -> SiteJson.read(id, fact.content()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No site: " + id));
  }

  static SiteFact site(String content) {
    return new SiteFact(SITE, "", content);
  }

  /** The same fact, to be taken away. */
  SiteFact gone() {
    return new SiteFact(kind, name, "");
  }

  boolean isGone() {
    return content.isEmpty();
  }

  byte[] bytes() {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  String seal(UUID site) {
    return Sha256.of(String.join("\u001f", site.toString(), kind, name, Sha256.of(content)));
  }

  public static ObjectNode write(List<SiteFact> facts) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode all = root.putArray("facts");
    for (SiteFact fact : facts) {
      all.addObject()
          .put("kind", fact.kind())
          .put("name", fact.name())
          .put("content", fact.content());
    }
    return root;
  }

  static byte[] bytes(List<SiteFact> facts) {
    return JsonMapper.shared().writeValueAsString(write(facts)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The facts that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static List<SiteFact> read(JsonNode root) {
    try {
      List<SiteFact> facts = new ArrayList<>();
      for (JsonNode one : root.required("facts")) {
        facts.add(
            new SiteFact(
                one.required("kind").stringValue(),
                one.required("name").stringValue(),
                one.required("content").stringValue()));
      }
      return facts;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not the facts of a site: " + e.getMessage(), e);
    }
  }
}
