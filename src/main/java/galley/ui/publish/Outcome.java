package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.Published;
import galley.post.Destination;
import galley.post.KeptSite;
import galley.publish.Foreign;
import galley.ui.kit.Amounts;
import galley.ui.kit.Outside;
import galley.ui.kit.Sheet;
import galley.ui.kit.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** How a publication ended, in the sheet: what stands there now, or what went wrong. */
final class Outcome {
  private static final int MOST_PATHS = 200;

  private final Sheet sheet;
  private final PublishModel model;

  Outcome(Sheet sheet, PublishModel model) {
    this.sheet = sheet;
    this.model = model;
  }

  void done(Step.Done step) {
    Destination to = step.to();
    KeptSite site = model.site().orElseThrow();
    Published done = step.done();
    String name = site.site().name();
    sheet.heading(
        step.back() ? Messages.text("publish.back", name) : Messages.text("publish.done", name),
        Messages.text("publish.done.sub", Places.words(to)));
    Node sent =
        Rows.marked(
            Rows.Mark.OK,
            Messages.text(
                "publish.done.files", done.sent(), Amounts.size(done.bytes()), done.removed()),
            done.posts() == 0 ? "" : Messages.text("publish.done.posts", done.posts()),
            List.of());
    sheet.body(box(sent, address(site.site().address())));
    List<Button> left = new ArrayList<>();
    left.add(Rows.button(Messages.text("publish.live"), "plain", model::look));
    if (to instanceof Destination.Folder folder) {
      left.add(
          Rows.button(
              Messages.text("publish.folder"),
              "plain",
              () -> Outside.show(Path.of(folder.path()))));
    }
    sheet.foot(left, List.of(Rows.button(Messages.text("publish.close"), "primary", sheet::close)));
  }

  private static Node address(String address) {
    Hyperlink link = new Hyperlink(address);
    link.setAccessibleText(Messages.text("publish.address", address));
    link.setOnAction(_ -> {
      link.setVisited(false);
      Outside.open(address);
    });
    return link;
  }

  void failed(Throwable failure) {
    Cause cause = Cause.of(failure);
    sheet.heading(
        cause.heading(),
        model
            .site()
            .flatMap(site ->
                site.destination(model.destination())
                    .map(to -> Messages.text("publish.at", site.site().name(), Places.words(to))))
            .orElse(""));
    VBox body = box(Rows.words(Trouble.words(failure)));
    if (!cause.paths().isEmpty()) {
      body.getChildren().add(paths(cause.paths()));
    }
    sheet.body(body);
    foot(cause.choice());
  }

  private static VBox paths(List<String> all) {
    VBox paths = new VBox();
    paths.getStyleClass().add("publish-paths");
    all.stream()
        .limit(MOST_PATHS)
        .forEach(path -> paths.getChildren().add(Rows.words(path, "publish-path")));
    if (all.size() > MOST_PATHS) {
      paths
          .getChildren()
          .add(Rows.words(Messages.text("publish.more", all.size() - MOST_PATHS), "soft"));
    }
    return paths;
  }

  /** To stop here is what Enter does wherever the other choice could undo somebody's work. */
  private void foot(Cause.Choice choice) {
    Button stop = Rows.button(Messages.text("publish.stop-here"), "primary", sheet::close);
    Button leave = Rows.button(Messages.text("publish.stop-here"), "ghost", sheet::close);
    Button again = Rows.button(Messages.text("publish.try"), "plain", model::again);
    switch (choice) {
      case AGAIN ->
          sheet.foot(
              List.of(),
              List.of(leave, Rows.button(Messages.text("publish.try"), "primary", model::again)));
      case SIGN_IN ->
          sheet.foot(
              List.of(),
              List.of(
                  leave,
                  Rows.button(Messages.text("publish.sign-again"), "primary", model::signInAgain)));
      case REPLACE ->
          sheet.foot(
              List.of(
                  again,
                  Rows.button(
                      Messages.text("publish.replace"),
                      "danger",
                      () -> model.plan(Foreign.REPLACE))),
              List.of(stop));
      case TAKE_OVER ->
          sheet.foot(
              List.of(
                  again,
                  Rows.button(Messages.text("publish.take-over"), "danger", model::takeOver)),
              List.of(stop));
      case MAKE_FOLDER ->
          sheet.foot(
              List.of(again),
              List.of(
                  leave,
                  Rows.button(Messages.text("publish.make-folder"), "primary", model::makeFolder)));
      case NOTHING -> sheet.foot(List.of(), List.of(stop));
    }
  }

  private static VBox box(Node... parts) {
    VBox box = new VBox(parts);
    box.getStyleClass().add("publish-ask");
    return box;
  }
}
