package galley.ui.history;

import galley.asset.Messages;
import galley.markdown.ParsedBody;
import galley.ui.kit.EmptyState;
import galley.ui.kit.Look;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The headings of the open post; a click or Enter goes there. JavaFX thread only. */
public final class OutlineView {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final OutlineModel model = new OutlineModel();
  private final ListView<OutlineModel.Entry> list = new ListView<>(model.entries());
  private final StackPane node;
  private IntConsumer goTo = line -> {};

  public OutlineView() {
    list.getStyleClass().add("outline-list");
    list.setAccessibleText(Messages.text("history.outline"));
    list.setCellFactory(_ -> new HeadingCell());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            go(list.getSelectionModel().getSelectedItem());
            event.consume();
          }
        });
    Region empty =
        new EmptyState(
                Messages.text("history.no-outline-title"),
                Messages.text("history.no-outline-text"),
                List.of())
            .node();
    var none = Bindings.isEmpty(model.entries());
    empty.visibleProperty().bind(none);
    list.visibleProperty().bind(none.not());
    node = new StackPane(list, empty);
    node.getStyleClass().add("outline");
    node.setMinSize(0, 0);
    node.getStylesheets().add(Look.sheet("history"));
  }

  public Region node() {
    return node;
  }

  /** Shows the headings of a text; cheap enough for every pause in the typing. */
  public void show(ParsedBody body) {
    model.show(body);
  }

  /** Shows none. */
  public void clear() {
    model.clear();
  }

  /** Marks the heading this line stands under. */
  public void at(double line) {
    model.at(line);
    int current = model.current().get();
    if (current >= 0 && !list.isFocused()) {
      reveal(current);
    }
  }

  /** Gets the line of a heading that was chosen. */
  public void onGoTo(IntConsumer listener) {
    goTo = listener;
  }

  private void reveal(int index) {
    boolean seen =
        list.lookupAll(".list-cell").stream()
            .anyMatch(cell ->
                cell instanceof HeadingCell heading
                    && heading.getIndex() == index
                    && !heading.isEmpty()
                    && heading.getBoundsInParent().getMinY() >= 0);
    if (!seen) {
      list.scrollTo(Math.max(0, index - 3));
    }
  }

  private void go(OutlineModel.@org.jspecify.annotations.Nullable Entry entry) {
    if (entry != null) {
      goTo.accept(entry.line());
    }
  }

  private final class HeadingCell extends ListCell<OutlineModel.Entry> {
    private final InvalidationListener marker = this::mark;

    HeadingCell() {
      setWrapText(true);
      setPrefWidth(0);
      model.current().addListener(marker);
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
              go(getItem());
            }
          });
    }

    @Override
    public void updateIndex(int index) {
      super.updateIndex(index);
      mark(model.current());
    }

    private void mark(Observable changed) {
      pseudoClassStateChanged(CURRENT, !isEmpty() && getIndex() == model.current().get());
    }

    @Override
    protected void updateItem(OutlineModel.Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setText(null);
        setAccessibleText(null);
      } else {
        String words =
            entry.text().isBlank() ? Messages.text("history.heading-empty") : entry.text();
        setText(words);
        setAccessibleText(Messages.text("history.heading", entry.level(), words));
        setPadding(new Insets(6, 14, 6, 16 + 16.0 * Math.min(entry.depth(), 5)));
      }
      mark(model.current());
    }
  }
}
