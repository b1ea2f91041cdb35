package galley.markdown;

/** What the parser reads and how the HTML is written. */
enum Dialect {
  /**
   * A post: CommonMark with tables, strikethrough ({@code ~~two tildes~~}), task lists, footnotes
   * and bare web addresses as links. Headings have ids and leave level 1 to the page.
   */
  ARTICLE,
  /** CommonMark as its specification has it, written as its examples are. */
  COMMONMARK
}
