package galley.ui.shell;

import galley.asset.Messages;
import galley.ui.editor.TextActions;
import galley.ui.shell.Command.Group;
import javafx.beans.value.ObservableBooleanValue;

/** The commands that act on the text. */
final class TextCommands {
  private final TextActions text;
  private final ObservableBooleanValue hasPost;
  private final Runnable pictures;

  /**
   * @param pictures asks for picture files and takes them in
   */
  TextCommands(TextActions text, ObservableBooleanValue hasPost, Runnable pictures) {
    this.text = text;
    this.hasPost = hasPost;
    this.pictures = pictures;
  }

  void addTo(Actions to) {
    add(to, "undo", Messages.text("shell.text.undo"), "Shortcut+Z", text::undo);
    add(to, "redo", Messages.text("shell.text.redo"), "Shortcut+Shift+Z", text::redo);
    add(to, "cut", Messages.text("shell.text.cut"), "Shortcut+X", text::cut);
    add(to, "copy", Messages.text("shell.text.copy"), "Shortcut+C", text::copy);
    add(to, "paste", Messages.text("shell.text.paste"), "Shortcut+V", text::paste);
    add(to, "all", Messages.text("shell.text.all"), "Shortcut+A", text::selectAll);
    add(to, "bold", Messages.text("shell.text.bold"), "Shortcut+B", text::bold);
    add(to, "italic", Messages.text("shell.text.italic"), "Shortcut+I", text::italic);
    add(to, "strike", Messages.text("shell.text.strike"), "Shortcut+Shift+X", text::strikethrough);
    add(to, "code", Messages.text("shell.text.code"), "Shortcut+Quote", text::code);
    add(to, "code-block", Messages.text("shell.text.code-block"), "", text::codeBlock);
    add(to, "link", Messages.text("shell.text.link"), "Shortcut+L", () -> text.link(""));
    add(
        to,
        "heading-2",
        Messages.text("shell.text.heading", 2),
        "Shortcut+Alt+2",
        () -> text.heading(2));
    add(
        to,
        "heading-3",
        Messages.text("shell.text.heading", 3),
        "Shortcut+Alt+3",
        () -> text.heading(3));
    add(
        to,
        "heading-4",
        Messages.text("shell.text.heading", 4),
        "Shortcut+Alt+4",
        () -> text.heading(4));
    add(to, "quote", Messages.text("shell.text.quote"), "Shortcut+Shift+Period", text::quote);
    add(to, "bullets", Messages.text("shell.text.bullets"), "Shortcut+Shift+8", text::bullets);
    add(to, "numbers", Messages.text("shell.text.numbers"), "Shortcut+Shift+7", text::numbers);
    add(to, "tasks", Messages.text("shell.text.tasks"), "Shortcut+Shift+9", text::tasks);
    add(to, "footnote", Messages.text("shell.text.footnote"), "Shortcut+Alt+F", text::footnote);
    add(to, "picture", Messages.text("shell.text.picture"), "Shortcut+Shift+I", pictures);
    add(to, "line-up", Messages.text("shell.text.up"), "Alt+Up", text::moveUp);
    add(to, "line-down", Messages.text("shell.text.down"), "Alt+Down", text::moveDown);
    window(to, "find", Messages.text("shell.text.find"), "Shortcut+F", text::find);
    window(to, "replace", Messages.text("shell.text.replace"), "Shortcut+H", text::replace);
    window(to, "find-next", Messages.text("shell.text.next"), "F3", text::findNext);
    window(
        to, "find-previous", Messages.text("shell.text.previous"), "Shift+F3", text::findPrevious);
  }

  /** A command whose keys count in the text only. */
  private void add(Actions to, String id, String title, String keys, Runnable run) {
    to.add(Group.TEXT, id, title, keys, hasPost, run);
  }

  /** A command whose keys count everywhere in the window. */
  private void window(Actions to, String id, String title, String keys, Runnable run) {
    to.add(Group.GO, id, title, keys, hasPost, run);
  }
}
