package galley.ui.shell;

import galley.ui.shell.Command.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The one list of commands, behind menu, palette and keyboard alike. */
public final class Actions {
  private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

  private final List<Command> all = new ArrayList<>();

  /** Adds a command that can always be done. An empty shortcut means none. */
  void add(Group group, String id, String title, String shortcut, Runnable run) {
    add(group, id, title, shortcut, ALWAYS, run);
  }

  /** Adds a command; its shortcut is written as in {@link KeyCombination#valueOf}. */
  void add(
      Group group,
      String id,
      String title,
      String shortcut,
      ObservableBooleanValue enabled,
      Runnable run) {
    Optional<KeyCombination> keys =
        shortcut.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(shortcut));
    if (all.stream().anyMatch(command -> command.id().equals(id))) {
      throw new IllegalArgumentException("There is a command " + id + " already");
    }
    keys.ifPresent(wanted ->
        all.stream()
            .filter(command -> command.shortcut().filter(wanted::equals).isPresent())
            .findFirst()
            .ifPresent(other -> {
              throw new IllegalArgumentException(
                  shortcut + " belongs to " + other.id() + " already");
            }));
    all.add(new Command(id, title, group, keys, enabled, run));
  }

  /** Every command, in the menu's order. */
  public List<Command> all() {
    return List.copyOf(all);
  }

  /** The command of this name. */
  public Optional<Command> find(String id) {
    return all.stream().filter(command -> command.id().equals(id)).findFirst();
  }

  /**
   * Does what a key press asks for.
   *
   * @param text where the keys of {@link Group#TEXT} count
   * @return whether there was such a command
   */
  boolean press(KeyEvent event, Node text) {
    for (Command command : all) {
      if (command.shortcut().filter(keys -> keys.match(event)).isPresent()
          && command.isEnabled()
          && (command.group() != Group.TEXT || isText(event.getTarget(), text))) {
        command.run().run();
        return true;
      }
    }
    return false;
  }

  /** Fields beside the text, such as the headline or the find bar's, have these keys themselves. */
  private static boolean isText(@Nullable Object target, Node text) {
    return !(target instanceof TextInputControl) && isWithin(target, text);
  }

  static boolean isWithin(@Nullable Object target, Node place) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at.equals(place)) {
        return true;
      }
    }
    return false;
  }
}
