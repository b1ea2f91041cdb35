package galley.review;

import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes one text with the signs of what stands in it, for {@link CriticMarkup}. */
final class CriticWriter {
  private final String text;
  private final List<PlacedAnnotation> annotations;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;
  private int opened = -1;

  /** Words being marked, with what stands on them. */
  private record Open(int end, StringBuilder comments) {}

  CriticWriter(String text, List<PlacedAnnotation> annotations) {
    this.text = text;
    this.annotations = annotations;
  }

  String write() {
    for (PlacedAnnotation placed : annotations) {
      Span span = within(placed.placement().span());
      closeUntil(span.start());
      boolean whole = span.equals(placed.placement().span());
      if (CriticMarkup.isChange(placed) && whole) {
        change(placed, span);
      } else if (span.isEmpty() || !marks(span)) {
        copy(span.start(), true);
        CriticMarkup.comments(placed, false, out);
      } else {
        mark(placed, span);
      }
    }
    closeUntil(text.length());
    closeAll();
    copy(text.length(), false);
    return out.toString();
  }

  private Span within(Span span) {
    int start = Math.max(at, Math.min(span.start(), text.length()));
    int end = Math.max(start, Math.min(span.end(), text.length()));
    // signs can't cross: what is open ends first
    for (Open one : open) {
      if (one.end > start) {
        end = Math.min(end, one.end);
      }
    }
    return new Span(start, end);
  }

  /** Whether words can be marked: brackets at the edges would read as parts of signs. */
  private boolean marks(Span span) {
    String words = span.of(text);
    return !words.startsWith("}") && !words.endsWith("{") && !words.endsWith("{=");
  }

  private void change(PlacedAnnotation placed, Span span) {
    Annotation annotation = placed.annotation();
    copy(span.start(), true);
    CriticSigns.change(out, span.of(text), annotation.replacement().orElse(""));
    at = span.end();
    CriticMarkup.comments(placed, true, out);
  }

  private void mark(PlacedAnnotation placed, Span span) {
    StringBuilder comments = new StringBuilder();
    CriticMarkup.comments(placed, false, comments);
    copy(span.start(), true);
    Open top = open.peek();
    if (top != null && top.end == span.end() && opened == out.length()) {
      top.comments.append(comments); // the same words
      return;
    }
    out.append("{==");
    opened = out.length();
    open.push(new Open(span.end(), comments));
  }

  private void closeUntil(int place) {
    while (!open.isEmpty() && open.element().end <= place) {
      close();
    }
  }

  private void closeAll() {
    while (!open.isEmpty()) {
      close();
    }
  }

  private void close() {
    Open last = open.pop();
    copy(last.end, true);
    out.append("==}").append(last.comments);
  }

  private void copy(int until, boolean followed) {
    if (until > at) {
      CriticSigns part = open.isEmpty() ? CriticSigns.TEXT : CriticSigns.MARKED;
      out.append(part.escaped(text.substring(at, until), followed));
      at = until;
    }
  }
}
