package galley.ui.settings;

import galley.asset.Messages;
import galley.post.Author;
import galley.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Under which name, letters and colour somebody's notes stand. JavaFX thread only. */
public final class Identity {
  private static final List<String> COLOURS =
      List.of(
          "#1f5fa8", "#a04a1c", "#2c7a4b", "#7a3b8f", "#8a6d00", "#b03060", "#2a7f86", "#5b5b9c");

  /** How to ask who works here, and how to tell. */
  public record Ways(
      Supplier<CompletableFuture<Author>> now, Function<Author, CompletableFuture<Author>> keep) {}

  private final Ways ways;
  private final TextField name = field(Messages.text("settings.me.name"), 16);
  private final TextField initials = field(Messages.text("settings.me.initials"), 4);
  private final ToggleGroup colours = new ToggleGroup();
  private final Label trouble = new Label();
  private final PauseTransition soon = new PauseTransition(Duration.millis(400));
  private final VBox node;
  private boolean filling = true;

  Identity(Ways ways) {
    this.ways = ways;
    FlowPane swatches = new FlowPane();
    swatches.getStyleClass().add("settings-swatches");
    int number = 0;
    for (String colour : COLOURS) {
      number++;
      ToggleButton swatch = new ToggleButton();
      swatch.getStyleClass().add("settings-swatch");
      swatch.setStyle("-g-swatch: " + colour + ";");
      swatch.setUserData(colour);
      swatch.setToggleGroup(colours);
      swatch.setAccessibleText(Messages.text("settings.me.colour", number));
      swatch.setOnAction(_ -> swatch.setSelected(true));
      swatches.getChildren().add(swatch);
    }
    trouble.getStyleClass().add("bad");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    FlowPane row = new FlowPane(name, initials, swatches);
    row.getStyleClass().add("settings-me");
    Label note = new Label(Messages.text("settings.me.note"));
    note.getStyleClass().addAll("small", "soft");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    node = new VBox(row, note, trouble);
    node.getStyleClass().add("settings-place");
    soon.setOnFinished(_ -> keep());
    name.textProperty().addListener((_, _, _) -> changed());
    initials.textProperty().addListener((_, _, _) -> changed());
    colours.selectedToggleProperty().addListener((_, _, _) -> changed());
    Fx.deliver(ways.now().get(), this::fill, failure -> trouble.setText(said(failure)));
  }

  private static TextField field(String prompt, int columns) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.setPrefColumnCount(columns);
    return field;
  }

  private static String said(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  private void fill(Author me) {
    filling = true;
    name.setText(me.name());
    initials.setText(me.initials());
    colours.getToggles().stream()
        .filter(swatch -> me.colour().equals(swatch.getUserData()))
        .findFirst()
        .ifPresent(colours::selectToggle);
    filling = false;
  }

  private void changed() {
    if (!filling) {
      soon.playFromStart();
    }
  }

  /** Keeps what was typed at once, as when the sheet closes. */
  void keep() {
    soon.stop();
    if (filling || name.getText().isBlank()) {
      return;
    }
    String colour =
        Optional.ofNullable(colours.getSelectedToggle())
            .map(swatch -> String.valueOf(swatch.getUserData()))
            .orElse(COLOURS.getFirst());
    Fx.deliver(
        ways.keep()
            .apply(new Author(name.getText().strip(), initials.getText().strip(), colour, "")),
        _ -> trouble.setText(""),
        failure -> trouble.setText(said(failure)));
  }

  Node node() {
    return node;
  }
}
