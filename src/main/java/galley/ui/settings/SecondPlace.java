package galley.ui.settings;

import galley.asset.Messages;
import galley.ui.kit.Fx;
import galley.ui.kit.Trouble;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where a copy of every backup goes too: a folder on another disk. On the JavaFX thread. */
public final class SecondPlace {
  /**
   * What the choice works with.
   *
   * @param now the folder that is chosen
   * @param ask lets a person choose one
   * @param set sends backups there, the first at once; fails with a plain sentence
   */
  public record Ways(
      Supplier<Optional<Path>> now,
      Supplier<Optional<Path>> ask,
      Function<Optional<Path>, CompletableFuture<Optional<Path>>> set) {}

  private final Ways ways;
  private final Label path = new Label();
  private final Label said = new Label();
  private final Button choose = new Button(Messages.text("settings.second.choose"));
  private final Button stop = new Button(Messages.text("settings.second.stop"));
  private final VBox node = new VBox();

  SecondPlace(Ways ways) {
    this.ways = ways;
    path.setWrapText(true);
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.managedProperty().bind(said.visibleProperty());
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    stop.managedProperty().bind(stop.visibleProperty());
    choose.setOnAction(_ -> ways.ask().get().map(Optional::of).ifPresent(this::set));
    stop.setOnAction(_ -> set(Optional.empty()));
    FlowPane buttons = new FlowPane(choose, stop);
    buttons.getStyleClass().add("settings-buttons");
    node.getStyleClass().add("settings-place");
    node.getChildren().setAll(path, buttons, said);
    show(ways.now().get());
  }

  Node node() {
    return node;
  }

  private void show(Optional<Path> folder) {
    path.setText(folder.map(Path::toString).orElse(Messages.text("settings.second.none")));
    path.getStyleClass().setAll("label", folder.isPresent() ? "settings-path" : "settings-words");
    stop.setVisible(folder.isPresent());
  }

  private void set(Optional<Path> folder) {
    working(true);
    say("soft", folder.isPresent() ? Messages.text("settings.second.working") : "");
    Fx.deliver(
        ways.set().apply(folder),
        now -> {
          working(false);
          show(now);
          say("ok", now.isPresent() ? Messages.text("settings.second.done") : "");
        },
        failure -> {
          working(false);
          say("bad", Trouble.words(failure));
        });
  }

  private void working(boolean now) {
    choose.setDisable(now);
    stop.setDisable(now);
  }

  private void say(String look, String words) {
    said.getStyleClass().setAll("label", look);
    said.setText(words);
  }
}
