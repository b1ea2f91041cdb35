package galley.ui.preview;

import java.util.Arrays;
import java.util.List;

/**
 * Leads from lines of the source to places on the page and back.
 *
 * <p>Lines count from 0 and may lie between two whole ones. The lines from −1 to 0 stand for what
 * the page has above the body: −1 is the top of the page. Between the known ends of the blocks both
 * ways are linear, so that one undoes the other. Immutable.
 */
final class LineMap {
  private final int[] first;
  private final int[] last;
  private final int[] blocks;
  private final int head;

  /** Blocks that belong to no line, or whose lines do not rise, have a first line below 0. */
  LineMap(List<PageSheet.Block> page) {
    int[] from = new int[page.size()];
    int[] to = new int[page.size()];
    int[] at = new int[page.size()];
    int known = 0;
    int reached = -1;
    for (int i = 0; i < page.size(); i++) {
      PageSheet.Block block = page.get(i);
      if (block.firstLine() > reached && block.lastLine() >= block.firstLine()) {
        from[known] = block.firstLine();
        to[known] = block.lastLine() + 1;
        at[known++] = i;
        reached = block.lastLine();
      }
    }
    first = Arrays.copyOf(from, known);
    last = Arrays.copyOf(to, known);
    blocks = Arrays.copyOf(at, known);
    head = known == 0 ? page.size() : blocks[0];
  }

  /** Where this line is on the page. */
  Place place(double line) {
    if (first.length == 0 || line < first[0]) {
      double start = first.length == 0 ? 0 : first[0];
      double part = Math.clamp((line + 1) / (start + 1), 0, 1) * head;
      int block = Math.min((int) part, Math.max(0, head - 1));
      return new Place(block, head == 0 ? 0 : part - block);
    }
    int i = lastAtOrBefore(first, line);
    if (line < last[i]) {
      return new Place(blocks[i], (line - first[i]) / (last[i] - first[i]));
    }
    if (i + 1 == first.length) {
      return new Place(blocks[i], 1);
    }
    int gap = first[i + 1] - last[i];
    double part = gap == 0 ? 1 : 1 + (line - last[i]) / gap;
    return new Place(blocks[i], part);
  }

  /** Which line this place shows. */
  double line(Place place) {
    if (first.length == 0 || place.block() < blocks[0]) {
      double start = first.length == 0 ? 0 : first[0];
      double part = place.block() + Math.min(place.part(), 1);
      return head == 0 ? 0 : Math.clamp(part / head, 0, 1) * (start + 1) - 1;
    }
    int i = lastAtOrBefore(blocks, place.block());
    if (blocks[i] != place.block()) {
      return last[i]; // a block of no line of its own, such as the notes at the end
    }
    if (place.part() <= 1) {
      return first[i] + place.part() * (last[i] - first[i]);
    }
    if (i + 1 == first.length || blocks[i + 1] != blocks[i] + 1) {
      return last[i];
    }
    return last[i] + (place.part() - 1) * (first[i + 1] - last[i]);
  }

  private static int lastAtOrBefore(int[] rising, double value) {
    int found = Arrays.binarySearch(rising, (int) Math.floor(value));
    return found >= 0 ? found : -found - 2;
  }
}
