package galley.ui.editor;

import galley.ui.kit.Fx;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;

/** Writing with only the current paragraph in full ink, held at the same height. */
final class Focus {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("focus-mode");
  private static final double HEIGHT = 0.45;

  private final Surface area;
  private boolean on;
  private boolean waiting;

  Focus(Surface area) {
    this.area = area;
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
    on = wanted;
    area.pseudoClassStateChanged(ON, wanted);
    if (wanted) {
      center();
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
