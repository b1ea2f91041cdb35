package galley.ui.kit;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A field with its name above it; below it stands a hint or, where what was typed can't be taken,
 * why. What was typed is taken at Enter, when the field is left, and after a short pause. On the
 * JavaFX thread.
 */
public final class Field {
  private static final String REFUSED = "refused";
  private static final Duration PAUSE = Duration.millis(500);

  private final VBox node = new VBox();
  private final TextInputControl control;
  private final Label label;
  private final Label below = new Label();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private Function<String, Optional<String>> take = _ -> Optional.empty();
  private UnaryOperator<String> complete = typed -> typed;
  private Optional<String> refusal = Optional.empty();
  private String hint = "";
  private String taken;
  private boolean waits;

  private Field(String name, String text, TextInputControl control) {
    this.control = control;
    taken = text.strip();
    control.setText(text);
    label = name(name, control);
    below.setWrapText(true);
    below.setMinHeight(Region.USE_PREF_SIZE);
    below.managedProperty().bind(below.textProperty().isNotEmpty());
    below.getStyleClass().addAll("small", "soft");
    node.getStyleClass().add("field");
    node.getChildren().setAll(label, control, below);
    pause.setOnFinished(_ -> paused());
    control
        .textProperty()
        .addListener((_, _, _) -> {
          if (!waits) {
            pause.playFromStart();
          }
        });
    control
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            left();
          }
        });
    // What goes away with the keyboard in it may never be told that it lost it
    control
        .sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene == null) {
            left();
          } else {
            show();
          }
        });
    if (control instanceof TextField line) {
      line.setOnAction(_ -> left());
    }
  }

  /** A field of one line. */
  public static Field line(String words, String text) {
    return new Field(words, text, new TextField());
  }

  /** A field as tall as what is in it. */
  public static Field lines(String words, String text) {
    return new Field(words, text, new GrowingField(words, ""));
  }

  /** A label that names a control, for eyes and screen readers. */
  public static Label name(String words, Node control) {
    Label label = new Label(words);
    label.getStyleClass().addAll("medium", "field-name");
    label.setLabelFor(control);
    control.setAccessibleText(words);
    return label;
  }

  /** Says below the field what is meant. */
  public Field hint(String words) {
    hint = words;
    say(Optional.empty());
    return this;
  }

  /** Shows in the empty field how such a thing looks. */
  public Field prompt(String words) {
    control.setPromptText(words);
    return this;
  }

  /** Leaves the name away, where a heading over several fields says it; it stays to be heard. */
  public Field bare() {
    node.getChildren().remove(label);
    return this;
  }

  /** Lays more beside the control, such as a button that fills it. */
  public Field beside(Node... more) {
    HBox row = new HBox(control);
    row.getChildren().addAll(more);
    row.getStyleClass().add("field-row");
    HBox.setHgrow(control, Priority.ALWAYS);
    node.getChildren().add(node.getChildren().indexOf(below), row);
    return this;
  }

  /** Takes what was typed only when the field is left, since half of it would mean another. */
  public Field whenLeft() {
    waits = true;
    return this;
  }

  /**
   * Names what takes the text, without the blanks around it.
   *
   * @param taker answers why it can't be taken, in a sentence
   */
  public Field onTake(Function<String, Optional<String>> taker) {
    take = taker;
    return this;
  }

  /** Completes what was typed, for the person to see, once it is to be taken. */
  public Field completing(UnaryOperator<String> completion) {
    complete = completion;
    return this;
  }

  /** Takes what is typed now; says why not where that can't be. */
  public boolean take() {
    String whole = complete.apply(text());
    if (!whole.equals(text())) {
      control.setText(whole);
    }
    pause.stop();
    String now = text();
    Optional<String> refused = take.apply(now);
    if (refused.isEmpty()) {
      taken = now;
    }
    say(refused);
    return refused.isEmpty();
  }

  private void left() {
    if (!text().equals(taken)) {
      take();
    } else {
      pause.stop();
      say(Optional.empty());
    }
  }

  // Half-typed words are nothing to complain about
  private void paused() {
    String now = text();
    if (!now.equals(taken) && take.apply(now).isEmpty()) {
      taken = now;
      say(Optional.empty());
    }
  }

  /** Says below the field why its text can't be taken; empty where it can. */
  public void say(Optional<String> why) {
    refusal = why;
    control.getProperties().put(REFUSED, why.isPresent());
    if (control.getScene() != null) {
      show();
    }
  }

  /** What is changed on its way out of the window would come back without its looks. */
  private void show() {
    below.setText(refusal.orElse(hint));
    control.setAccessibleHelp(below.getText());
    look(below, "bad", refusal.isPresent());
    look(below, "soft", refusal.isEmpty());
    look(control, "invalid", refusal.isPresent());
  }

  private static void look(Node node, String look, boolean on) {
    if (!on) {
      node.getStyleClass().remove(look);
    } else if (!node.getStyleClass().contains(look)) {
      node.getStyleClass().add(look);
    }
  }

  /** The first field in there whose text can't be taken. */
  public static Optional<Node> refusedIn(Node part) {
    return part.lookupAll(".text-input").stream()
        .filter(control -> Boolean.TRUE.equals(control.getProperties().get(REFUSED)))
        .findFirst();
  }

  /** What is typed, without the blanks around it. */
  public String text() {
    return control.getText() == null ? "" : control.getText().strip();
  }

  /** Shows a text that needs not be taken. */
  public void text(String now) {
    taken = now.strip();
    control.setText(now);
    pause.stop();
    say(Optional.empty());
  }

  /** The control itself, for the keyboard and for its width. */
  public TextInputControl control() {
    return control;
  }

  public Region node() {
    return node;
  }
}
