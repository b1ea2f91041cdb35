package galley.ui.editor;

import java.util.Iterator;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Turns looks by character into the runs the area keeps. Any thread. */
final class Spans {
  private static final Look[] LOOKS = new Look[128];

  static {
    for (int bits = 0; bits < LOOKS.length; bits++) {
      LOOKS[bits] = new Look(bits);
    }
  }

  private Spans() {}

  static Look look(int bits) {
    return LOOKS[bits];
  }

  /** The runs for a line's looks; one plain run of no length for an empty line. */
  static StyleSpans<Look> of(byte[] looks) {
    StyleSpansBuilder<Look> spans = new StyleSpansBuilder<>();
    int start = 0;
    for (int i = 1; i <= looks.length; i++) {
      if (i == looks.length || looks[i] != looks[start]) {
        spans.add(look(looks[start]), i - start);
        start = i;
      }
    }
    if (looks.length == 0) {
      spans.add(Look.PLAIN, 0);
    }
    return spans.create();
  }

  /** Whether the runs say exactly these looks. */
  static boolean match(StyleSpans<Look> spans, byte[] looks) {
    int at = 0;
    for (Iterator<StyleSpan<Look>> all = spans.iterator(); all.hasNext(); ) {
      StyleSpan<Look> span = all.next();
      int end = at + span.getLength();
      if (end > looks.length) {
        return false;
      }
      for (; at < end; at++) {
        if (looks[at] != (byte) span.getStyle().bits()) {
          return false;
        }
      }
    }
    return at == looks.length;
  }
}
