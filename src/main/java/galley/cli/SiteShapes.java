package galley.cli;

import galley.asset.Messages;
import galley.desk.SiteView;
import galley.post.Site;
import galley.post.SiteJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON and the lines that commands about sites print. */
final class SiteShapes {
  private SiteShapes() {}

  static ObjectNode listed(List<SiteView> sites) {
    ObjectNode root = Shapes.object();
    ArrayNode all = root.putArray("sites");
    for (SiteView one : sites) {
      Site site = one.site();
      counts(
          all.addObject()
              .put("id", site.id().toString())
              .put("name", site.name())
              .put("address", site.address())
              .put("language", site.language())
              .put("description", site.description())
              .put("theme", site.theme())
              .put("allPosts", one.kept().allPosts()),
          one);
    }
    return root;
  }

  static ObjectNode shown(SiteView one) {
    ObjectNode root = Shapes.object().put("id", one.site().id().toString());
    root.setAll(SiteJson.write(one.kept()));
    counts(root, one);
    return root;
  }

  static List<String> lines(SiteView one) {
    Site site = one.site();
    List<String> lines = new ArrayList<>();
    lines.add(
        Messages.text("cli.site-line", site.name(), site.address(), one.posts(), one.ready()));
    if (one.kept().allPosts()) {
      lines.add(Messages.text("cli.site-all"));
    }
    add(lines, Messages.text("cli.site-description"), site.description());
    add(lines, Messages.text("cli.site-language"), site.language());
    add(lines, Messages.text("cli.site-social"), String.join(", ", site.social()));
    add(
        lines,
        Messages.text("cli.site-sections"),
        site.sections().stream().map(Site.Section::name).collect(Collectors.joining(", ")));
    add(
        lines,
        Messages.text("cli.site-authors"),
        site.authors().stream().map(Site.Contributor::name).collect(Collectors.joining(", ")));
    add(lines, Messages.text("cli.site-theme"), site.theme());
    new TreeMap<>(site.settings()).forEach((key, value) -> add(lines, key, value));
    return lines;
  }

  private static void add(List<String> lines, String what, String value) {
    if (!value.isEmpty()) {
      lines.add("  " + what + ": " + value);
    }
  }

  private static void counts(ObjectNode node, SiteView one) {
    node.put("posts", one.posts()).put("ready", one.ready());
  }
}
