package galley.ui.editor;

import galley.text.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the line of a picture, and remembers where it was. On the JavaFX thread. */
final class PictureLines {
  private final Surface area;
  private final Map<String, Integer> known = new HashMap<>();

  PictureLines(Surface area) {
    this.area = area;
  }

  /** The first line that is this picture. */
  Optional<Span> find(String file) {
    int before = known.getOrDefault(file, -1);
    if (is(before, file)) {
      return Optional.of(span(before));
    }
    for (int line = 0; line < area.getParagraphs().size(); line++) {
      if (is(line, file)) {
        known.put(file, line);
        return Optional.of(span(line));
      }
    }
    return Optional.empty();
  }

  private boolean is(int line, String file) {
    return line >= 0
        && line < area.getParagraphs().size()
        && area.getParagraph(line).getParagraphStyle().kind() == Block.Kind.PICTURE
        && PictureLine.of(area.line(line)).filter(found -> found.file().equals(file)).isPresent();
  }

  private Span span(int line) {
    int start = area.getAbsolutePosition(line, 0);
    return new Span(start, start + area.getParagraphLength(line));
  }
}
