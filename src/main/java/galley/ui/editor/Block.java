package galley.ui.editor;

/**
 * What one line of the body is, as far as its looks go.
 *
 * @param level of a heading, 1 to 6, else 0
 * @param hung whether a heading's hashes are drawn beside it, see {@link HeadingMarks}
 */
record Block(Kind kind, int level, boolean hung) {
  static final Block PLAIN = new Block(Kind.TEXT, 0);

  Block(Kind kind, int level) {
    this(kind, level, false);
  }

  /** The kinds of line that look different; each has a style class of its own. */
  enum Kind {
    TEXT("line"),
    BLANK("blank"),
    HEADING("heading"),
    QUOTE("quote"),
    ITEM("item"),
    CODE("code"),
    FENCE("fence"),
    PICTURE("pic"),
    RULE("rule"),
    TABLE("table"),
    HTML("html");

    private final String style;

    Kind(String style) {
      this.style = style;
    }

    String style() {
      return style;
    }
  }
}
