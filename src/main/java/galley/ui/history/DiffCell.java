package galley.ui.history;

import galley.asset.Messages;
import galley.ui.history.DiffView.Way;
import galley.ui.kit.InkFlow;
import galley.ui.kit.InkFlow.Ink;
import galley.ui.kit.InkFlow.Piece;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/** A paragraph of the comparison, or what is folded away between two. */
final class DiffCell extends ListCell<DiffRow> {
  private static final double SIDES = 32;
  private static final double BAR = 14;
  private static final double BETWEEN = 24;

  private final InkFlow flow = new InkFlow();
  private final InkFlow later = new InkFlow();
  private final HBox both = new HBox(BETWEEN);
  private final Button unfold = new Button();
  private final Supplier<Way> way;

  DiffCell(Consumer<DiffRow.Folded> onUnfold) {
    this(onUnfold, () -> Way.MARKUP);
  }

  /**
   * @param way how the comparison is read
   */
  DiffCell(Consumer<DiffRow.Folded> onUnfold, Supplier<Way> way) {
    this.way = way;
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
        show(words.line().pieces());
      }
      case DiffRow.Folded folded -> {
        unfold.setText(Messages.text("history.folded", folded.lines().size()));
        setAccessibleText(unfold.getText());
        setGraphic(unfold);
      }
    }
  }

  private void show(List<Piece> pieces) {
    switch (way.get()) {
      case MARKUP -> alone(pieces);
      case CLEAN -> alone(plain(pieces, Ink.REMOVED));
      case ORIGINAL -> alone(plain(pieces, Ink.ADDED));
      case SIDE_BY_SIDE -> {
        flow.show(without(pieces, Ink.ADDED));
        later.show(without(pieces, Ink.REMOVED));
        both.getChildren().setAll(flow, later);
        for (InkFlow side : List.of(flow, later)) {
          side.setPrefWidth(half());
          side.setMinWidth(half());
          side.setMaxWidth(half());
        }
        setAccessibleText(flow.getAccessibleText() + " → " + later.getAccessibleText());
        setGraphic(both);
      }
    }
  }

  private void alone(List<Piece> pieces) {
    flow.show(pieces);
    setAccessibleText(flow.getAccessibleText());
    setGraphic(flow);
  }

  private static List<Piece> without(List<Piece> pieces, Ink ink) {
    return pieces.stream().filter(piece -> piece.ink() != ink).toList();
  }

  private static List<Piece> plain(List<Piece> pieces, Ink without) {
    return without(pieces, without).stream()
        .map(piece -> new Piece(Ink.SAME, piece.text()))
        .toList();
  }

  private double room() {
    return getListView() == null ? 0 : Math.max(60, getListView().getWidth() - SIDES - BAR);
  }

  private double half() {
    return Math.floor((room() - BETWEEN) / 2);
  }

  // A list asks for heights without a width; wrapped words need one.
  @Override
  protected double computePrefHeight(double width) {
    double insets = snappedTopInset() + snappedBottomInset();
    if (getGraphic() == flow && getListView() != null) {
      return snapSizeY(flow.prefHeight(room())) + insets;
    }
    if (getGraphic() instanceof HBox && getListView() != null) {
      return snapSizeY(Math.max(flow.prefHeight(half()), later.prefHeight(half()))) + insets;
    }
    return super.computePrefHeight(width);
  }
}
