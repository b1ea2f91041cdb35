package galley.ui.kit;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A dialog inside the window over a scrim. It holds the keyboard until it is closed; Escape closes
 * it. What does not fit scrolls. On the JavaFX thread.
 */
public final class Sheet {
  private final VBox box = new VBox();
  private final StackPane scrim = new StackPane(box);
  private final Label title = new Label();
  private final Label sub = new Label();
  private final VBox strip = new VBox();
  private final HBox foot = new HBox();
  private final Layer layer;

  /**
   * @param closed runs once the sheet is gone, however that came
   */
  public Sheet(String heading, String below, Runnable closed) {
    title.setText(heading);
    title.getStyleClass().add("sheet-title");
    title.setWrapText(true);
    sub.setText(below);
    sub.getStyleClass().add("sheet-sub");
    sub.setWrapText(true);
    sub.managedProperty().bind(sub.textProperty().isNotEmpty());
    VBox head = new VBox(title, sub);
    head.setMinHeight(Region.USE_PREF_SIZE);
    head.getStyleClass().add("sheet-head");
    foot.getStyleClass().add("sheet-foot");
    foot.setMinHeight(Region.USE_PREF_SIZE);
    foot.managedProperty().bind(Bindings.isNotEmpty(foot.getChildren()));
    foot.visibleProperty().bind(foot.managedProperty());
    box.getStyleClass().add("in-sheet");
    strip.getStyleClass().add("sheet-strip");
    strip.setMinHeight(Region.USE_PREF_SIZE);
    box.getChildren().setAll(head, strip, foot);
    box.setMaxHeight(Region.USE_PREF_SIZE);
    box.setAccessibleRole(AccessibleRole.DIALOG);
    box.setAccessibleText(heading);
    scrim.getStyleClass().add("scrim");
    layer = new Layer(scrim, closed);
    width(760);
  }

  /** As wide as this many pixels at a text size of 13, where the window has them. */
  public Sheet width(double pixels) {
    box.setStyle("-fx-max-width: " + pixels / 13 + "em");
    return this;
  }

  /**
   * Lets Escape go back a step inside the sheet before it closes the sheet.
   *
   * @param step whether there was one
   */
  public Sheet back(BooleanSupplier step) {
    layer.back(step);
    return this;
  }

  /** What the sheet shows, with the usual margins. */
  public Sheet body(Node content) {
    return put(content, false);
  }

  /**
   * What the sheet shows, from edge to edge. It gets the height there is, down to its least height;
   * below that it scrolls.
   */
  public Sheet edgeToEdge(Node content) {
    return put(content, true);
  }

  private Sheet put(Node content, boolean edge) {
    StackPane holder = new StackPane(content);
    holder.getStyleClass().add("sheet-body");
    if (edge) {
      holder.getStyleClass().add("edge");
    }
    ScrollPane scroll = edge ? new ScrollPane(holder) : new Rolling(holder);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(edge);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Node head = box.getChildren().getFirst();
    box.getChildren().setAll(head, scroll, strip, foot);
    return this;
  }

  /** What stands above the foot, and stays there while the body scrolls. */
  public Sheet aboveFoot(List<? extends Node> content) {
    strip.getChildren().setAll(content);
    return this;
  }

  /** Says something else at the top. */
  public void heading(String heading, String below) {
    title.setText(heading);
    sub.setText(below);
    box.setAccessibleText(heading);
  }

  /** What stands at the foot: to the left, and to the right. */
  public Sheet foot(List<? extends Node> left, List<? extends Node> right) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    foot.getChildren().setAll(left);
    foot.getChildren().add(gap);
    foot.getChildren().addAll(right);
    for (Node child : foot.getChildren()) {
      if (child instanceof Region region && !child.equals(gap)) {
        region.setMinWidth(Region.USE_PREF_SIZE);
      }
    }
    return this;
  }

  /** Shows the sheet in a window. */
  public void open(Scene scene) {
    layer.open(
        Layers.of(scene)
            .orElseThrow(() -> new IllegalStateException("The window's root must be Layers")),
        () -> {});
  }

  public boolean isOpen() {
    return layer.isOpen();
  }

  /** Takes the sheet away; nothing where it is gone already. */
  public void close() {
    layer.close();
  }

  /** The box itself, for looking into it in tests and for its size. */
  public Region box() {
    return box;
  }

  /** As tall as its content is at the width it gets: lines that wrap are not cut off. */
  private static final class Rolling extends ScrollPane {
    private final Region content;

    Rolling(Region content) {
      super(content);
      this.content = content;
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      return snappedTopInset() + snappedBottomInset() + content.prefHeight(width);
    }
  }
}
