package galley.ui.editor;

/**
 * What one line of the body is, as far as its looks go.
 *
 * @param level of a heading, 1 to 6, else 0
 */
record Block(Kind kind, int level) {
  static final Block PLAIN = new Block(Kind.TEXT, 0);

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
