package galley.ui.editor;

import galley.post.Draft;
import galley.ui.kit.Look;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/**
 * A draft to be read in the editor's place, with the editor's own typography, so that going from
 * one to the other moves nothing. All on the JavaFX thread.
 */
public final class ReadingView {
  private final Surface area = new Surface();
  private final Styler styler = new Styler(area);
  private final Margin margin = new Margin(area);
  private final Header header = new Header();
  private final Paper paper = new Paper(area, margin, header.node());
  private final Scrolling scrolling = new Scrolling(area, margin);
  private final Images images;

  /**
   * @param name what is read, for those who can't see it
   * @param background where pictures are read
   */
  public ReadingView(String name, Executor background) {
    images = new Images(background);
    area.setEditable(false);
    area.setAccessibleText(name);
    header.headlineField().setPromptText("");
    header.standfirstField().setPromptText("");
    area.getStyleClass().add("reading");
    header.headlineField().setEditable(false);
    header.standfirstField().setEditable(false);
    paper.getStylesheets().add(Look.sheet("editor"));
    styler.install();
    margin.add(new QuoteBars(area));
    new HeadingMarks(area, margin).install();
    margin.add(new PictureCards(area, margin, images));
    margin.install();
    scrolling.install();
    header.onResized(paper::headerChanged);
  }

  public Region node() {
    return paper;
  }

  /**
   * Shows a draft.
   *
   * @param like the editor whose chips it shows
   */
  public void show(Draft draft, PictureStore pictures, EditorView like) {
    header.chips(chips(like));
    header.show(draft.details().headline(), draft.details().standfirst());
    images.open(draft.images(), pictures);
    styler.load(new LineEndings(draft.body()).plain());
    area.getUndoManager().forgetHistory();
    area.moveTo(0);
    paper.headerChanged();
  }

  /** The chips as they are, to be looked at, as many as there is room for. */
  private static Optional<Node> chips(EditorView like) {
    return Optional.ofNullable(like.node().lookup(".manuscript-head"))
        .map(head -> head.lookup(".chip-row"))
        .filter(row -> row.getLayoutBounds().getWidth() > 0 && row.getScene() != null)
        .map(row -> {
          Pane pane = new Pane();
          pane.setMinWidth(0);
          pane.setPrefHeight(row.getLayoutBounds().getHeight());
          for (Node chip : ((Parent) row).getChildrenUnmodifiable()) {
            ImageView seen = picture(chip);
            double right = chip.getLayoutX() + chip.getLayoutBounds().getWidth();
            seen.visibleProperty().bind(pane.widthProperty().greaterThanOrEqualTo(right));
            pane.getChildren().add(seen);
          }
          return pane;
        });
  }

  private static ImageView picture(Node chip) {
    double scale = chip.getScene().getWindow().getOutputScaleX();
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    clear.setTransform(Transform.scale(scale, scale));
    ImageView seen = new ImageView(chip.snapshot(clear, null));
    seen.setFitWidth(chip.getLayoutBounds().getWidth());
    seen.setFitHeight(chip.getLayoutBounds().getHeight());
    seen.relocate(chip.getLayoutX(), chip.getLayoutY());
    return seen;
  }

  /** Sets the size of the type; 1 is 15 pixels. */
  public void zoom(double factor) {
    paper.zoom(factor);
  }

  /** What is at the upper edge, as {@link EditorView#firstVisibleLine} says it. */
  public double firstVisibleLine() {
    return scrolling.firstLine();
  }

  public void scrollToLine(double line) {
    scrolling.to(line, false);
  }

  /** Tells of scrolling here; never of {@link #scrollToLine}. */
  public void onScrolled(DoubleConsumer listener) {
    scrolling.onScrolled(listener);
  }

  /** Puts the keyboard here, for scrolling and for marking words to copy. */
  public void focus() {
    area.requestFocus();
  }

  /** The text as it is read. */
  public String text() {
    return area.getText();
  }
}
