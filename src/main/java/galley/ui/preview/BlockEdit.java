package galley.ui.preview;

import java.util.List;

/**
 * One place where a page changes.
 *
 * @param at the first block that goes, counted in the page before any change
 * @param removed how many blocks go
 * @param inserted the HTML of the blocks that come in their place
 */
record BlockEdit(int at, int removed, List<String> inserted) {
  BlockEdit {
    inserted = List.copyOf(inserted);
  }
}
