package galley.export;

import java.util.Locale;

/** An editor on the web that a post is pasted into. */
public enum PasteEditor {
  SUBSTACK("Substack"),
  WORDPRESS("WordPress"),
  WIX("Wix"),
  MEDIUM("Medium");

  private final String title;

  PasteEditor(String title) {
    this.title = title;
  }

  /** Its name, as it writes itself. */
  public String title() {
    return title;
  }

  /** The name used in commands and file names. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
