package galley.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/**
 * Everything drawn beside and behind the visible lines, and the room above the first line that the
 * header lies over. On the JavaFX thread.
 */
final class Margin {
  private final Surface area;
  private final SortedMap<Integer, Beside> visible = new TreeMap<>();
  private final List<Painter> painters = new ArrayList<>();
  private Runnable topMoved = () -> {};
  private Runnable anyMoved = () -> {};
  private double room;

  /** Draws something behind a line. */
  interface Painter {
    /** The nodes for a line, empty where it has none; called when the line comes into view. */
    List<Node> paint(int line);

    /**
     * Puts the painter's nodes where they belong, after each layout of the line.
     *
     * @param flow the line's text; its origin is where the box's is but for {@code flow.layoutY}
     */
    void place(int line, List<Node> nodes, TextFlow flow, Region box);
  }

  Margin(Surface area) {
    this.area = area;
  }

  void install() {
    area.setParagraphGraphicFactory(line -> new Beside(line, this));
  }

  void add(Painter painter) {
    painters.add(painter);
  }

  /** Tells when the first line comes, moves, or goes. */
  void onTopMoved(Runnable listener) {
    topMoved = listener;
  }

  /** Tells when any visible line comes, moves, changes its size, or goes. */
  void onMoved(Runnable listener) {
    anyMoved = listener;
  }

  /** Keeps so much room above the first line. */
  void room(double height) {
    if (height != room) {
      room = height;
      top().flatMap(Beside::box).ifPresent(this::makeRoom);
    }
  }

  private void makeRoom(Region box) {
    box.setStyle("-fx-padding: " + Math.round(room) + "px 0 -0.5px 0");
    box.requestLayout();
  }

  /** What is beside the first line, while that is in view. */
  Optional<Beside> top() {
    return Optional.ofNullable(visible.get(0));
  }

  /** The lines in view, from the top. */
  List<Beside> lines() {
    return List.copyOf(visible.values());
  }

  void entered(Beside beside) {
    visible.put(beside.line(), beside);
    Region box = beside.box().orElseThrow();
    if (beside.line() == 0) {
      makeRoom(box);
      topMoved.run();
    } else if (!box.getStyle().isEmpty()) {
      box.setStyle("");
    }
    paint(beside);
    anyMoved.run();
  }

  void left(Beside beside) {
    if (visible.remove(beside.line(), beside) && beside.line() == 0) {
      topMoved.run();
    }
    anyMoved.run();
  }

  void moved(Beside beside) {
    if (beside.line() == 0) {
      topMoved.run();
    }
    anyMoved.run();
  }

  /** Tells that all lines moved together, with the whole area. */
  void shifted() {
    topMoved.run();
    anyMoved.run();
  }

  /** Draws every visible line anew. */
  void repaint() {
    lines().forEach(this::paint);
  }

  /** Draws one line anew, where it is in view. */
  void repaint(int line) {
    Optional.ofNullable(visible.get(line)).ifPresent(this::paint);
  }

  private void paint(Beside beside) {
    if (beside.line() >= area.getParagraphs().size()) {
      return;
    }
    List<List<Node>> all = new ArrayList<>();
    List<Node> flat = new ArrayList<>();
    for (Painter painter : painters) {
      List<Node> nodes = painter.paint(beside.line());
      all.add(nodes);
      flat.addAll(nodes);
    }
    beside.setUserData(all);
    beside.show(flat);
    beside.requestLayout();
  }

  /** The insets inside which a line's text runs. */
  static Insets insets(TextFlow flow) {
    return flow.getInsets();
  }

  @SuppressWarnings("unchecked")
  void layout(Beside beside) {
    if (beside.getUserData() instanceof List<?> all && beside.box().isPresent()) {
      Region box = beside.box().orElseThrow();
      TextFlow flow = Surface.textOf(box);
      for (int i = 0; i < all.size(); i++) {
        List<Node> nodes = (List<Node>) all.get(i);
        if (!nodes.isEmpty()) {
          painters.get(i).place(beside.line(), nodes, flow, box);
        }
      }
    }
  }
}
