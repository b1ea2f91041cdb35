package galley.ui.editor;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.fxmisc.flowless.VirtualizedScrollPane;

/**
 * Lays the manuscript out: the body in a column of readable width in the middle, the header over
 * the room above its first line, the find bar above them both. On the JavaFX thread.
 */
final class Paper extends Region {
  /** The room at both sides of the text for marks that hang out of it, in units of the font. */
  static final double HANG = 40.0 / 15;

  /** 71 characters at 15 px (40 to 80 read well; Bringhurst 2.1.2), in units of the font size. */
  private static final double MEASURE = 640.0 / 15;

  private static final double FONT_SIZE = 15;

  /** The width of the scroll bar, which the ticks lie over. In pixels. */
  private static final double TICKS = 10;

  private final Surface area;
  private final Margin margin;
  private final Region header;
  private final VirtualizedScrollPane<Surface> scroller;
  private double fontSize = FONT_SIZE;
  private double measured = -1;
  private double tall;
  private final NoteTicks ticks = new NoteTicks();
  private Optional<Region> bar = Optional.empty();

  Paper(Surface area, Margin margin, Region header) {
    this.area = area;
    this.margin = margin;
    this.header = header;
    scroller = new VirtualizedScrollPane<>(area);
    getStyleClass().add("paper");
    header.setManaged(false);
    header.setViewOrder(-1); // over the text, and before it for the Tab key
    getChildren().setAll(header, scroller, ticks);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    area.widthProperty().addListener((_, _, _) -> requestLayout());
    margin.onTopMoved(this::placeHeader);
    // Over the header, the cards and the sides the wheel scrolls the body, as over its text.
    addEventHandler(
        ScrollEvent.SCROLL,
        event -> {
          area.scrollYBy(-event.getDeltaY());
          event.consume();
        });
  }

  /** Sets the size of everything; 1 is 15 pixels. */
  void zoom(double factor) {
    fontSize = Math.rint(FONT_SIZE * Math.clamp(factor, 0.5, 4));
    setStyle("-fx-font-size: " + fontSize + "px");
    headerChanged();
  }

  /** The room at either side of the text, in pixels. */
  double hang() {
    return Math.rint(HANG * fontSize);
  }

  /** The offset at a place from the left in the body's first line. */
  int hitFirstLine(double x) {
    return margin
        .top()
        .flatMap(Beside::box)
        .map(box -> {
          double y = sceneToLocal(box.localToScene(0, box.getInsets().getTop())).getY();
          return area.hit(side() + hang() + x, y + fontSize / 2).getInsertionIndex();
        })
        .orElse(0);
  }

  /** Puts a bar above the text, or takes it away, and lays everything out at once. */
  void bar(Optional<Region> node) {
    if (!node.equals(bar)) {
      bar.ifPresent(old -> getChildren().remove(old));
      bar = node;
      node.ifPresent(fresh -> {
        fresh.setViewOrder(-2); // the header, which is over the text, goes below it
        getChildren().addFirst(fresh); // before the text for the Tab key
        fresh.applyCss();
      });
    }
    requestLayout();
    layout();
  }

  /** Where the notes are in the whole. */
  NoteTicks ticks() {
    return ticks;
  }

  /** Asks for the header to be measured again. */
  void headerChanged() {
    measured = -1;
    requestLayout();
  }

  private double side() {
    double width = area.getWidth();
    return Math.max(0, Math.floor((width - MEASURE * fontSize) / 2 - hang()));
  }

  @Override
  protected void layoutChildren() {
    double shelf = Math.ceil(bar.map(over -> over.prefHeight(getWidth())).orElse(0.0));
    bar.ifPresent(over -> over.resizeRelocate(0, 0, getWidth(), shelf));
    double height = Math.max(0, getHeight() - shelf);
    boolean moved = scroller.getLayoutY() != shelf;
    scroller.resizeRelocate(0, shelf, getWidth(), height);
    ticks.resizeRelocate(getWidth() - TICKS, shelf, TICKS, height);
    double side = side();
    Insets sides = new Insets(0, side, 0, side);
    if (!sides.equals(area.getPadding())) {
      area.setPadding(sides);
    }
    double column = Math.max(0, area.getWidth() - 2 * side - 2 * hang());
    if (column > 0) {
      if (measured != column) { // the body asks for layout at every key
        measured = column;
        tall = Math.ceil(header.prefHeight(column));
        header.resize(column, tall);
      }
      margin.room(tall);
      placeHeader();
    }
    if (moved) {
      margin.shifted();
    }
  }

  private void placeHeader() {
    Optional<Region> first = margin.top().flatMap(Beside::box).filter(Node::isVisible);
    header.setVisible(first.isPresent());
    first.ifPresent(box ->
        header.relocate(side() + hang(), Math.rint(sceneToLocal(box.localToScene(0, 0)).getY())));
  }
}
