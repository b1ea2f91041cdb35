package galley.ui.history;

import galley.ui.kit.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/** What changed between two texts, paragraph by paragraph, to be read. JavaFX thread only. */
public final class DiffView {
  /** How a comparison is read. */
  public enum Way {
    /** Both texts in one, what came and what went in ink. */
    MARKUP,
    /** The later text alone. */
    CLEAN,
    /** The earlier text alone. */
    ORIGINAL,
    /** The earlier text to the left of the later one. */
    SIDE_BY_SIDE
  }

  /** A comparison that was made. */
  public static final class Comparison {
    private final List<DiffRow> rows;

    private Comparison(List<DiffRow> rows) {
      this.rows = rows;
    }
  }

  private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
  private final ListView<DiffRow> list = new ListView<>(rows);
  private Way way = Way.MARKUP;

  /**
   * @param name what is shown, for those who can't see it
   */
  public DiffView(String name) {
    list.getStyleClass().add("diff-list");
    list.getStylesheets().add(Look.sheet("history"));
    list.setAccessibleText(name);
    list.setCellFactory(_ -> new DiffCell(this::unfold, () -> way));
  }

  /**
   * Compares two texts; slow for long ones. Any thread.
   *
   * @param folded whether long unchanged stretches are folded away
   */
  public static Comparison compare(String before, String after, boolean folded) {
    List<DiffLine> lines = DiffLine.between(before, after);
    return new Comparison(
        folded ? DiffRow.of(lines) : lines.stream().<DiffRow>map(DiffRow.Words::new).toList());
  }

  /** Shows a comparison. */
  public void show(Comparison comparison, Way how) {
    way = how;
    rows.setAll(List.of());
    rows.setAll(comparison.rows);
  }

  private void unfold(DiffRow.Folded folded) {
    int at = rows.indexOf(folded);
    if (at >= 0) {
      List<DiffRow> all = new ArrayList<>();
      folded.lines().forEach(line -> all.add(new DiffRow.Words(line)));
      rows.remove(at);
      rows.addAll(at, all);
    }
  }

  public Region node() {
    return list;
  }
}
