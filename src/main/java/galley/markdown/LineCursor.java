package galley.markdown;

/** Moves through one line by columns; a tab goes to the next column that divides by 4. */
final class LineCursor {
  private final String line;
  private int at;
  private int column;
  private int leftOfTab;

  LineCursor(String line) {
    this.line = line;
  }

  int at() {
    return at;
  }

  /** The column of the next unit. */
  int column() {
    return column;
  }

  boolean ended() {
    return at >= line.length();
  }

  char here() {
    return ended() ? '\n' : line.charAt(at);
  }

  String rest() {
    return line.substring(at);
  }

  boolean blank() {
    for (int i = at; i < line.length(); i++) {
      if (line.charAt(i) != ' ' && line.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The columns of blanks from here. */
  int indent() {
    int columns = leftOfTab;
    int to = column + leftOfTab;
    for (int i = leftOfTab > 0 ? at + 1 : at; i < line.length(); i++) {
      char c = line.charAt(i);
      int width = c == ' ' ? 1 : c == '\t' ? 4 - to % 4 : 0;
      if (width == 0) {
        break;
      }
      columns += width;
      to += width;
    }
    return columns;
  }

  /** Goes over so many columns of blanks, and no further than the blanks reach. */
  void skipColumns(int columns) {
    int left = columns;
    while (left > 0 && !ended() && (here() == ' ' || here() == '\t')) {
      int width = leftOfTab > 0 ? leftOfTab : here() == ' ' ? 1 : 4 - column % 4;
      int taken = Math.min(width, left);
      column += taken;
      left -= taken;
      leftOfTab = width - taken;
      if (leftOfTab == 0) {
        at++;
      }
    }
  }

  void skipBlanks() {
    skipColumns(Integer.MAX_VALUE);
  }

  /** Goes over so many units, none of them a tab. */
  void skip(int units) {
    at += units;
    column += units;
  }
}
