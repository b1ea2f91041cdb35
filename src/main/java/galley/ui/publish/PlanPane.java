package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.PostChange;
import galley.desk.PublishPlan;
import galley.post.Finding;
import galley.post.PostSummary;
import galley.publish.Plan;
import galley.ui.kit.Amounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a publication would do: what stands in the way, what readers get, which files travel. */
final class PlanPane {
  private static final int MOST = 40;

  private final PublishPlan plan;
  private final PublishModel model;
  private final PublishView.Ways ways;
  private final Map<String, PostChange> bySlug = new HashMap<>();
  private final Region node;

  PlanPane(PublishPlan plan, PublishModel model, Node places, PublishView.Ways ways) {
    this.plan = plan;
    this.model = model;
    this.ways = ways;
    List<PostChange> posts = plan.posts();
    posts.forEach(post -> bySlug.put(post.slug(), post));
    VBox left = new VBox(Rows.eyebrow(Messages.text("publish.ready")), findings());
    VBox right = new VBox(places, changes(posts), files());
    node = new Halves(left, right);
  }

  Region node() {
    return node;
  }

  private VBox findings() {
    List<Node> lines = new ArrayList<>();
    plan.takenBack().forEach(post -> lines.add(takenBack(post)));
    plan.errors()
        .forEach((slug, findings) ->
            findings.forEach(finding -> lines.add(finding(Rows.Mark.BAD, slug, finding))));
    plan.passed()
        .forEach(passed ->
            lines.add(
                Rows.marked(
                    Rows.Mark.WARN,
                    passed.finding().message(),
                    Messages.text("publish.passed", passed.reason()),
                    List.of())));
    plan.built()
        .waiting()
        .forEach(post ->
            lines.add(
                Rows.marked(
                    Rows.Mark.WARN,
                    Messages.text("publish.waits", name(post.headline(), post.slug())),
                    Messages.text("publish.waits.below"),
                    List.of(open(post.id(), post.headline())))));
    boolean bare = plan.built().made().paths().isEmpty();
    if (bare) {
      lines.add(
          Rows.marked(
              Rows.Mark.WARN,
              Messages.text("publish.bare"),
              Messages.text("publish.bare.below"),
              List.of()));
    }
    if (!bare && plan.errors().isEmpty() && plan.takenBack().isEmpty()) {
      lines.add(Rows.marked(Rows.Mark.OK, Messages.text("publish.free"), "", List.of()));
    }
    if (plan.plan().isDone()) {
      lines.add(Rows.marked(Rows.Mark.OK, Messages.text("publish.stands"), "", List.of()));
    }
    plan.warnings()
        .forEach(
            (slug, some) -> some.forEach(each -> lines.add(finding(Rows.Mark.WARN, slug, each))));
    VBox box = new VBox();
    box.getStyleClass().add("publish-lines");
    lines.stream().limit(MOST).forEach(box.getChildren()::add);
    if (lines.size() > MOST) {
      box.getChildren().add(Rows.words(Messages.text("publish.more", lines.size() - MOST), "soft"));
    }
    return box;
  }

  private Node takenBack(PostSummary post) {
    String name = name(post.headline(), post.slug());
    return Rows.marked(
        Rows.Mark.BAD,
        Messages.text("publish.taken-back", name),
        Messages.text("publish.taken-back.below"),
        List.of(
            Rows.link(
                Messages.text("publish.make-ready"),
                Messages.text("publish.make-ready.name", name),
                () -> model.makeReady(post.id())),
            Rows.link(
                Messages.text("publish.take-down"),
                Messages.text("publish.take-down.name", name),
                () -> model.takeDown(post.id(), ""))));
  }

  private Node finding(Rows.Mark mark, String slug, Finding finding) {
    PostChange post = bySlug.get(slug);
    String name = post == null ? slug : name(post.headline(), slug);
    List<Node> deeds = new ArrayList<>();
    if (post != null) {
      deeds.add(
          Rows.link(
              Messages.text("publish.go"),
              Messages.text("publish.go.name", finding.message()),
              () -> ways.goTo().accept(post.post(), finding)));
    }
    return Rows.marked(mark, finding.message(), name, deeds);
  }

  private Node open(UUID post, String headline) {
    return Rows.link(
        Messages.text("publish.open"),
        Messages.text("publish.open.name", headline),
        () -> ways.open().accept(post));
  }

  private static Node changes(List<PostChange> posts) {
    VBox box = new VBox();
    box.getStyleClass().add("publish-posts");
    for (PostChange.Kind kind : PostChange.Kind.values()) {
      List<PostChange> some = posts.stream().filter(post -> post.kind() == kind).toList();
      if (!some.isEmpty()) {
        box.getChildren().add(Rows.eyebrow(title(kind, some.size())));
        some.stream()
            .limit(MOST)
            .forEach(post -> {
              Label label = Rows.words(name(post.headline(), post.slug()), "publish-post");
              box.getChildren().add(label);
            });
        if (some.size() > MOST) {
          box.getChildren()
              .add(Rows.words(Messages.text("publish.more", some.size() - MOST), "soft"));
        }
      }
    }
    if (posts.isEmpty()) {
      box.getChildren().add(Rows.words(Messages.text("publish.no-posts"), "soft"));
    }
    return box;
  }

  private static String title(PostChange.Kind kind, int count) {
    return switch (kind) {
      case NEW -> Messages.text("publish.posts.new", count);
      case CHANGED -> Messages.text("publish.posts.changed", count);
      case GONE -> Messages.text("publish.posts.gone", count);
    };
  }

  private Node files() {
    Plan files = plan.plan();
    Label sum = Rows.words(sum(files));
    Label bytes =
        Rows.words(
            files.bytes() == 0
                ? Messages.text("publish.sum.nothing")
                : Messages.text("publish.sum.bytes", Amounts.size(files.bytes())),
            "soft",
            "small");
    ToggleButton show = new ToggleButton(Messages.text("publish.files.show"));
    show.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(sum, bytes);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(words, show);
    line.getStyleClass().add("publish-sum");
    VBox box = new VBox(Rows.eyebrow(Messages.text("publish.files")), line);
    box.getStyleClass().add("publish-file-box");
    show.setOnAction(_ -> {
      boolean on = show.isSelected();
      show.setText(on ? Messages.text("publish.files.hide") : Messages.text("publish.files.show"));
      if (on) {
        box.getChildren().add(new FileTable(files).node());
      } else {
        box.getChildren().removeLast();
      }
    });
    return box;
  }

  private static String sum(Plan files) {
    List<String> parts = new ArrayList<>();
    if (!files.add().isEmpty()) {
      parts.add(Messages.text("publish.sum.new", files.add().size()));
    }
    if (!files.change().isEmpty()) {
      parts.add(Messages.text("publish.sum.changed", files.change().size()));
    }
    if (!files.gone().isEmpty()) {
      parts.add(Messages.text("publish.sum.gone", files.gone().size()));
    }
    if (!files.same().isEmpty() || parts.isEmpty()) {
      parts.add(Messages.text("publish.sum.same", files.same().size()));
    }
    return String.join(", ", parts);
  }

  private static String name(String headline, String slug) {
    return headline.isBlank() ? slug : headline;
  }
}
