package galley.ui.history;

import galley.markdown.Heading;
import galley.markdown.ParsedBody;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which headings a text has, and which of them one stands under. JavaFX thread only. */
final class OutlineModel {
  /**
   * A heading as the pane shows it.
   *
   * @param depth 0 for the highest level the text uses
   * @param line of its source, from 0
   */
  record Entry(int depth, int level, String text, int line) {}

  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  // Kept, since a list hears of the one behind it only as long as somebody holds it.
  private final ObservableList<Entry> shown = FXCollections.unmodifiableObservableList(entries);
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
  private double line;

  ObservableList<Entry> entries() {
    return shown;
  }

  /** The place of the heading one stands under; −1 above the first. */
  ReadOnlyIntegerProperty current() {
    return current.getReadOnlyProperty();
  }

  void show(ParsedBody body) {
    List<Heading> outline = body.outline();
    int highest = outline.stream().mapToInt(Heading::level).min().orElse(1);
    List<Entry> fresh = new ArrayList<>();
    for (Heading heading : outline) {
      fresh.add(
          new Entry(
              heading.level() - highest,
              heading.level(),
              heading.text(),
              body.lines().lineOf(heading.span().start())));
    }
    become(fresh);
  }

  void clear() {
    become(List.of());
  }

  /** Tells at which line of the source one writes or reads. */
  void at(double where) {
    line = where;
    int found = -1;
    for (int i = 0; i < entries.size() && entries.get(i).line() <= where + 0.01; i++) {
      found = i;
    }
    current.set(found);
  }

  // Only what changed is set anew, so that nothing else is drawn again and no selection is lost.
  private void become(List<Entry> fresh) {
    int same = 0;
    int most = Math.min(fresh.size(), entries.size());
    while (same < most && fresh.get(same).equals(entries.get(same))) {
      same++;
    }
    if (fresh.size() == entries.size()) {
      for (int i = same; i < fresh.size(); i++) {
        if (!fresh.get(i).equals(entries.get(i))) {
          entries.set(i, fresh.get(i));
        }
      }
    } else {
      entries.remove(same, entries.size());
      entries.addAll(fresh.subList(same, fresh.size()));
    }
    at(line);
  }
}
