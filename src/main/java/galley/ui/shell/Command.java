package galley.ui.shell;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * One thing a person can do, wherever they ask for it: menu, palette or keyboard.
 *
 * @param id its name, which never changes
 * @param title in sentence case, with an ellipsis where it asks for more before it acts
 * @param group where it belongs
 * @param shortcut its keys
 * @param enabled whether it can be done now
 */
public record Command(
    String id,
    String title,
    Group group,
    Optional<KeyCombination> shortcut,
    ObservableBooleanValue enabled,
    Runnable run) {

  /** What a command is about; the order is the menu's. */
  public enum Group {
    POST,
    /** The forms a post leaves in. */
    EXPORT,
    /** Acts on the text; its keys count only while the editor has the keyboard. */
    TEXT,
    REVIEW,
    GO,
    VIEW,
    GALLEY
  }

  public boolean isEnabled() {
    return enabled.get();
  }

  /** The keys as people write them, empty where there are none. */
  String keys() {
    return shortcut.map(KeyCombination::getDisplayText).orElse("");
  }
}
