package galley.ui.editor;

import galley.text.Span;
import galley.ui.kit.Fx;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;

/** Writing with only the current paragraph in full ink, held at the same height. */
final class Focus {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("focus-mode");
  private static final double HEIGHT = 0.45;

  private final Surface area;
  private final Scrolling scrolling;
  private boolean on;
  private boolean waiting;

  Focus(Surface area, Scrolling scrolling) {
    this.area = area;
    this.scrolling = scrolling;
  }

  void install() {
    area.caretPositionProperty()
        .addListener((_, _, _) -> {
          if (on && !waiting) {
            waiting = true;
            Fx.later(this::center);
          }
        });
  }

  void turn(boolean wanted) {
    boolean before = on;
    on = wanted;
    area.pseudoClassStateChanged(ON, wanted);
    if (wanted) {
      center();
    }
    if (wanted != before) {
      Fx.later(this::keepPlace);
    }
  }

  /** The panes beside the text come and go with the mode, and the lines break anew. */
  private void keepPlace() {
    if (area.getScene() == null) {
      return;
    }
    area.getScene().getRoot().applyCss();
    area.getScene().getRoot().layout();
    if (on) {
      center();
    } else {
      int caret = area.getCaretPosition();
      scrolling.reveal(new Span(caret, caret + 1));
    }
  }

  private void center() {
    waiting = false;
    if (!on || area.getScene() == null) {
      return;
    }
    area.layout();
    Bounds caret = area.getCaretBounds().map(area::screenToLocal).orElse(null);
    if (caret != null) {
      area.scrollYBy(caret.getCenterY() - area.getHeight() * HEIGHT);
    }
  }
}
