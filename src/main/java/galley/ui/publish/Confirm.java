package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.LiveSite.LivePost;
import galley.ui.kit.Sheet;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Asks before what readers notice: a post that is taken down, a site that goes back. */
final class Confirm {
  private final Sheet sheet;
  private final PublishModel model;

  Confirm(Sheet sheet, PublishModel model) {
    this.sheet = sheet;
    this.model = model;
  }

  void takeDown(Step.TakingDown step) {
    LivePost post = step.post();
    String name = post.headline().isBlank() ? post.slug() : post.headline();
    sheet.heading(Messages.text("publish.down.title", name), Messages.text("publish.down.sub"));
    Button down = Rows.button(Messages.text("publish.down.do"), "primary", () -> {});
    Elsewhere to = new Elsewhere(step.seen().live(), post.post(), down::fire);
    down.setOnAction(_ -> to.to().ifPresent(place -> model.takeDown(post.post(), place)));
    VBox body = new VBox(Rows.words(Messages.text("publish.down.what")), to.node());
    body.getStyleClass().add("publish-ask");
    sheet.body(body);
    sheet.foot(List.of(), List.of(leave(step.seen(), "ghost"), down));
  }

  void goBack(Step.GoingBack step) {
    sheet.heading(
        Messages.text("publish.go-back.title", LivePane.moment(step.to().at())),
        Messages.text("publish.go-back.sub", step.to().release()));
    VBox body =
        new VBox(
            Rows.words(Messages.text("publish.go-back.readers")),
            Rows.words(Messages.text("publish.go-back.desk")));
    body.getStyleClass().add("publish-ask");
    sheet.body(body);
    sheet.foot(
        List.of(
            Rows.button(
                Messages.text("publish.go-back.do"), "danger", () -> model.goBack(step.to()))),
        List.of(leave(step.seen(), "primary")));
  }

  private Button leave(Step.Live seen, String look) {
    return Rows.button(Messages.text("publish.stop-here"), look, () -> model.leave(seen));
  }
}
