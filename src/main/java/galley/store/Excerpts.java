package galley.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/**
 * Cuts excerpts from the passages in which words were found. An excerpt lies within one field, or
 * within one paragraph of the body, and an ellipsis stands where something of that was left out.
 */
final class Excerpts extends PassageFormatter {
  /** What the highlighter puts between the values of a field. */
  static final char FIELD_END = '\0';

  private static final char MARK = '\u0001';
  private static final char UNMARK = '\u0002';
  private static final String BETWEEN = "\u0003";
  private static final String ELLIPSIS = "…";
  private static final int SHORT = 120;
  private static final int LONG = 240;
  private static final int BEFORE = 80;

  /** What was formatted, one by one. */
  static List<String> split(String formatted) {
    return formatted.isEmpty() ? List.of() : List.of(formatted.split(BETWEEN));
  }

  /** A value as it may be indexed: without the signs that are set here. */
  static String clean(String value) {
    return value.replaceAll("[\\x00-\\x03]", " ");
  }

  @Override
  public String format(Passage[] passages, String content) {
    List<Cut> cuts = new ArrayList<>();
    Passage[] inOrder = passages.clone();
    Arrays.sort(inOrder, Comparator.comparingInt(Passage::getStartOffset));
    for (Passage passage : inOrder) {
      List<int[]> hits = hits(passage);
      if (hits.isEmpty()) {
        continue;
      }
      Cut cut = cut(content, passage.getStartOffset(), passage.getEndOffset(), hits);
      if (!cuts.isEmpty() && cuts.getLast().to >= cut.from) {
        cut = cuts.removeLast().joined(cut);
      }
      cuts.add(cut);
    }
    return String.join(BETWEEN, cuts.stream().map(cut -> marked(content, cut)).toList());
  }

  /**
   * A part of the content.
   *
   * @param hits start and end of each, in their order, none over another
   */
  private record Cut(int from, int to, List<int[]> hits) {
    Cut joined(Cut next) {
      List<int[]> both = new ArrayList<>(hits);
      next.hits.stream().filter(hit -> hit[0] >= both.getLast()[1]).forEach(both::add);
      return new Cut(from, Math.max(to, next.to), both);
    }
  }

  private static List<int[]> hits(Passage passage) {
    List<int[]> hits = new ArrayList<>();
    for (int i = 0; i < passage.getNumMatches(); i++) {
      hits.add(new int[] {passage.getMatchStarts()[i], passage.getMatchEnds()[i]});
    }
    hits.sort(Comparator.comparingInt(hit -> hit[0]));
    List<int[]> apart = new ArrayList<>();
    for (int[] hit : hits) {
      if (!apart.isEmpty() && hit[0] < apart.getLast()[1]) {
        apart.getLast()[1] = Math.max(hit[1], apart.getLast()[1]);
      } else {
        apart.add(hit);
      }
    }
    return apart;
  }

  /** The passage, cut where it is long, with what follows where it is short. */
  private static Cut cut(String content, int start, int end, List<int[]> hits) {
    int from = start;
    int to = end;
    int first = hits.getFirst()[0];
    if (to - from > LONG) {
      if (first - from > BEFORE) {
        from = wordAfter(content, first - BEFORE, first);
      }
      to = Math.max(wordBefore(content, Math.min(end, from + LONG), from), hits.getFirst()[1]);
    } else if (to - from < SHORT) {
      int last = valueEnd(content, start);
      int wanted = from + SHORT;
      to = wanted >= last ? last : Math.max(to, wordBefore(content, wanted, from));
    }
    return new Cut(from, to, hits);
  }

  private static String marked(String content, Cut cut) {
    StringBuilder text = new StringBuilder();
    int at = cut.from;
    for (int[] hit : cut.hits) {
      if (hit[0] >= at && hit[1] <= cut.to) {
        text.append(content, at, hit[0]).append(MARK);
        text.append(content, hit[0], hit[1]).append(UNMARK);
        at = hit[1];
      }
    }
    text.append(content, at, cut.to);
    boolean begins = content.substring(valueStart(content, cut.from), cut.from).isBlank();
    boolean ends = content.substring(cut.to, valueEnd(content, cut.from)).isBlank();
    return (begins ? "" : ELLIPSIS) + text.toString().strip() + (ends ? "" : ELLIPSIS);
  }

  private static int valueStart(String content, int at) {
    return at == 0 ? 0 : content.lastIndexOf(FIELD_END, at - 1) + 1;
  }

  private static int valueEnd(String content, int at) {
    int end = content.indexOf(FIELD_END, at);
    return end < 0 ? content.length() : end;
  }

  /** The first beginning of a word from here on; just here where a script has no spaces. */
  private static int wordAfter(String content, int at, int latest) {
    for (int i = at; i < latest; i++) {
      if (Character.isWhitespace(content.charAt(i))) {
        return i + 1;
      }
    }
    return whole(content, at);
  }

  private static int wordBefore(String content, int at, int earliest) {
    for (int i = at; i > earliest; i--) {
      if (i < content.length() && Character.isWhitespace(content.charAt(i))) {
        return i;
      }
    }
    return whole(content, at);
  }

  private static int whole(String content, int at) {
    boolean within = at < content.length() && Character.isLowSurrogate(content.charAt(at));
    return within ? at + 1 : at;
  }
}
