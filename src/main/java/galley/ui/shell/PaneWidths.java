package galley.ui.shell;

import galley.desk.Preferences.Mode;
import galley.desk.Settings;

/**
 * How wide a person likes the panes. The right one has two widths: cards want less room than a
 * page. Widths are pixels.
 */
final class PaneWidths {
  private static final String REVIEW = "shell.review-width";
  private static final String STANDARD = "380";

  private final Settings settings;

  PaneWidths(Settings settings) {
    this.settings = settings;
  }

  void remember(Mode mode, double left, double right) {
    boolean review = mode == Mode.REVIEW;
    if (review) {
      settings.remember(REVIEW, Double.toString(right));
    }
    settings.change(p -> p.withPanes(left, review ? p.rightWidth() : right, p.libraryShown()));
  }

  /** The width of the right pane. */
  double beside(Mode mode) {
    if (mode != Mode.REVIEW) {
      return settings.preferences().rightWidth();
    }
    try {
      return Math.clamp(Double.parseDouble(settings.other(REVIEW, STANDARD)), 100, 4000);
    } catch (NumberFormatException e) {
      return Double.parseDouble(STANDARD); // edited by hand
    }
  }
}
