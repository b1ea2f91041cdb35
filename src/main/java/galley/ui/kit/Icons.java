package galley.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one family of vector glyphs. */
public final class Icons {
  private Icons() {}

  /** A glyph in the colour of soft text; its size follows the text beside it. */
  public static FontIcon of(Feather glyph) {
    FontIcon icon = new FontIcon(glyph);
    icon.setFocusTraversable(false);
    return icon;
  }
}
