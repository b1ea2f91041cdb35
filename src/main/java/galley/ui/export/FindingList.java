package galley.ui.export;

import galley.asset.Messages;
import galley.desk.ExportPlan;
import galley.post.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What still stands in the way of an export, and what is right already. */
final class FindingList {
  private static final int MOST = 40;

  private record Promise(List<String> rules, String text) {}

  private final VBox node = new VBox();
  private final VBox lines = new VBox();
  private final ScrollPane scroll = Tall.scroll(lines);
  private final VBox override = new VBox();
  private final Consumer<Finding> goTo;

  FindingList(ExportModel model, Consumer<Finding> goTo) {
    this.goTo = goTo;
    node.getStyleClass().add("export-left");
    Label title = new Label(Messages.text("export.ready").toUpperCase(Locale.UK));
    title.setAccessibleText(Messages.text("export.ready"));
    title.getStyleClass().add("eyebrow");
    lines.getStyleClass().add("export-findings");
    Label why = new Label(Messages.text("export.override"));
    why.setWrapText(true);
    why.setMinHeight(Region.USE_PREF_SIZE);
    why.getStyleClass().addAll("soft", "small");
    TextField reason = new TextField();
    reason.setAccessibleText(Messages.text("export.reason"));
    reason.setPromptText(Messages.text("export.reason"));
    reason.textProperty().bindBidirectional(model.reason());
    override.getStyleClass().add("export-override");
    override.getChildren().setAll(why, reason);
    show(override, false);
    override.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node.getChildren().setAll(title, scroll, override);
  }

  Region node() {
    return node;
  }

  /** Whether the list scrolls by itself, or is as tall as what it says and the reason elsewhere. */
  void scrolls(boolean itself) {
    Tall.scrolls(scroll, itself);
    if (itself && !node.getChildren().contains(override)) {
      node.getChildren().add(override);
    }
  }

  /** What asks why the post leaves all the same; below the list unless it is put elsewhere. */
  Region override() {
    return override;
  }

  void show(ExportPlan plan) {
    lines.getChildren().clear();
    List<Finding> errors = plan.errors();
    plan.findings().stream()
        .limit(MOST)
        .forEach(finding -> lines.getChildren().add(line(finding, errors.contains(finding))));
    int more = plan.findings().size() - MOST;
    if (more > 0) {
      Label label = new Label(Messages.text("export.more", more));
      label.setWrapText(true);
      label.getStyleClass().add("soft");
      lines.getChildren().add(label);
    }
    for (Promise promise : promises()) {
      if (plan.findings().stream().noneMatch(f -> promise.rules().contains(f.rule()))) {
        lines.getChildren().add(row("ok", "✓", promise.text(), List.of()));
      }
    }
    if (plan.staying() > 0) {
      String stays = Messages.text("export.staying", plan.staying());
      lines.getChildren().add(row("ok", "✓", stays, List.of()));
    }
    show(override, !plan.errors().isEmpty());
  }

  private static List<Promise> promises() {
    return List.of(
        new Promise(List.of("headline", "slug"), Messages.text("export.ok.headline")),
        new Promise(List.of("picture-missing"), Messages.text("export.ok.pictures")),
        new Promise(List.of("alt-text"), Messages.text("export.ok.alt")),
        new Promise(List.of("credit"), Messages.text("export.ok.credit")),
        new Promise(List.of("link-empty", "link-anchor"), Messages.text("export.ok.links")));
  }

  private HBox line(Finding finding, boolean error) {
    VBox below = new VBox();
    below.getStyleClass().add("export-below");
    finding.fixes().stream()
        .findFirst()
        .ifPresent(fix -> {
          Label label = new Label(fix);
          label.setWrapText(true);
          label.setMinHeight(Region.USE_PREF_SIZE);
          label.getStyleClass().addAll("soft", "small");
          below.getChildren().add(label);
        });
    Hyperlink link = new Hyperlink(Messages.text("export.go"));
    link.getStyleClass().add("small");
    link.setAccessibleText(Messages.text("export.go.name", finding.message()));
    link.setOnAction(_ -> goTo.accept(finding));
    below.getChildren().add(link);
    return row(error ? "bad" : "warn", error ? "✕" : "!", finding.message(), List.of(below));
  }

  private static HBox row(String look, String sign, String text, List<Region> below) {
    Label mark = new Label(sign);
    mark.getStyleClass().addAll("export-mark", look);
    mark.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("medium");
    VBox column = new VBox(words);
    column.getChildren().addAll(below);
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox row = new HBox(mark, column);
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(
        switch (look) {
          case "ok" -> Messages.text("export.is.ok", text);
          case "warn" -> Messages.text("export.is.warning", text);
          default -> Messages.text("export.is.error", text);
        });
    row.getStyleClass().add("export-finding");
    return row;
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
