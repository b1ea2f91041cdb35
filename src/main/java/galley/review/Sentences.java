package galley.review;

import galley.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the sentences of a text end: after a full stop, a question or exclamation mark with what
 * closes it and the blanks that follow, and after an empty line. Suggestions' ids depend on this,
 * so that it follows no platform's rules.
 */
final class Sentences {
  private static final String ENDS = ".!?…";
  private static final String WIDE_ENDS = "。！？";
  private static final String CLOSERS = "\"'”’)]»*_";

  private Sentences() {}

  /** The sentences in order, without gaps; each holds the blanks after it. */
  static List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int end = next(text, 0); start < text.length(); end = next(text, end)) {
      sentences.add(new Span(start, end));
      start = end;
    }
    return sentences;
  }

  /** Whether a sentence or a paragraph ends within a stretch, its end taken in. */
  static boolean endsIn(String text, Span stretch) {
    for (int i = stretch.start(); i < stretch.end(); i++) {
      char c = text.charAt(i);
      if (WIDE_ENDS.indexOf(c) >= 0 || c == '\n' || c == '\r') {
        return true;
      }
      if (ENDS.indexOf(c) >= 0 && isOver(text, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean over =
          WIDE_ENDS.indexOf(c) >= 0
              || ENDS.indexOf(c) >= 0 && isOver(text, i + 1)
              || isEmptyLine(text, i);
      if (over) {
        return afterBlanks(text, afterClosers(text, i + 1));
      }
    }
    return text.length();
  }

  private static boolean isOver(String text, int at) {
    int next = afterClosers(text, at);
    return next == text.length() || Character.isWhitespace(text.charAt(next));
  }

  private static int afterClosers(String text, int at) {
    int next = at;
    while (next < text.length() && CLOSERS.indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }

  private static int afterBlanks(String text, int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isEmptyLine(String text, int at) {
    if (text.charAt(at) != '\n') {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && " \t\r".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next < text.length() && text.charAt(next) == '\n';
  }
}
