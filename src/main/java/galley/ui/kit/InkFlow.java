package galley.ui.kit;

import galley.asset.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Words with what came underlined and what went struck through, each on its own ground, so that
 * colour is never the only sign. On the JavaFX thread.
 */
public final class InkFlow extends TextFlow {
  private final List<Path> grounds = new ArrayList<>();
  private final List<int[]> spans = new ArrayList<>();

  /** Whether words stayed, came or went. */
  public enum Ink {
    SAME,
    ADDED,
    REMOVED
  }

  /** Words of one ink. */
  public record Piece(Ink ink, String text) {}

  public InkFlow() {
    getStyleClass().add("ink-words");
  }

  /** Shows these words and no others. */
  public void show(List<Piece> pieces) {
    getChildren().clear();
    grounds.clear();
    spans.clear();
    StringBuilder spoken = new StringBuilder();
    List<Path> behind = new ArrayList<>();
    List<Text> words = new ArrayList<>();
    int at = 0;
    for (Piece piece : pieces) {
      Text text = new Text(piece.text());
      text.getStyleClass().add("ink-text");
      if (piece.ink() != Ink.SAME) {
        boolean added = piece.ink() == Ink.ADDED;
        text.getStyleClass().add(added ? "ink-added" : "ink-removed");
        text.setUnderline(added);
        text.setStrikethrough(!added);
        Path ground = new Path();
        ground.getStyleClass().add(added ? "ink-added-ground" : "ink-removed-ground");
        ground.setManaged(false);
        ground.setStroke(null);
        ground.setViewOrder(1);
        behind.add(ground);
        spans.add(new int[] {at, at + piece.text().length()});
      }
      spoken.append(
          switch (piece.ink()) {
            case SAME -> piece.text();
            case ADDED -> Messages.text("kit.spoken-added", piece.text());
            case REMOVED -> Messages.text("kit.spoken-removed", piece.text());
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
