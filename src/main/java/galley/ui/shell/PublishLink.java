package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.DraftSession;
import galley.post.Finding;
import galley.ui.publish.PublishModel;
import galley.ui.publish.PublishView;
import galley.ui.shell.Command.Group;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Joins the publishing of sites to the post that is open. On the JavaFX thread. */
final class PublishLink {
  private final MainModel model;
  private final Consumer<Finding> lead;
  private final PublishView view;

  /**
   * @param lead leads to what a finding of the open post is about
   * @param sites leads to the dialog of sites
   */
  PublishLink(MainModel model, Consumer<Finding> lead, Runnable sites) {
    this.model = model;
    this.lead = lead;
    view =
        new PublishView(
            new PublishModel(model.desk(), this::settled),
            model.scene(),
            new PublishView.Ways(this::goTo, post -> model.open().open(post), sites));
  }

  void addTo(Actions actions) {
    actions.add(
        Group.POST,
        "publish",
        Messages.text("shell.do.publish"),
        "Shortcut+Shift+ENTER",
        () -> publish(Optional.empty()));
    actions.add(
        Group.POST,
        "live",
        Messages.text("shell.do.live"),
        "",
        () -> view.look(Optional.empty(), model.open().id()));
  }

  /** Shows what a publication of a site would do; of the open post's where none is named. */
  void publish(Optional<UUID> site) {
    view.open(site, model.open().id());
  }

  PublishView view() {
    return view;
  }

  private CompletableFuture<Void> settled() {
    return model
        .open()
        .shown()
        .map(DraftSession::flushed)
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private void goTo(UUID post, Finding finding) {
    model.open().open(post, () -> lead.accept(finding));
  }
}
