package galley.ui.publish;

import galley.asset.Messages;
import galley.publish.Plan;
import galley.ui.kit.Amounts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The files of a plan: what becomes of each, its path and its size. Thousands are no burden. */
final class FileTable {
  private final ListView<Line> list = new ListView<>();

  private record Line(String fate, String look, String path, String size) {}

  FileTable(Plan plan) {
    List<Line> lines = new ArrayList<>();
    plan.add()
        .forEach(file ->
            lines.add(
                new Line(
                    Messages.text("publish.file.new"), "ok", file.path(), size(file.bytes()))));
    plan.change()
        .forEach(file ->
            lines.add(
                new Line(
                    Messages.text("publish.file.changed"),
                    "warn",
                    file.path(),
                    size(file.bytes()))));
    plan.gone()
        .forEach(path -> lines.add(new Line(Messages.text("publish.file.gone"), "bad", path, "")));
    plan.same()
        .forEach(file ->
            lines.add(
                new Line(
                    Messages.text("publish.file.same"), "soft", file.path(), size(file.bytes()))));
    list.setItems(FXCollections.observableList(lines));
    list.getStyleClass().add("publish-files");
    list.setAccessibleText(Messages.text("publish.files"));
    list.setCellFactory(_ -> new Cell());
  }

  Region node() {
    return list;
  }

  private static String size(long bytes) {
    return Amounts.size(bytes);
  }

  private static final class Cell extends ListCell<Line> {
    private final Label fate = new Label();
    private final Label path = new Label();
    private final Label size = new Label();
    private final HBox row = new HBox(fate, path, size);

    Cell() {
      HBox.setHgrow(path, Priority.ALWAYS);
      path.setMaxWidth(Double.MAX_VALUE);
      path.setMinWidth(0);
      size.setMinWidth(Region.USE_PREF_SIZE);
      row.getStyleClass().add("publish-file");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Line item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      fate.setText(item.fate());
      fate.getStyleClass().setAll("label", "publish-fate", item.look());
      path.setText(item.path());
      size.setText(item.size());
      setGraphic(row);
      setAccessibleText(item.fate() + ": " + item.path() + " " + item.size());
    }
  }
}
