package galley.ui.publish;

import galley.asset.Messages;
import galley.post.Finding;
import galley.publish.Foreign;
import galley.ui.kit.EmptyState;
import galley.ui.kit.Look;
import galley.ui.kit.Sheet;
import galley.ui.kit.Toasts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The sheet by which a site is published. A publication goes on when the sheet is closed, and says
 * how it ended. On the JavaFX thread.
 */
public final class PublishView {
  private final PublishModel model;
  private final Scene scene;
  private final Ways ways;
  private final Sheet sheet = new Sheet("", "", this::closed);
  private final Meter meter = new Meter();
  private final Outcome outcome;
  private final Confirm confirm;
  private Optional<Button> publish = Optional.empty();
  private Optional<Runnable> leaving = Optional.empty();
  private boolean unseen;

  /**
   * The ways out of the sheet, which closes before.
   *
   * @param goTo shows a finding in its post
   * @param open shows a post
   * @param sites leads to where sites are made and given destinations
   */
  public record Ways(BiConsumer<UUID, Finding> goTo, Consumer<UUID> open, Runnable sites) {
    private Ways closing(Sheet sheet) {
      return new Ways(
          (post, finding) -> {
            sheet.close();
            goTo.accept(post, finding);
          },
          post -> {
            sheet.close();
            open.accept(post);
          },
          () -> {
            sheet.close();
            sites.run();
          });
    }
  }

  public PublishView(PublishModel model, Scene scene, Ways ways) {
    this.model = model;
    this.scene = scene;
    this.ways = ways.closing(sheet);
    outcome = new Outcome(sheet, model);
    confirm = new Confirm(sheet, model);
    sheet.box().getStylesheets().add(Look.sheet("publish"));
    sheet.width(760);
    model.step().addListener((_, before, now) -> show(before, now));
    model.reason().addListener((_, _, _) -> able());
  }

  /**
   * Shows the sheet: the publication that is under way, or has failed unseen, else a new plan.
   *
   * @param site which is wanted
   * @param post the open post, whose site is meant where none is wanted
   */
  public void open(Optional<UUID> site, Optional<UUID> post) {
    open(site, post, false);
  }

  /** Shows what is live of a site; which one as in {@link #open(Optional, Optional)}. */
  public void look(Optional<UUID> site, Optional<UUID> post) {
    open(site, post, true);
  }

  private void open(Optional<UUID> site, Optional<UUID> post, boolean live) {
    if (sheet.isOpen()) {
      return;
    }
    boolean failed = unseen && model.step().get() instanceof Step.Failed;
    if (!model.isSending() && !failed) {
      model.begin(site, post, live);
    }
    reopen();
  }

  /** Shows how it stands with what is under way or has ended. */
  private void reopen() {
    if (sheet.isOpen()) {
      return;
    }
    unseen = false;
    draw(model.step().get());
    sheet.open(scene);
    focus();
  }

  /** Whether a publication is under way. */
  public boolean isBusy() {
    return model.isSending();
  }

  /** Asks whether to stop the publication and leave. */
  public void askToLeave(Runnable leave) {
    leaving = Optional.of(leave);
    if (!sheet.isOpen()) {
      draw(model.step().get());
      sheet.open(scene);
    }
    askStop();
  }

  /** Ends a plan that is being made; the window is closing. */
  public void close() {
    model.stop();
  }

  private void closed() {
    leaving = Optional.empty();
    sheet.aboveFoot(List.of());
    if (!model.isSending()) {
      model.stop();
    } else {
      Toasts.say(scene, Messages.text("publish.goes-on"));
    }
  }

  private void show(Step before, Step now) {
    if (now instanceof Step.Sending(var sent, var stopping)
        && before instanceof Step.Sending(var _, var was)
        && stopping == was) {
      meter.show(sent, stopping);
      return;
    }
    if (now instanceof Step.Planning(var progress) && before instanceof Step.Planning) {
      meter.show(progress);
      return;
    }
    boolean ended = now instanceof Step.Done || now instanceof Step.Failed;
    if (ended && leaving.isPresent()) {
      Runnable leave = leaving.get();
      leaving = Optional.empty();
      sheet.close();
      leave.run();
      return;
    }
    if (sheet.isOpen()) {
      draw(now);
      focus();
    } else if (now instanceof Step.Asking) {
      draw(now);
      sheet.open(scene);
      focus();
    } else if (ended) {
      unseen = true;
      tell(now);
    }
  }

  private void tell(Step now) {
    String name = model.site().map(site -> site.site().name()).orElse("");
    Toasts.unsay(scene, Messages.text("publish.goes-on"));
    Toasts.offer(
        scene,
        now instanceof Step.Done
            ? Messages.text("publish.done", name)
            : Messages.text("publish.failed-unseen", name),
        Messages.text("publish.look"),
        this::reopen);
  }

  private void draw(Step step) {
    publish = Optional.empty();
    sheet.aboveFoot(List.of());
    switch (step) {
      case Step.Reading() -> wait(Messages.text("publish.title.none"));
      case Step.Nowhere(boolean site) -> nowhere(site);
      case Step.Planning(var now) -> {
        wait(title());
        meter.show(now);
      }
      case Step.Asking(Question question) -> ask(question);
      case Step.Planned planned -> planned(planned);
      case Step.Sending(var now, boolean stopping) -> {
        sending(stopping);
        meter.show(now, stopping);
      }
      case Step.Done done -> outcome.done(done);
      case Step.Failed(Throwable failure, boolean _) -> outcome.failed(failure);
      case Step.Live seen -> live(seen);
      case Step.TakingDown down -> confirm.takeDown(down);
      case Step.GoingBack back -> confirm.goBack(back);
    }
  }

  private String title() {
    return model
        .site()
        .map(site -> Messages.text("publish.title", site.site().name()))
        .orElseGet(() -> Messages.text("publish.title.none"));
  }

  private void wait(String title) {
    sheet.heading(title, Messages.text("publish.planning"));
    sheet.body(meter.node());
    Button cancel = Rows.button(Messages.text("publish.cancel"), "ghost", sheet::close);
    sheet.foot(List.of(), List.of(cancel));
  }

  private void nowhere(boolean site) {
    sheet.heading(title(), "");
    sheet.body(
        new EmptyState(
                site ? Messages.text("publish.no-destination") : Messages.text("publish.no-site"),
                site
                    ? Messages.text("publish.no-destination.text")
                    : Messages.text("publish.no-site.text"),
                List.of())
            .node());
    Button make = Rows.button(Messages.text("publish.sites"), "primary", ways.sites());
    Button close = Rows.button(Messages.text("publish.close"), "ghost", sheet::close);
    sheet.foot(List.of(), List.of(close, make));
  }

  private void ask(Question question) {
    Running asked = model.running();
    AskPane pane =
        AskPane.of(question, new AskPane.Answers(asked::answer, asked::answer, asked::refuse));
    sheet.heading(pane.heading(), pane.below());
    sheet.body(pane.body());
    sheet.foot(List.of(), pane.buttons());
  }

  private void planned(Step.Planned step) {
    sheet.heading(title(), model.site().map(site -> site.site().address()).orElse(""));
    Node pane = new PlanPane(step.plan(), model, Places.node(model), ways).node();
    sheet.edgeToEdge(pane);
    if (!step.plan().errors().isEmpty()) {
      TextField reason = new TextField();
      reason.setPromptText(Messages.text("publish.reason"));
      reason.setAccessibleText(Messages.text("publish.reason"));
      reason.textProperty().bindBidirectional(model.reason());
      VBox why = new VBox(Rows.words(Messages.text("publish.override"), "soft", "small"), reason);
      why.getStyleClass().add("publish-override");
      sheet.aboveFoot(List.of(why));
    }
    int files = step.plan().plan().add().size() + step.plan().plan().change().size();
    Button go =
        Rows.button(
            files == 0 ? Messages.text("publish.do") : Messages.text("publish.do.files", files),
            "primary",
            model::publish);
    publish = Optional.of(go);
    Button again = Rows.button(Messages.text("publish.again"), "plain", model::again);
    Button cancel = Rows.button(Messages.text("publish.cancel"), "ghost", sheet::close);
    Button live = Rows.button(Messages.text("publish.live"), "plain", model::look);
    sheet.foot(List.of(again, live), List.of(cancel, go));
    able();
  }

  private void live(Step.Live seen) {
    sheet.heading(
        Messages.text(
            "publish.live.title", model.site().map(site -> site.site().name()).orElse("")),
        model.site().map(site -> site.site().address()).orElse(""));
    sheet.edgeToEdge(new LivePane(seen, model, Places.node(model), ways).node());
    Button again = Rows.button(Messages.text("publish.again"), "plain", model::look);
    Button plan =
        Rows.button(
            Messages.text("publish.live.publish"), "primary", () -> model.plan(Foreign.STOP));
    Button close = Rows.button(Messages.text("publish.live.close"), "ghost", sheet::close);
    sheet.foot(List.of(again), List.of(close, plan));
  }

  private void able() {
    publish.ifPresent(button -> button.setDisable(!model.isFree()));
  }

  private void sending(boolean stopping) {
    sheet.heading(
        Messages.text("publish.sending", model.site().map(site -> site.site().name()).orElse("")),
        Places.meanwhile(model));
    sheet.body(meter.node());
    Button hide = Rows.button(Messages.text("publish.hide"), "plain", sheet::close);
    Button stop = Rows.button(Messages.text("publish.stop"), "plain", model::stop);
    stop.setDisable(stopping);
    sheet.foot(List.of(), List.of(stop, hide));
  }

  private void askStop() {
    Label words = Rows.words(Places.leaving(model), "medium");
    words.getStyleClass().add("publish-leave");
    sheet.aboveFoot(List.of(words));
    Button stop =
        Rows.button(
            Messages.text("publish.leave.stop"),
            "danger",
            () -> {
              if (model.isSending()) {
                model.stop();
              }
            });
    Button stay = Rows.button(Messages.text("publish.leave.stay"), "primary", sheet::close);
    sheet.foot(List.of(stop), List.of(stay));
    stay.requestFocus();
  }

  /** The keyboard goes to what is likeliest next. */
  private void focus() {
    Region box = sheet.box();
    box.applyCss();
    for (String wanted : List.of(".text-field", ".sheet-foot .primary", ".sheet-foot .button")) {
      for (Node node : box.lookupAll(wanted)) {
        boolean toRead = node instanceof TextField field && !field.isEditable();
        if (!toRead && !node.isDisabled() && node.isFocusTraversable() && isShown(node)) {
          node.requestFocus();
          return;
        }
      }
    }
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
