package galley.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * The hashes of a heading, drawn left of its text: all lines of a long heading then begin under its
 * first word. The hashes of the text itself take no room, but for while the caret is among them: a
 * click on the words moves nothing. On the JavaFX thread.
 */
final class HeadingMarks implements Margin.Painter {
  private static final PseudoClass BARE = PseudoClass.getPseudoClass("bare");

  /** Up to three: for more there is no room beside the text. */
  private static final Pattern HASHES = Pattern.compile("(#{1,3}) (?=.)");

  /** The blank between hashes and words, in units of the type's size. */
  private static final double BLANK = 0.6;

  private final Surface area;
  private final Margin margin;
  private int bare = -1;

  HeadingMarks(Surface area, Margin margin) {
    this.area = area;
    this.margin = margin;
  }

  void install() {
    margin.add(this);
    area.caretPositionProperty().addListener((_, _, _) -> follow());
  }

  /** The hashes that a line begins with, where there is room for them beside its words. */
  static Optional<String> hashes(String line) {
    Matcher hashes = HASHES.matcher(line);
    return hashes.lookingAt() ? Optional.of(hashes.group(1)) : Optional.empty();
  }

  private Optional<String> hashes(int line) {
    return area.getParagraph(line).getParagraphStyle().hung()
        ? hashes(area.line(line))
        : Optional.empty();
  }

  private void follow() {
    int line = area.getCurrentParagraph();
    boolean among =
        hashes(line).filter(hashes -> area.getCaretColumn() <= hashes.length()).isPresent();
    int before = bare;
    bare = among ? line : -1;
    if (before != bare) {
      margin.repaint(before);
      margin.repaint(bare);
    }
  }

  @Override
  public List<Node> paint(int line) {
    return hashes(line)
        .map(hashes -> {
          Text mark = new Text(hashes);
          mark.getStyleClass().setAll("heading-mark");
          mark.setTextOrigin(VPos.BASELINE);
          mark.setManaged(false);
          mark.setMouseTransparent(true);
          return List.<Node>of(mark);
        })
        .orElse(List.of());
  }

  @Override
  public void place(int line, List<Node> nodes, TextFlow flow, Region box) {
    if (nodes.getFirst() instanceof Text mark) {
      flow.pseudoClassStateChanged(BARE, line == bare);
      mark.applyCss(); // it may have come in this very layout
      mark.setVisible(line != bare);
      // Where the words are, not the flow's padding: that changes a frame later
      mark.setLayoutX(
          (Paper.HANG - BLANK) * mark.getFont().getSize() - mark.getLayoutBounds().getWidth());
      mark.setLayoutY(flow.getLayoutY() + flow.getBaselineOffset());
    }
  }
}
