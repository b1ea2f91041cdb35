package galley.ui.history;

import galley.asset.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A paragraph with what came underlined and what went struck through, each on its own ground, so
 * that colour is never the only sign.
 */
final class InkFlow extends TextFlow {
  private final List<Path> grounds = new ArrayList<>();
  private final List<int[]> spans = new ArrayList<>();

  InkFlow() {
    getStyleClass().add("diff-words");
  }

  void show(DiffLine line) {
    getChildren().clear();
    grounds.clear();
    spans.clear();
    StringBuilder spoken = new StringBuilder();
    List<Path> behind = new ArrayList<>();
    List<Text> words = new ArrayList<>();
    int at = 0;
    for (DiffLine.Piece piece : line.pieces()) {
      Text text = new Text(piece.text());
      text.getStyleClass().add("diff-text");
      if (piece.ink() != DiffLine.Ink.SAME) {
        boolean added = piece.ink() == DiffLine.Ink.ADDED;
        text.getStyleClass().add(added ? "diff-added" : "diff-removed");
        text.setUnderline(added);
        text.setStrikethrough(!added);
        Path ground = new Path();
        ground.getStyleClass().add(added ? "diff-added-ground" : "diff-removed-ground");
        ground.setManaged(false);
        ground.setStroke(null);
        ground.setViewOrder(1);
        behind.add(ground);
        spans.add(new int[] {at, at + piece.text().length()});
      }
      spoken.append(
          switch (piece.ink()) {
            case SAME -> piece.text();
            case ADDED -> Messages.text("history.spoken-added", piece.text());
            case REMOVED -> Messages.text("history.spoken-removed", piece.text());
          });
      words.add(text);
      at += piece.text().length();
    }
    grounds.addAll(behind);
    getChildren().addAll(words);
    getChildren().addAll(behind);
    setAccessibleText(spoken.toString());
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    for (int i = 0; i < grounds.size(); i++) {
      grounds.get(i).getElements().setAll(getRangeShape(spans.get(i)[0], spans.get(i)[1], false));
    }
  }
}
