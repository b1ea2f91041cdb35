package galley.ui.review;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.text.Span;
import java.util.UUID;

/**
 * A note that somebody has begun and not yet posted.
 *
 * @param target the picture's file or the field's key, as {@link Anchor#target()}
 * @param span where in the body, the headline or the standfirst
 * @param words what it is about
 * @param replacement what is to stand there instead, for a suggestion
 */
public record Unsent(
    UUID id,
    Annotation.Kind kind,
    Anchor.Scope scope,
    String target,
    Span span,
    String words,
    String body,
    String replacement) {
  Unsent withKind(Annotation.Kind now) {
    return new Unsent(id, now, scope, target, span, words, body, replacement);
  }

  Unsent withBody(String now) {
    return new Unsent(id, kind, scope, target, span, words, now, replacement);
  }

  Unsent withReplacement(String now) {
    return new Unsent(id, kind, scope, target, span, words, body, now);
  }

  /** The same, elsewhere. */
  public Unsent withSpan(Span now) {
    return new Unsent(id, kind, scope, target, now, words, body, replacement);
  }

  /** Whether there is nothing to lose. */
  public boolean isBlank() {
    return body.isBlank() && (kind != Annotation.Kind.SUGGESTION || replacement.equals(words));
  }
}
