package galley.ui.preview;

/** The width of the window a page is shown for. */
public enum Device {
  PHONE(390),
  TABLET(600),
  PAGE(1280);

  private final int width;

  Device(int width) {
    this.width = width;
  }

  /** In CSS pixels. */
  public int width() {
    return width;
  }
}
