package galley.docx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Word document says.
 *
 * @param blocks in their order
 * @param notes of each footnote by its number
 * @param comments roots and answers, by their number
 * @param pictures the bytes of each picture by the name that runs call it
 */
public record WordText(
    List<Block> blocks,
    Map<Integer, List<Block>> notes,
    List<WordComment> comments,
    Map<String, byte[]> pictures) {
  public WordText {
    blocks = List.copyOf(blocks);
    notes = Map.copyOf(notes);
    comments = List.copyOf(comments);
    pictures = Map.copyOf(pictures);
  }

  /** A paragraph or a table. */
  public sealed interface Block permits Para, Grid {}

  /** What a paragraph is. */
  public enum Style {
    TEXT,
    TITLE,
    SUBTITLE,
    HEADING,
    QUOTE,
    CODE,
    RULE
  }

  /**
   * A paragraph.
   *
   * @param level of a heading from 1, of a list item from 0
   * @param list what list it belongs to
   * @param mark what is to become of its end: a paragraph whose end goes is one with the next
   * @param was what it is again once what was put in before its end is refused; its mark says by
   *     whom
   */
  public record Para(
      Style style,
      int level,
      ListKind list,
      int listId,
      Change mark,
      List<Run> runs,
      Optional<Para> was)
      implements Block {
    public Para {
      runs = List.copyOf(runs);
    }

    /** A paragraph that is what it was. */
    public Para(Style style, int level, ListKind list, int listId, Change mark, List<Run> runs) {
      this(style, level, list, listId, mark, runs, Optional.empty());
    }
  }

  /** What kind of list a paragraph belongs to. */
  public enum ListKind {
    NONE,
    BULLETS,
    NUMBERS,
    /** Part of an item, without a mark of its own. */
    CONTINUED
  }

  /** A table: rows of cells of paragraphs; the first row heads it. */
  public record Grid(List<List<List<Para>>> rows) implements Block {
    public Grid {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A tracked change, or none.
   *
   * @param at RFC 3339, may be empty
   */
  public record Change(What what, String author, String at) {
    public static final Change NONE = new Change(What.NONE, "", "");

    /** What is to become of words. */
    public enum What {
      NONE,
      INSERTED,
      DELETED
    }
  }

  /**
   * Words of one look, or something between words.
   *
   * @param text the words; a picture's name; a line feed for a break
   * @param looks bits of the constants here
   * @param link where they lead, may be empty
   * @param alt of a picture
   * @param number of a comment or a footnote
   */
  public record Run(
      Kind kind, String text, int looks, String link, String alt, int number, Change change) {
    public static final int BOLD = 1;
    public static final int ITALIC = 2;
    public static final int STRUCK = 4;
    public static final int CODE = 8;
    public static final int RAISED = 16;
    public static final int LOWERED = 32;

    /** What a run is. */
    public enum Kind {
      WORDS,
      BREAK,
      PICTURE,
      NOTE,
      COMMENT_START,
      COMMENT_END
    }

    public static Run words(String text, int looks, String link, Change change) {
      return new Run(Kind.WORDS, text, looks, link, "", 0, change);
    }

    public static Run mark(Kind kind, int number) {
      return new Run(kind, "", 0, "", "", number, Change.NONE);
    }
  }

  /**
   * A comment.
   *
   * @param number names it in runs
   * @param at RFC 3339, may be empty
   * @param answers the number of the comment it answers, or -1
   */
  public record WordComment(
      int number,
      String author,
      String initials,
      String at,
      String body,
      int answers,
      boolean resolved) {}
}
