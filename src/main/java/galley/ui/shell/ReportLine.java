package galley.ui.shell;

import galley.asset.Messages;
import galley.ui.kit.Look;
import galley.ui.kit.Sheet;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** One line of a report, which may have thousands. */
record ReportLine(Kind kind, String text) {
  /** How a line looks. */
  enum Kind {
    HEADING,
    FROM,
    PLAIN,
    BAD
  }

  static ReportLine heading(String text) {
    return new ReportLine(Kind.HEADING, text.isBlank() ? Messages.text("shell.untitled") : text);
  }

  /** A sheet that shows a report. */
  static Sheet sheet(String title, String sub, List<ReportLine> lines) {
    ListView<ReportLine> list = new ListView<>(FXCollections.observableArrayList(lines));
    list.getStyleClass().add("report");
    list.getStylesheets().add(Look.sheet("shell"));
    list.setCellFactory(_ -> new Cell());
    list.setPrefHeight(Math.clamp(lines.size() * 24L, 90, 380));
    list.setAccessibleText(title);
    Button close = new Button(Messages.text("shell.done"));
    close.getStyleClass().add("primary");
    Sheet sheet = new Sheet(title, sub, () -> {});
    close.setOnAction(_ -> sheet.close());
    return sheet.width(640).body(list).foot(List.of(), List.of(close));
  }

  private static final class Cell extends ListCell<ReportLine> {
    private final Label label = new Label();

    Cell() {
      label.setWrapText(true);
      getStyleClass().add("report-cell");
    }

    @Override
    protected void updateItem(ReportLine line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      label.getStyleClass().setAll("label", style(line.kind()));
      label.setText(line.text());
      setGraphic(label);
    }

    private static String style(Kind kind) {
      return switch (kind) {
        case HEADING -> "report-heading";
        case FROM -> "report-from";
        case PLAIN -> "soft";
        case BAD -> "warn";
      };
    }

    @Override
    protected double computePrefWidth(double height) {
      return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
      double across =
          (width > 0 ? width : getListView().getWidth()) - snappedLeftInset() - snappedRightInset();
      return snapSizeY(snappedTopInset() + label.prefHeight(across) + snappedBottomInset());
    }
  }
}
