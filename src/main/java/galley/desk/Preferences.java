package galley.desk;

/**
 * How a person likes the window.
 *
 * @param zoom of the editor, 1 is as designed
 * @param scrollSync whether editor and preview scroll together
 * @param libraryWidth of the left pane in pixels
 * @param rightWidth of the right pane in pixels
 * @param libraryShown whether the left pane is open
 */
public record Preferences(
    Appearance appearance,
    Mode mode,
    PreviewWidth previewWidth,
    double zoom,
    boolean scrollSync,
    double libraryWidth,
    double rightWidth,
    boolean libraryShown) {
  /** Light or dark, or as the system is. */
  public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** What the window shows beside the text. */
  public enum Mode {
    WRITE,
    SPLIT,
    REVIEW,
    FOCUS
  }

  /** How wide the page in the preview is. */
  public enum PreviewWidth {
    PHONE,
    TABLET,
    PAGE
  }

  public static Preferences standard() {
    return new Preferences(
        Appearance.SYSTEM, Mode.SPLIT, PreviewWidth.TABLET, 1, true, 272, 500, true);
  }

  public Preferences withAppearance(Appearance value) {
    return new Preferences(
        value, mode, previewWidth, zoom, scrollSync, libraryWidth, rightWidth, libraryShown);
  }

  public Preferences withMode(Mode value) {
    return new Preferences(
        appearance, value, previewWidth, zoom, scrollSync, libraryWidth, rightWidth, libraryShown);
  }

  public Preferences withPreviewWidth(PreviewWidth value) {
    return new Preferences(
        appearance, mode, value, zoom, scrollSync, libraryWidth, rightWidth, libraryShown);
  }

  public Preferences withZoom(double value) {
    return new Preferences(
        appearance, mode, previewWidth, value, scrollSync, libraryWidth, rightWidth, libraryShown);
  }

  public Preferences withScrollSync(boolean value) {
    return new Preferences(
        appearance, mode, previewWidth, zoom, value, libraryWidth, rightWidth, libraryShown);
  }

  public Preferences withPanes(double library, double right, boolean shown) {
    return new Preferences(appearance, mode, previewWidth, zoom, scrollSync, library, right, shown);
  }
}
