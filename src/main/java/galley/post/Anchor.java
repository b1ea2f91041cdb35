package galley.post;

import galley.text.Span;

/**
 * What an annotation was made on.
 *
 * @param scope what kind of thing
 * @param target the picture's {@link ImageRef#file()} for a picture, the key of the field for a
 *     field ({@code section}, {@code tags}, {@code bylines}, …), else empty
 * @param snapshot the SHA-256 of the text it was made on: the body, the headline or the standfirst;
 *     empty for a picture or a field
 * @param span where in that text
 * @param exact the words inside, exactly
 * @param prefix up to 32 UTF-16 units before them, never half a character
 * @param suffix up to 32 UTF-16 units after them, never half a character
 */
public record Anchor(
    Scope scope,
    String target,
    String snapshot,
    Span span,
    String exact,
    String prefix,
    String suffix) {
  /** The units of context kept on either side. */
  public static final int CONTEXT = 32;

  /** What an annotation can be made on. */
  public enum Scope {
    TEXT,
    BLOCK,
    IMAGE,
    HEADLINE,
    STANDFIRST,
    FIELD
  }

  /** An anchor on a picture or a field, which has no place in a text. */
  public static Anchor on(Scope scope, String target) {
    return new Anchor(scope, target, "", new Span(0, 0), "", "", "");
  }

  /** Whether it stands in the body, where text moves about. */
  public boolean inBody() {
    return scope == Scope.TEXT || scope == Scope.BLOCK;
  }

  /**
   * An anchor on part of a text.
   *
   * @param snapshot the SHA-256 of {@code text}
   */
  public static Anchor in(Scope scope, String text, String snapshot, Span span) {
    int from = Math.max(0, span.start() - CONTEXT);
    int to = Math.min(text.length(), span.end() + CONTEXT);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
      to--;
    }
    return new Anchor(
        scope,
        "",
        snapshot,
        span,
        span.of(text),
        text.substring(from, span.start()),
        text.substring(span.end(), to));
  }
}
