package galley.ui.preview;

import galley.asset.Messages;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/** Lays the page as a sheet of paper on the desk, as wide as the chosen window at most. */
final class SheetPane extends Region {
  private static final double TOP = 16;
  private static final double EDGE = 1; // as in preview.css
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("page-focused");

  private final StackPane sheet = new StackPane();
  private @Nullable WebView web;
  private @Nullable Node place;
  private @Nullable Label notice;
  private Device device = Device.TABLET;
  private Supplier<Place> where = () -> new Place(0, 0);
  private Consumer<Place> back = place -> {};
  private DoubleConsumer zoomed = factor -> {};
  private final Frames frames = new Frames();
  private @Nullable Place held;
  private long holds;
  private double laidOut;

  SheetPane() {
    getStyleClass().add("preview");
    sheet.getStyleClass().add("preview-sheet");
    sheet.setVisible(false);
    getChildren().add(sheet);
    setMinSize(0, 0);
  }

  /** The view of the page, made when first asked for. */
  WebView web() {
    WebView known = web;
    if (known == null) {
      known = new WebView();
      known.setContextMenuEnabled(false);
      known.setAccessibleText(Messages.text("preview.name"));
      known.addEventFilter(DragEvent.ANY, DragEvent::consume); // a dropped file would be opened
      known.setMinSize(0, 0);
      known
          .focusedProperty()
          .addListener((_, _, focused) -> sheet.pseudoClassStateChanged(FOCUSED, focused));
      sheet.getChildren().add(known);
      web = known;
    }
    return known;
  }

  /** Shows something in the page's stead. */
  void show(Node node) {
    if (place != null) {
      getChildren().remove(place);
    }
    place = node;
    getChildren().add(node);
    sheet.setVisible(false);
  }

  /** Takes away what stands in the page's stead, so that nothing is said while a page is made. */
  void leaveBlank() {
    if (place != null) {
      getChildren().remove(place);
      place = null;
    }
  }

  void showPage() {
    leaveBlank();
    sheet.setVisible(true);
  }

  /** A line of words over the page. */
  void above(Label label) {
    notice = label;
    label.managedProperty().bind(label.visibleProperty());
    label.visibleProperty().addListener((_, _, _) -> requestLayout());
    getChildren().add(label);
  }

  void device(Device chosen) {
    device = chosen;
    requestLayout();
  }

  /** How to read the page's place before its width changes, to go back, and to tell of it. */
  void keepPlace(Supplier<Place> reader, Consumer<Place> writer, DoubleConsumer factor) {
    where = reader;
    back = writer;
    zoomed = factor;
    laidOut = 0;
    requestLayout();
  }

  /** The colour behind a page that is still being drawn. */
  void dark(boolean dark) {
    web().setPageFill(dark ? Color.web("#181715") : Color.web("#fffdf9"));
  }

  /** Whether the page is being laid out anew, so that its scrolling is not the reader's. */
  boolean isHolding() {
    return held != null;
  }

  // Before the first of several changes of width; after the last, the page goes back there.
  private void hold() {
    if (held == null) {
      held = where.get();
    }
    long number = ++holds;
    frames.after(
        2,
        () -> {
          Place place = held;
          if (number == holds && place != null) {
            back.accept(place);
            frames.nextFrame(() -> held = number == holds ? null : held);
          }
        });
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double top = TOP;
    Label words = notice;
    if (words != null && words.isVisible()) {
      double tall = snapSizeY(words.prefHeight(width));
      words.resizeRelocate(0, 0, width, tall);
      words.toFront();
      top += tall;
    }
    if (place != null) {
      place.resizeRelocate(0, 0, width, height);
    }
    double margin = Math.clamp(width * 0.07, 12, 36);
    double wide = snapSizeX(Math.max(1, Math.min(device.width(), width - 2 * margin)));
    WebView view = web;
    double zoom = wide / device.width();
    if (view != null && sheet.isVisible() && laidOut > 0 && Math.abs(laidOut - zoom) > 1e-6) {
      hold();
    }
    double outer = wide + 2 * EDGE;
    sheet.resizeRelocate(snapPositionX((width - outer) / 2), top, outer, Math.max(0, height - top));
    if (view != null) {
      if (laidOut != zoom) {
        laidOut = zoom;
        view.setZoom(zoom);
        zoomed.accept(zoom);
      }
    }
  }
}
