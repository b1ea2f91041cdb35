package galley.ui.editor;

import galley.post.Anchor;
import galley.post.Placement;
import java.util.UUID;

/**
 * A note on the draft, as far as the editor shows it.
 *
 * @param target the picture's file or the field's key, as {@link Anchor#target()}
 * @param placement where it is in the body, in the body's own offsets; of no account for a note on
 *     the header or a picture
 */
public record NoteMark(UUID id, Anchor.Scope scope, String target, Placement placement, Ink ink) {
  /** How it is drawn; each has a shape of its own, so that colour is never the only sign. */
  public enum Ink {
    COMMENT("comment"),
    QUERY("query"),
    SOURCE("source"),
    CHECK("check"),
    /** Words to be put in; the span is empty. */
    INSERTION("insertion"),
    /** Words to be taken out. */
    DELETION("deletion"),
    /** Words to be put in place of others. */
    CHANGE("change"),
    /** Done with, and still to be found. */
    CLOSED("closed"),
    /** Words that were put in on the branch the editor shows. */
    ADDED("added"),
    /** The place where words were taken out on the branch the editor shows. */
    REMOVED("removed");

    private final String style;

    Ink(String style) {
      this.style = style;
    }

    String style() {
      return style;
    }
  }
}
