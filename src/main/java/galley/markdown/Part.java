package galley.markdown;

import java.util.List;

/** A block that is turned into Markdown. */
sealed interface Part {
  record Words(List<Atom> atoms) implements Part {}

  record Head(int level, List<Atom> atoms) implements Part {}

  record Quote(List<Part> parts) implements Part {}

  record Items(boolean numbered, int start, List<Item> items) implements Part {}

  /**
   * An item of a list.
   *
   * @param box {@code "[ ] "}, {@code "[x] "} or nothing
   */
  record Item(String box, List<Part> parts) {}

  record Listing(String language, String text) implements Part {}

  record Rule() implements Part {}

  /** A table; its first row heads the columns. */
  record Grid(List<List<List<Atom>>> rows) implements Part {}

  /** A footnote's words. */
  record Note(String label, List<Part> parts) implements Part {}
}
