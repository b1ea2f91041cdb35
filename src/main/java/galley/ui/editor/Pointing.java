package galley.ui.editor;

import galley.post.Anchor.Scope;
import galley.text.Span;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextInputControl;

/**
 * Tells what a person means by where the keyboard is: selected words or the word at the caret, a
 * picture, the headline, the standfirst, a chip. On the JavaFX thread.
 */
final class Pointing {
  private static final Span NOWHERE = new Span(0, 0);

  private final Surface area;
  private final Header header;
  private final Writing writing;

  Pointing(Surface area, Header header, Writing writing) {
    this.area = area;
    this.header = header;
    this.writing = writing;
  }

  /** What is meant; a place in the body in the area's offsets. */
  Optional<NoteTarget> target() {
    Node owner = area.getScene() == null ? null : area.getScene().getFocusOwner();
    if (owner == null) {
      return inText();
    }
    if (owner.equals(header.headlineField())) {
      return words(Scope.HEADLINE, header.headlineField());
    }
    if (owner.equals(header.standfirstField())) {
      return words(Scope.STANDFIRST, header.standfirstField());
    }
    if (owner.getUserData() instanceof String key) {
      if (owner instanceof PictureCard) {
        return Optional.of(new NoteTarget(Scope.IMAGE, key, NOWHERE, ""));
      }
      if (header.chip(key).filter(owner::equals).isPresent()) {
        return Optional.of(new NoteTarget(Scope.FIELD, key, NOWHERE, ""));
      }
    }
    return inText();
  }

  /** What is meant by a place in the area: the selection where it holds it, else the word there. */
  Optional<NoteTarget> at(double x, double y) {
    int offset = area.hit(x, y).getInsertionIndex();
    IndexRange selected = area.getSelection();
    boolean inside =
        selected.getLength() > 0 && offset >= selected.getStart() && offset <= selected.getEnd();
    IndexRange found = inside ? selected : writing.wordAt(offset);
    return found.getLength() == 0
        ? Optional.empty()
        : Optional.of(text(found.getStart(), found.getEnd()));
  }

  private static Optional<NoteTarget> words(Scope scope, TextInputControl field) {
    String text = field.getText();
    IndexRange selected = field.getSelection();
    Span span =
        selected.getLength() > 0
            ? new Span(selected.getStart(), selected.getEnd())
            : new Span(0, text.length());
    return Optional.of(new NoteTarget(scope, "", span, span.of(text)));
  }

  private Optional<NoteTarget> inText() {
    IndexRange found = writing.selectionOrWord();
    if (found.getLength() > 0) {
      if (area.getSelection().getLength() == 0) {
        Optional<NoteTarget> picture = picture();
        if (picture.isPresent()) {
          return picture;
        }
      }
      return Optional.of(text(found.getStart(), found.getEnd()));
    }
    Optional<NoteTarget> picture = picture();
    if (picture.isPresent()) {
      return picture;
    }
    // Between words: the line, or the nearest one above that has any.
    for (int line = area.getCurrentParagraph(); line >= 0; line--) {
      if (!area.line(line).isBlank()) {
        int start = area.getAbsolutePosition(line, 0);
        return Optional.of(text(start, start + area.getParagraphLength(line)));
      }
    }
    return Optional.empty();
  }

  private Optional<NoteTarget> picture() {
    int line = area.getCurrentParagraph();
    return area.getParagraph(line).getParagraphStyle().kind() == Block.Kind.PICTURE
        ? PictureLine.of(area.line(line))
            .map(found -> new NoteTarget(Scope.IMAGE, found.file(), NOWHERE, ""))
        : Optional.empty();
  }

  private NoteTarget text(int start, int end) {
    return new NoteTarget(Scope.TEXT, "", new Span(start, end), area.getText(start, end));
  }
}
