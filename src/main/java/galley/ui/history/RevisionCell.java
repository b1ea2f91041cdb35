package galley.ui.history;

import galley.asset.Messages;
import galley.post.Revision;
import java.time.LocalDate;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A revision in the list; the first one of a day has the day above it. */
final class RevisionCell extends ListCell<Revision> {
  private final RevisionWords words;
  private final Label day = new Label();
  private final Label title = new Label();
  private final Label time = new Label();
  private final Label change = new Label();
  private final VBox box;

  RevisionCell(RevisionWords words) {
    this.words = words;
    setPrefWidth(0);
    day.getStyleClass().add("history-day");
    title.getStyleClass().add("history-title");
    title.setMinWidth(0);
    time.getStyleClass().add("history-small");
    change.getStyleClass().add("history-small");
    change.setMinWidth(Region.USE_PREF_SIZE);
    time.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(10, time, title, gap, change);
    row.getStyleClass().add("history-row");
    box = new VBox(day, row);
    day.managedProperty().bind(day.visibleProperty());
  }

  @Override
  protected void updateItem(Revision revision, boolean empty) {
    super.updateItem(revision, empty);
    if (empty || revision == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    LocalDate date = words.day(revision);
    int index = getIndex();
    boolean first =
        index <= 0
            || index > getListView().getItems().size()
            || !words.day(getListView().getItems().get(index - 1)).equals(date);
    day.setText(words.dayName(date));
    day.setVisible(first);
    title.setText(words.title(revision));
    title.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("named"), !revision.name().isBlank());
    time.setText(words.time(revision));
    change.setText(words.change(revision));
    setAccessibleText(
        Messages.text(
            "history.spoken", title.getText(), day.getText(), time.getText(), change.getText()));
    setGraphic(box);
  }
}
