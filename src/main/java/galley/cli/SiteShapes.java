package galley.cli;

import galley.asset.Messages;
import galley.desk.PostChange;
import galley.desk.PublishPlan;
import galley.desk.SiteChange;
import galley.desk.SiteView;
import galley.post.Destination;
import galley.post.PostSummary;
import galley.post.Site;
import galley.post.SiteJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON and the lines that commands about sites print. */
final class SiteShapes {
  private static final int MOST_POSTS = 40;

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
    add(
        lines,
        Messages.text("cli.site-destinations"),
        one.kept().destinations().stream()
            .map(Destination::name)
            .collect(Collectors.joining(", ")));
    new TreeMap<>(site.settings()).forEach((key, value) -> add(lines, key, value));
    return lines;
  }

  /** What a build or a publication prints. */
  static ObjectNode published(
      SiteView site, Optional<String> release, SiteChange change, int sent, long millis) {
    ObjectNode root =
        Shapes.object().put("site", site.site().name()).put("release", release.orElse(null));
    ObjectNode plan = root.putObject("plan");
    strings(plan.putArray("add"), change.add());
    strings(plan.putArray("change"), change.change());
    strings(plan.putArray("remove"), change.remove());
    plan.put("same", change.same());
    return root.put("sent", sent).put("millis", millis);
  }

  static void heldBack(ObjectNode root, List<PostSummary> waiting) {
    strings(root.putArray("waiting"), waiting.stream().map(PostSummary::slug).toList());
  }

  /** Says which posts wait for their date. */
  static List<String> waiting(List<PostSummary> waiting) {
    return waiting.stream().map(post -> Messages.text("cli.site-waits", post.slug())).toList();
  }

  /** What becomes of posts, by slug. */
  static void posts(ObjectNode root, PublishPlan plan) {
    ObjectNode node = root.putObject("posts");
    for (PostChange.Kind kind : PostChange.Kind.values()) {
      strings(
          node.putArray(kind.name().toLowerCase(Locale.ROOT)),
          plan.posts().stream()
              .filter(post -> post.kind() == kind)
              .map(post -> post.slug().isEmpty() ? post.path() : post.slug())
              .toList());
    }
  }

  private static List<String> posts(PublishPlan plan) {
    List<PostChange> all = plan.posts();
    List<String> lines = new ArrayList<>();
    for (PostChange post : all.subList(0, Math.min(MOST_POSTS, all.size()))) {
      String name = post.slug().isEmpty() ? post.path() : post.slug();
      lines.add(
          switch (post.kind()) {
            case NEW -> Messages.text("cli.site-new", name);
            case CHANGED -> Messages.text("cli.site-changing", name);
            case GONE -> Messages.text("cli.site-going", name);
          });
    }
    if (all.size() > MOST_POSTS) {
      lines.add(Messages.text("cli.site-more", all.size() - MOST_POSTS));
    }
    return lines;
  }

  static List<String> planned(PublishPlan plan) {
    List<String> lines = new ArrayList<>(posts(plan));
    plan.errors()
        .forEach((slug, findings) ->
            findings.forEach(finding -> lines.add("✗ " + slug + ": " + finding.message())));
    plan.warnings()
        .forEach((slug, findings) ->
            findings.forEach(finding -> lines.add("! " + slug + ": " + finding.message())));
    plan.passed()
        .forEach(passed ->
            lines.add(
                Messages.text(
                    "cli.site-passed",
                    passed.slug(),
                    passed.finding().message(),
                    passed.reason())));
    lines.addAll(waiting(plan.built().waiting()));
    SiteChange change = plan.change();
    lines.add(
        Messages.text(
            "cli.site-plan",
            change.add().size(),
            change.change().size(),
            change.remove().size(),
            change.same(),
            plan.plan().bytes()));
    return lines;
  }

  static void strings(ArrayNode into, List<String> texts) {
    texts.forEach(into::add);
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
