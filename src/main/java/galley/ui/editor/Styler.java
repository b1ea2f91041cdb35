package galley.ui.editor;

import galley.ui.kit.Fx;
import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;

/**
 * Keeps every line looking like what it is. After a change it reads the changed lines and goes on
 * below only while what a line leaves open has changed, and it touches only what differs. On the
 * JavaFX thread; a long stretch is done in portions between frames.
 */
final class Styler {
  /** Lines done before the window gets its turn again. */
  private static final int PORTION = 1500;

  /** Up to so many lines are changed one by one. */
  private static final int FEW = 6;

  private final Surface area;
  private boolean resting;
  private int pendingFrom = -1;
  private int pendingTo = -1;

  Styler(Surface area) {
    this.area = area;
  }

  void install() {
    var _ = area.multiPlainChanges().subscribe(this::changed);
  }

  /** A text with its looks, ready to be put into the area. Any thread. */
  static ReadOnlyStyledDocument<Block, String, Look> styled(String text) {
    ReadOnlyStyledDocumentBuilder<Block, String, Look> document =
        new ReadOnlyStyledDocumentBuilder<>(SegmentOps.styledTextOps(), Block.PLAIN);
    int before = Lines.NOTHING;
    int start = 0;
    String line = upTo(text, start);
    while (true) {
      int next = start + line.length() + 1;
      boolean last = next > text.length();
      String below = last ? "" : upTo(text, next);
      Lines.Line read = Lines.read(line, before, below);
      document.addParagraph(line, Spans.of(read.looks()), read.block());
      if (last) {
        return document.build();
      }
      before = read.block().after();
      start = next;
      line = below;
    }
  }

  private static String upTo(String text, int start) {
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** Replaces everything by a text that brings its looks; the caret goes to its end. */
  void load(ReadOnlyStyledDocument<Block, String, Look> document) {
    resting = true;
    pendingFrom = -1;
    area.replace(0, area.getLength(), document);
    resting = false;
    // The first line joins the empty line that was there, and may keep its looks.
    restyle(0, 0);
  }

  private void changed(List<PlainTextChange> changes) {
    if (resting) {
      return;
    }
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (PlainTextChange change : changes) {
      int start = Math.min(change.getPosition(), area.getLength());
      from = Math.min(from, area.lineOf(start));
      to = Math.max(to, area.lineOf(Math.min(change.getInsertionEnd(), area.getLength())));
    }
    restyle(Math.max(0, from - 1), to);
  }

  private void restyle(int from, int to) {
    int last = Math.max(to, pendingTo);
    int start = pendingFrom < 0 ? from : Math.min(from, pendingFrom);
    pendingFrom = -1;
    pendingTo = -1;
    int lines = area.getParagraphs().size();
    int before =
        start == 0 ? Lines.NOTHING : area.getParagraph(start - 1).getParagraphStyle().after();
    List<Lines.Line> reads = new ArrayList<>();
    String text = area.line(start);
    for (int line = start; line < lines; line++) {
      if (reads.size() == PORTION) {
        pendingFrom = line;
        pendingTo = last;
        Fx.later(this::goOn);
        break;
      }
      String below = line + 1 < lines ? area.line(line + 1) : "";
      Lines.Line read = Lines.read(text, before, below);
      reads.add(read);
      before = read.block().after();
      if (line >= last && before == area.getParagraph(line).getParagraphStyle().after()) {
        break;
      }
      text = below;
    }
    apply(start, reads);
  }

  private void goOn() {
    if (pendingFrom >= 0) {
      int from = Math.min(pendingFrom, area.getParagraphs().size() - 1);
      pendingFrom = -1;
      restyle(from, pendingTo);
    }
  }

  /** Gives lines their looks: a few one by one, many in one change, which costs little more. */
  private void apply(int start, List<Lines.Line> reads) {
    int first = -1;
    int last = -1;
    int many = 0;
    for (int i = 0; i < reads.size(); i++) {
      if (differs(area.getParagraph(start + i), reads.get(i))) {
        first = first < 0 ? i : first;
        last = i;
        many++;
      }
    }
    if (many > FEW) {
      ReadOnlyStyledDocumentBuilder<Block, String, Look> document =
          new ReadOnlyStyledDocumentBuilder<>(SegmentOps.styledTextOps(), Block.PLAIN);
      for (int i = first; i <= last; i++) {
        Lines.Line read = reads.get(i);
        document.addParagraph(area.line(start + i), Spans.of(read.looks()), read.block());
      }
      resting = true;
      int end = start + last;
      area.getContent()
          .replace(
              area.getAbsolutePosition(start + first, 0),
              area.getAbsolutePosition(end, area.getParagraphLength(end)),
              document.build());
      resting = false;
      // Where such a change joins an empty line, that line keeps its looks.
      touch(start + first, reads.get(first));
      touch(end, reads.get(last));
    } else if (many > 0) {
      for (int i = first; i <= last; i++) {
        touch(start + i, reads.get(i));
      }
    }
  }

  private static boolean looksOther(Paragraph<Block, String, Look> paragraph, Lines.Line read) {
    return paragraph.length() > 0 && !Spans.match(paragraph.getStyleSpans(), read.looks());
  }

  private static boolean differs(Paragraph<Block, String, Look> paragraph, Lines.Line read) {
    return !paragraph.getParagraphStyle().equals(read.block()) || looksOther(paragraph, read);
  }

  private void touch(int line, Lines.Line read) {
    if (looksOther(area.getParagraph(line), read)) {
      area.setStyleSpans(line, 0, Spans.of(read.looks()));
    }
    if (!area.getParagraph(line).getParagraphStyle().equals(read.block())) {
      area.setParagraphStyle(line, read.block());
    }
  }
}
