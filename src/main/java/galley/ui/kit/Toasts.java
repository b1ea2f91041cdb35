package galley.ui.kit;

import galley.asset.Messages;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Short words at the foot of a window, with a way back where there is one. */
public final class Toasts {
  private static final Duration SHORT = Duration.seconds(6);
  private static final Duration LONG = Duration.seconds(30);
  private static final int MOST = 3;

  private Toasts() {}

  /** Says something for six seconds. On the JavaFX thread. */
  public static void say(Scene scene, String words) {
    show(scene, new HBox(), words, SHORT);
  }

  /**
   * Says something for thirty seconds, with one thing to do about it; longer while it has the
   * pointer or the keyboard. On the JavaFX thread.
   */
  public static void offer(Scene scene, String words, String action, Runnable run) {
    HBox toast = new HBox();
    Button button = new Button(action);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> {
      dismiss(toast);
      run.run();
    });
    toast.getChildren().add(button);
    show(scene, toast, words, LONG);
  }

  /** Takes away what was said, where something else is the news now. On the JavaFX thread. */
  public static void unsay(Scene scene, String words) {
    Layers.of(scene)
        .map(Toasts::pile)
        .ifPresent(pile ->
            List.copyOf(pile.getChildren()).stream()
                .filter(toast -> words.equals(toast.getAccessibleText()))
                .forEach(Toasts::dismiss));
  }

  private static void show(Scene scene, HBox toast, String words, Duration time) {
    Layers.of(scene)
        .ifPresent(layers -> {
          Label label = new Label(words);
          label.setWrapText(true);
          label.setMaxWidth(560);
          Button close = new Button("", Icons.of(Feather.X));
          close.getStyleClass().add("icon-only");
          close.setAccessibleText(Messages.text("kit.dismiss"));
          close.setOnAction(_ -> dismiss(toast));
          toast.getStyleClass().add("toast");
          toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
          toast.setAccessibleRole(AccessibleRole.TEXT);
          toast.setAccessibleText(words);
          toast.getChildren().addFirst(label);
          toast.getChildren().add(close);
          VBox pile = pile(layers);
          pile.getChildren().add(toast);
          if (pile.getChildren().size() > MOST) {
            pile.getChildren().removeFirst();
          }
          PauseTransition pause = new PauseTransition(time);
          pause.setOnFinished(_ -> dismiss(toast));
          BooleanBinding held = toast.hoverProperty().or(toast.focusWithinProperty());
          toast
              .parentProperty()
              .addListener((_, _, parent) -> {
                if (parent == null) {
                  pause.stop();
                }
              });
          held.addListener((_, _, now) -> {
            if (now) {
              pause.pause();
            } else if (toast.getParent() != null) {
              pause.play();
            }
          });
          toast.getProperties().put("held", held); // bindings are weak
          pause.play();
        });
  }

  private static VBox pile(Layers layers) {
    for (Node layer : layers.getChildren()) {
      if (layer instanceof VBox pile && pile.getStyleClass().contains("toasts")) {
        return pile;
      }
    }
    VBox pile = new VBox();
    pile.getStyleClass().add("toasts");
    pile.setPickOnBounds(false);
    layers.put(pile);
    return pile;
  }

  private static void dismiss(Node toast) {
    if (toast.getParent() instanceof VBox pile) {
      pile.getChildren().remove(toast);
      if (pile.getChildren().isEmpty() && pile.getParent() instanceof Layers layers) {
        layers.take(pile);
      }
    }
  }
}
