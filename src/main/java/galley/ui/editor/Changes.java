package galley.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.PlainTextChange;

/**
 * Tells the parts of a change in the body's own offsets. For a body with other line endings than LF
 * it keeps the text as it was. On the JavaFX thread.
 */
final class Changes {
  private LineEndings endings = new LineEndings("");
  private String body = "";
  private StringBuilder plain = new StringBuilder();

  /** Begins with another body. */
  void begin(String original, LineEndings its) {
    endings = its;
    if (its.isPlain()) {
      body = "";
      plain = new StringBuilder();
    } else {
      body = original;
      plain = new StringBuilder(its.plain());
    }
  }

  List<Replaced> of(List<PlainTextChange> changes) {
    List<Replaced> parts = new ArrayList<>(changes.size());
    if (endings.isPlain()) {
      for (PlainTextChange change : changes) {
        parts.add(new Replaced(change.getPosition(), change.getRemoved(), change.getInserted()));
      }
      return parts;
    }
    for (PlainTextChange change : changes) {
      int at = change.getPosition();
      plain.replace(at, at + change.getRemoved().length(), change.getInserted());
      parts.add(step());
    }
    return parts;
  }

  /** What the newest change of the plain text means for the body. */
  private Replaced step() {
    String now = endings.restored(plain.toString());
    int shorter = Math.min(body.length(), now.length());
    int same = 0;
    while (same < shorter && body.charAt(same) == now.charAt(same)) {
      same++;
    }
    int tail = 0;
    while (tail < shorter - same
        && body.charAt(body.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
      tail++;
    }
    Replaced part =
        new Replaced(
            same,
            body.substring(same, body.length() - tail),
            now.substring(same, now.length() - tail));
    body = now;
    return part;
  }
}
