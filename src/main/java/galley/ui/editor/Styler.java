package galley.ui.editor;

import galley.markdown.LineKinds;
import galley.text.Span;
import galley.ui.kit.Fx;
import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;

/**
 * Keeps every line looking like what it is. After a change it reads the paragraphs the change
 * reaches, and it touches only what differs. On the JavaFX thread; a long stretch is done in
 * portions between frames.
 */
final class Styler {
  /** Lines done before the window gets its turn again. */
  private static final int PORTION = 1500;

  /** Up to so many lines are changed one by one. */
  private static final int FEW = 6;

  private final Surface area;
  private LineKinds kinds = LineKinds.of(List.of(""));
  private boolean resting;
  private int waitingFrom;
  private int waitingTo;

  Styler(Surface area) {
    this.area = area;
  }

  void install() {
    var _ = area.multiPlainChanges().subscribe(this::changed);
  }

  /** A text with its looks, ready to be put into the area. Any thread. */
  static ReadOnlyStyledDocument<Block, String, Look> styled(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    return styled(lines, LineKinds.of(lines));
  }

  private static ReadOnlyStyledDocument<Block, String, Look> styled(
      List<String> lines, LineKinds kinds) {
    ReadOnlyStyledDocumentBuilder<Block, String, Look> document =
        new ReadOnlyStyledDocumentBuilder<>(SegmentOps.styledTextOps(), Block.PLAIN);
    for (int line = 0; line < lines.size(); ) {
      for (Lines.Line read : Lines.read(kinds, kinds.paragraph(line), lines::get)) {
        document.addParagraph(lines.get(line), Spans.of(read.looks()), read.block());
        line++;
      }
    }
    return document.build();
  }

  /** Replaces everything by this text; the caret goes to its end. */
  void load(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    kinds = LineKinds.of(lines);
    resting = true;
    waitingFrom = 0;
    waitingTo = 0;
    area.replace(0, area.getLength(), styled(lines, kinds));
    resting = false;
    // The first line joins the empty line that was there, and may keep its looks.
    restyle(0, 1);
  }

  private void changed(List<PlainTextChange> changes) {
    if (resting) {
      return;
    }
    // Each change tells where it was when it was made: nothing before the least of those places
    // changed, and nothing behind the end of which the least text follows.
    int start = area.getLength();
    int behind = area.getLength();
    int length = area.getLength();
    for (PlainTextChange change : changes.reversed()) {
      start = Math.min(start, change.getPosition());
      behind = Math.min(behind, length - change.getInsertionEnd());
      length -= change.getNetLength();
    }
    int first = area.lineOf(start);
    int added = area.lineOf(Math.max(start, area.getLength() - behind)) + 1 - first;
    int removed = kinds.size() - area.getParagraphs().size() + added;
    Span reach = kinds.reach(kinds.change(first, removed, added, area::line));
    if (waitingFrom < waitingTo) {
      waitingFrom = moved(waitingFrom, first, removed, added);
      waitingTo = Math.max(first + added, moved(waitingTo, first, removed, added));
      restyle(Math.min(waitingFrom, reach.start()), Math.max(waitingTo, reach.end()));
    } else {
      restyle(reach.start(), reach.end());
    }
  }

  /** Where a line is after a change. */
  private static int moved(int line, int first, int removed, int added) {
    return line >= first + removed ? line + added - removed : Math.min(line, first);
  }

  private void restyle(int from, int to) {
    int start = kinds.paragraph(from).start();
    List<Lines.Line> reads = new ArrayList<>();
    int line = start;
    while (line < to && reads.size() < PORTION) {
      reads.addAll(Lines.read(kinds, kinds.paragraph(line), area::line));
      line = start + reads.size();
    }
    waitingFrom = line;
    waitingTo = to;
    if (line < to) {
      Fx.later(this::goOn);
    }
    apply(start, reads);
  }

  private void goOn() {
    if (waitingFrom < waitingTo) {
      restyle(waitingFrom, waitingTo);
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
