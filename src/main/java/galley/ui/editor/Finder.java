package galley.ui.editor;

import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds and replaces in a text. Pure, any thread. */
final class Finder {
  /** After so many hits nobody counts on. */
  static final int MOST = 20_000;

  /** A regular expression may take so long before it is given up. */
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private Finder() {}

  /** What went wrong, for the person to read. */
  enum Problem {
    NOT_A_PATTERN,
    TOO_SLOW
  }

  /**
   * @param hits in the text's order, never overlapping
   */
  record Found(List<Span> hits, Optional<Problem> problem) {
    static final Found NONE = new Found(List.of(), Optional.empty());
  }

  static Optional<Pattern> pattern(Query query) {
    String source = query.regex() ? query.words() : Pattern.quote(query.words());
    if (query.wholeWord()) {
      source = "(?<![\\p{L}\\p{N}_])(?:" + source + ")(?![\\p{L}\\p{N}_])";
    }
    int flags = Pattern.MULTILINE;
    if (!query.matchCase()) {
      flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }
    try {
      return Optional.of(Pattern.compile(source, flags));
    } catch (PatternSyntaxException e) {
      return Optional.empty(); // half-typed expressions are nothing unusual
    }
  }

  static Found find(String text, Query query) {
    if (query.words().isEmpty()) {
      return Found.NONE;
    }
    Optional<Pattern> pattern = pattern(query);
    if (pattern.isEmpty()) {
      return new Found(List.of(), Optional.of(Problem.NOT_A_PATTERN));
    }
    List<Span> hits = new ArrayList<>();
    try {
      Matcher matcher =
          pattern.get().matcher(new Patient(text, System.nanoTime() + PATIENCE_NANOS));
      query
          .within()
          .ifPresent(span ->
              matcher
                  .region(
                      Math.min(span.start(), text.length()), Math.min(span.end(), text.length()))
                  .useTransparentBounds(true));
      while (hits.size() < MOST && matcher.find()) {
        if (matcher.end() > matcher.start()) {
          hits.add(new Span(matcher.start(), matcher.end()));
        }
      }
    } catch (TooSlow | StackOverflowError e) {
      return new Found(List.copyOf(hits), Optional.of(Problem.TOO_SLOW));
    }
    return new Found(List.copyOf(hits), Optional.empty());
  }

  /**
   * What a hit becomes. For an expression {@code $1} stands for its first group, as in Java; a
   * replacement that is no such pattern is taken as it stands.
   */
  static String replacement(String text, Span hit, Query query, String with) {
    if (!query.regex()) {
      return with;
    }
    Matcher matcher =
        pattern(query)
            .orElseThrow()
            .matcher(text)
            .region(hit.start(), hit.end())
            .useTransparentBounds(true)
            .useAnchoringBounds(false);
    if (!matcher.find()) {
      return with;
    }
    try {
      StringBuilder out = new StringBuilder();
      matcher.appendReplacement(out, with);
      return out.substring(hit.start());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return with;
    }
  }

  /** Thrown out of a match that takes too long. */
  private static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooSlow() {
      super(null, null, false, false);
    }
  }

  /** A text that loses patience with an expression that goes over it again and again. */
  private static final class Patient implements CharSequence {
    private final CharSequence text;
    private final long until;
    private int asked;

    Patient(CharSequence text, long until) {
      this.text = text;
      this.until = until;
    }

    @Override
    public char charAt(int index) {
      if ((++asked & 0xFFFF) == 0 && System.nanoTime() > until) {
        throw new TooSlow();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
