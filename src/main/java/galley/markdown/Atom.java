package galley.markdown;

/**
 * The smallest part of a paragraph that is turned into Markdown.
 *
 * @param text one character of words; the address of a picture; the label of a note
 * @param alt of a picture
 * @param title of a picture
 */
record Atom(Kind kind, String text, String alt, String title, Look look) {
  /** What an atom is. */
  enum Kind {
    WORD,
    SPACE,
    BREAK,
    PICTURE,
    NOTE
  }

  static Atom of(Kind kind, String text, Look look) {
    return new Atom(kind, text, "", "", look);
  }

  Atom with(Look other) {
    return new Atom(kind, text, alt, title, other);
  }

  boolean isGap() {
    return kind == Kind.SPACE || kind == Kind.BREAK;
  }
}
