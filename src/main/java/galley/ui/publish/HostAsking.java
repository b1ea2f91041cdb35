package galley.ui.publish;

import galley.desk.People;
import galley.ui.kit.Fx;
import galley.ui.kit.Look;
import galley.ui.kit.Sheet;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Brings the questions of a host to the person outside of a publication, each in a sheet over
 * whatever is shown. For one connection. On the JavaFX thread, but for what hosts ask.
 */
public final class HostAsking {
  private final Scene scene;
  private final Asked asked = new Asked();
  private Optional<Question> open = Optional.empty();
  private Optional<Sheet> sheet = Optional.empty();
  private boolean over;

  public HostAsking(Scene scene) {
    this.scene = scene;
  }

  /** Whom the host asks; the thread that connects waits for the answer. */
  public People people() {
    return asked.people(question -> Fx.run(() -> ask(question)));
  }

  /** Answers no to what is asked and to all that would be. */
  public void stop() {
    over = true;
    asked.forget();
    sheet.ifPresent(Sheet::close);
  }

  private void ask(Question question) {
    if (over) {
      question.refuse();
      return;
    }
    AskPane pane =
        AskPane.of(
            question,
            new AskPane.Answers(
                (key, yes) -> {
                  answered();
                  key.answer().complete(yes);
                },
                (secret, said, keep) -> {
                  answered();
                  asked.answer(secret, said, keep);
                },
                _ -> sheet.ifPresent(Sheet::close)));
    Sheet asking = new Sheet(pane.heading(), pane.below(), this::closed);
    open = Optional.of(question);
    sheet = Optional.of(asking);
    asking.box().getStylesheets().add(Look.sheet("publish"));
    List<? extends Node> buttons = pane.buttons();
    asking.width(560).body(pane.body()).foot(List.of(), buttons).open(scene);
  }

  private void answered() {
    open = Optional.empty();
    sheet.ifPresent(Sheet::close);
  }

  /** A sheet that is closed without an answer is a no. */
  private void closed() {
    sheet = Optional.empty();
    Optional<Question> left = open;
    open = Optional.empty();
    left.ifPresent(Question::refuse);
  }
}
