package galley.ui.shell;

import galley.asset.Messages;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import galley.ui.kit.Overlay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Finds a command or a post by a few letters, and does or opens it. On the JavaFX thread. */
final class Palette {
  private static final int MOST = 60;

  /** The height of a row in letters, as the style sheet has it, and how many are seen at once. */
  private static final double ROW = 2.92;

  private static final int ROWS = 10;

  /** The rows' worth of room that says that nothing was found. */
  private static final double NONE = 2;

  /** Something to choose: what it belongs to, what it is, and a word at its end. */
  record Choice(String kind, String title, String end, Runnable run) {}

  private record Scored(Choice choice, int score) {}

  private final TextField field = new TextField();
  private final ObservableList<Choice> shown = FXCollections.observableArrayList();
  private final ListView<Choice> list = new ListView<>(shown);
  private final VBox box = new VBox(field, list);
  private final Supplier<List<Choice>> choices;
  private final Overlay overlay;
  private List<Choice> all = List.of();

  /**
   * @param choices everything there is, the likeliest first; asked each time it opens
   */
  Palette(Supplier<List<Choice>> choices) {
    this.choices = choices;
    box.getStyleClass().add("palette");
    box.getStylesheets().add(Look.sheet("shell"));
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    field.getStyleClass().add("palette-field");
    field.setPromptText(Messages.text("shell.palette.prompt"));
    field.setAccessibleText(Messages.text("shell.palette"));
    field.textProperty().addListener((_, _, typed) -> find(typed));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    list.getStyleClass().add("palette-list");
    list.setPlaceholder(new Label(Messages.text("shell.palette.none")));
    list.setOnMouseClicked(_ -> choose());
    overlay = new Overlay(box, Messages.text("shell.palette"), () -> {});
  }

  void open(Scene scene) {
    if (overlay.isOpen()) {
      overlay.close();
      return;
    }
    all = choices.get();
    field.clear();
    find("");
    Layers.of(scene).ifPresent(overlay::open);
  }

  boolean isOpen() {
    return overlay.isOpen();
  }

  private void find(String typed) {
    List<Scored> found = new ArrayList<>();
    for (Choice choice : all) {
      OptionalInt title = Fuzzy.score(typed, choice.title());
      OptionalInt whole = Fuzzy.score(typed, choice.kind(), choice.title());
      if (title.isPresent() || whole.isPresent()) {
        found.add(new Scored(choice, Math.max(title.orElse(-5), whole.orElse(-5) - 6)));
      }
    }
    found.sort(Comparator.comparingInt(Scored::score).reversed());
    shown.setAll(found.stream().limit(MOST).map(Scored::choice).toList());
    double rows = shown.isEmpty() ? NONE : Math.min(shown.size(), ROWS);
    list.setStyle("-fx-pref-height: " + ROW * rows + "em");
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void key(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    int last = shown.size() - 1;
    boolean taken = true;
    switch (event.getCode()) {
      case DOWN -> move(at >= last ? 0 : at + 1);
      case UP -> move(at <= 0 ? last : at - 1);
      case PAGE_DOWN -> move(Math.min(last, at + 8));
      case PAGE_UP -> move(Math.max(0, at - 8));
      case ENTER -> choose();
      case TAB -> {} // there is one field only
      default -> taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private void move(int to) {
    if (to >= 0) {
      list.getSelectionModel().select(to);
      list.scrollTo(Math.max(0, to - 4));
      Choice choice = shown.get(to);
      field.setAccessibleHelp(choice.kind() + ", " + choice.title());
    }
  }

  private void choose() {
    Choice choice = list.getSelectionModel().getSelectedItem();
    if (choice != null) {
      overlay.close();
      choice.run().run();
    }
  }

  private static final class Cell extends ListCell<Choice> {
    private final Label kind = new Label();
    private final Label title = new Label();
    private final Label end = new Label();
    private final HBox row;

    Cell() {
      kind.getStyleClass().add("palette-kind");
      end.getStyleClass().add("palette-end");
      kind.setMinWidth(Region.USE_PREF_SIZE);
      end.setMinWidth(Region.USE_PREF_SIZE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      row = new HBox(kind, title, gap, end);
      row.getStyleClass().add("palette-row");
      row.setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("palette-cell");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      if (empty || choice == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      kind.setText(choice.kind());
      title.setText(choice.title());
      end.setText(choice.end());
      setAccessibleText(choice.kind() + ", " + choice.title() + " " + choice.end());
      setGraphic(row);
    }
  }
}
