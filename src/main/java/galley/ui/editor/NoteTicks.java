package galley.ui.editor;

import galley.ui.editor.NoteMark.Ink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/**
 * A tick at the scroll bar for each note, where it stands in the whole. It takes no clicks. On the
 * JavaFX thread.
 */
final class NoteTicks extends Region {
  private static final double WIDTH = 5;
  private static final double TALL = 2;

  private final Map<Ink, Path> paths = new EnumMap<>(Ink.class);
  private List<NoteMark> marks = List.of();
  private int length = 1;
  private List<Tick> shown = List.of();

  private record Tick(Ink ink, int y) {}

  NoteTicks() {
    setMouseTransparent(true);
    setManaged(false);
    for (Ink ink : Ink.values()) {
      Path path = new Path();
      path.getStyleClass().setAll("note-tick", ink.style());
      path.setManaged(false);
      paths.put(ink, path);
      getChildren().add(path);
    }
  }

  /**
   * Shows these notes.
   *
   * @param textLength the length of the whole text
   */
  void show(List<NoteMark> notes, int textLength) {
    marks = notes;
    length = Math.max(1, textLength);
    draw();
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    List<Tick> ticks = new ArrayList<>(marks.size());
    double room = getHeight() - 2 * TALL;
    for (NoteMark mark : marks) {
      if (mark.ink() != Ink.CLOSED) {
        double part = Math.min(1.0, startOf(mark) / (double) length);
        ticks.add(new Tick(mark.ink(), (int) Math.rint(room * part + TALL)));
      }
    }
    if (ticks.equals(shown)) {
      return;
    }
    shown = ticks;
    Map<Ink, List<PathElement>> all = new EnumMap<>(Ink.class);
    for (Tick tick : ticks) {
      List<PathElement> elements = all.computeIfAbsent(tick.ink(), _ -> new ArrayList<>());
      Rows.box(elements, 0, tick.y(), WIDTH, tick.y() + TALL);
    }
    paths.forEach((ink, path) -> path.getElements().setAll(all.getOrDefault(ink, List.of())));
  }

  private static int startOf(NoteMark mark) {
    return mark.placement().span().start();
  }
}
