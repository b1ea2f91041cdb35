package galley.ui.editor;

/** The editor's commands, one method each, for menus, the palette and shortcuts. */
public final class TextActions {
  private final Surface area;
  private final Writing writing;
  private final FindBar bar;
  private final Find find;

  TextActions(Surface area, Writing writing, FindBar bar, Find find) {
    this.area = area;
    this.writing = writing;
    this.bar = bar;
    this.find = find;
  }

  public void undo() {
    area.undo();
    area.requestFollowCaret();
  }

  public void redo() {
    area.redo();
    area.requestFollowCaret();
  }

  public boolean canUndo() {
    return area.isUndoAvailable();
  }

  public boolean canRedo() {
    return area.isRedoAvailable();
  }

  public void cut() {
    area.cut();
  }

  public void copy() {
    area.copy();
  }

  public void paste() {
    area.paste();
  }

  public void selectAll() {
    area.selectAll();
  }

  public void bold() {
    writing.wrap("**");
  }

  public void italic() {
    writing.wrap("*");
  }

  public void strikethrough() {
    writing.wrap("~~");
  }

  public void code() {
    writing.wrap("`");
  }

  public void codeBlock() {
    writing.codeBlock();
  }

  /**
   * @param address where the link goes, or empty: the caret goes where it is written
   */
  public void link(String address) {
    writing.link(address);
  }

  /**
   * @param level 1 to 6
   */
  public void heading(int level) {
    writing.heading(level);
  }

  public void quote() {
    writing.quote();
  }

  public void bullets() {
    writing.bullets();
  }

  public void numbers() {
    writing.numbers();
  }

  public void tasks() {
    writing.tasks();
  }

  public void footnote() {
    writing.footnote();
  }

  public void moveUp() {
    writing.move(-1);
  }

  public void moveDown() {
    writing.move(1);
  }

  public void find() {
    bar.open(false);
  }

  public void replace() {
    bar.open(true);
  }

  public void findNext() {
    find.step(1);
  }

  public void findPrevious() {
    find.step(-1);
  }
}
