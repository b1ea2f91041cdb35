package galley.markdown;

import java.util.List;
import java.util.Optional;

/**
 * A paragraph of a body as word processors know it: one after the other, each with what it stands
 * in.
 *
 * @param level of a heading, from 1; of others 0
 * @param quotes how many quotations it stands in
 * @param item the list item it belongs to
 * @param rows the cells of a table, each one line of words; of others empty
 */
public record Passage(
    Kind kind,
    int level,
    int quotes,
    Optional<Item> item,
    List<Stretch> words,
    List<List<List<Stretch>>> rows) {
  /** What a paragraph is. */
  public enum Kind {
    TEXT,
    HEADING,
    /** Its line breaks are line feeds. */
    CODE,
    /** HTML as it was written. */
    HTML,
    RULE,
    TABLE
  }

  /**
   * The list item that a paragraph belongs to.
   *
   * @param list which list, counted from 0 in the order of the body
   * @param depth how many lists are around that list
   * @param first whether the item's mark stands before this paragraph
   * @param number of a numbered item
   * @param box {@code "☐ "}, {@code "☑ "} or nothing
   */
  public record Item(
      int list, int depth, boolean numbered, boolean first, int number, String box) {}

  public Passage {
    words = List.copyOf(words);
    rows = List.copyOf(rows);
  }
}
