package galley.desk;

import galley.store.Library;
import galley.store.SiteFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The posts that were taken down from a site and stay in the library. Blocks. */
final class Withdrawn {
  private static final String KIND = "withdrawn";
  private static final String TO = "to";

  private Withdrawn() {}

  /** Each post with where its address leads instead: a web address, a post's id, or nothing. */
  static Map<UUID, String> of(Library library, UUID site) {
    Map<UUID, String> all = new HashMap<>();
    for (SiteFact fact : library.sites().facts(site, KIND)) {
      all.put(UUID.fromString(fact.name()), to(fact.content()));
    }
    return all;
  }

  private static String to(String content) {
    try {
      return JsonMapper.shared().readTree(content).path(TO).asString("");
    } catch (JacksonException e) {
      return ""; // a newer Galley may say it otherwise; withdrawn it is
    }
  }

  /** Takes a post down with the next publication. */
  static void down(Library library, UUID site, UUID post, String to) {
    String content =
        to.isEmpty()
            ? "{}"
            : JsonMapper.shared()
                .writeValueAsString(JsonNodeFactory.instance.objectNode().put(TO, to));
    library.sites().note(site, List.of(new SiteFact(KIND, post.toString(), content)));
  }

  /** Lets a post be published again. */
  static void up(Library library, UUID site, UUID post) {
    library.sites().note(site, List.of(new SiteFact(KIND, post.toString(), "")));
  }
}
