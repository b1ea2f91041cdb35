package galley.ui.editor;

import java.util.ArrayList;
import java.util.List;

/**
 * How a run of text looks.
 *
 * @param bits any of the constants here, or-ed
 */
record Look(int bits) {
  static final int MARKUP = 1;
  static final int BOLD = 2;
  static final int ITALIC = 4;
  static final int CODE = 8;
  static final int LINK = 16;
  static final int STRIKE = 32;
  static final int HASHES = 64;
  static final Look PLAIN = new Look(0);

  private static final List<String> NAMES =
      List.of("markup", "bold", "italic", "code", "link", "strike", "hashes");

  /** The style classes for these bits; none for plain text. */
  List<String> styles() {
    if (bits == 0) {
      return List.of();
    }
    List<String> styles = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      if ((bits & 1 << i) != 0) {
        styles.add(NAMES.get(i));
      }
    }
    if ((bits & (BOLD | ITALIC)) == (BOLD | ITALIC)) {
      styles.add("bold-italic");
    }
    return styles;
  }
}
