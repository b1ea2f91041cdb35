package galley.ui.editor;

import galley.ui.kit.Fx;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;

/**
 * Keeps every line looking like what it is. After a change it reads the changed lines and goes on
 * below only while what a line leaves open has changed, and it touches only what differs. On the
 * JavaFX thread; a long stretch is done in portions between frames.
 */
final class Styler {
  /** Lines done before the window gets its turn again; about 5 ms. */
  private static final int PORTION = 400;

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
    int line = from;
    int last = Math.max(to, pendingTo);
    if (pendingFrom >= 0) {
      line = Math.min(line, pendingFrom);
    }
    pendingFrom = -1;
    pendingTo = -1;
    int lines = area.getParagraphs().size();
    int before =
        line == 0 ? Lines.NOTHING : area.getParagraph(line - 1).getParagraphStyle().after();
    String text = area.line(Math.min(line, lines - 1));
    for (int done = 0; line < lines; done++, line++) {
      if (done == PORTION) {
        pendingFrom = line;
        pendingTo = last;
        Fx.later(this::goOn);
        return;
      }
      String below = line + 1 < lines ? area.line(line + 1) : "";
      boolean same = touch(line, Lines.read(text, before, below));
      if (line >= last && same) {
        return;
      }
      before = area.getParagraph(line).getParagraphStyle().after();
      text = below;
    }
  }

  private void goOn() {
    if (pendingFrom >= 0) {
      restyle(Math.min(pendingFrom, area.getParagraphs().size() - 1), pendingTo);
    }
  }

  /**
   * Gives a line its looks where they differ.
   *
   * @return whether the line leaves the same open as before
   */
  private boolean touch(int line, Lines.Line read) {
    Paragraph<Block, String, Look> paragraph = area.getParagraph(line);
    Block old = paragraph.getParagraphStyle();
    if (paragraph.length() > 0 && !Spans.match(paragraph.getStyleSpans(), read.looks())) {
      StyleSpans<Look> spans = Spans.of(read.looks());
      area.setStyleSpans(line, 0, spans);
    }
    if (!old.equals(read.block())) {
      area.setParagraphStyle(line, read.block());
    }
    return old.after() == read.block().after();
  }
}
