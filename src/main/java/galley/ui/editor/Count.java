package galley.ui.editor;

/**
 * How long a body is.
 *
 * @param words that readers read, without markup
 * @param characters of the source
 * @param minutes to read it
 */
public record Count(int words, int characters, int minutes) {
  static final Count NOTHING = new Count(0, 0, 0);
}
