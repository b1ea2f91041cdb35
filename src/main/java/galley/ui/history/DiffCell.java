package galley.ui.history;

import galley.asset.Messages;
import galley.ui.kit.InkFlow;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;

/** A paragraph of the comparison, or what is folded away between two. */
final class DiffCell extends ListCell<DiffRow> {
  private static final double SIDES = 32;
  private static final double BAR = 14;

  private final InkFlow flow = new InkFlow();
  private final Button unfold = new Button();

  DiffCell(Consumer<DiffRow.Folded> onUnfold) {
    getStyleClass().add("diff-cell");
    setPrefWidth(0);
    unfold.getStyleClass().add("diff-fold");
    unfold.setOnAction(_ -> {
      if (getItem() instanceof DiffRow.Folded folded) {
        onUnfold.accept(folded);
      }
    });
  }

  @Override
  protected void updateItem(DiffRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    switch (row) {
      case DiffRow.Words words -> {
        flow.show(words.line().pieces());
        setAccessibleText(flow.getAccessibleText());
        setGraphic(flow);
      }
      case DiffRow.Folded folded -> {
        unfold.setText(Messages.text("history.folded", folded.lines().size()));
        setAccessibleText(unfold.getText());
        setGraphic(unfold);
      }
    }
  }

  // A list asks for heights without a width; wrapped words need one.
  @Override
  protected double computePrefHeight(double width) {
    if (getGraphic() == flow && getListView() != null) {
      double room = Math.max(60, getListView().getWidth() - SIDES - BAR);
      return snapSizeY(flow.prefHeight(room)) + snappedTopInset() + snappedBottomInset();
    }
    return super.computePrefHeight(width);
  }
}
