package galley.post;

import galley.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a check reports.
 *
 * @param rule the rule's id, such as {@code alt-text}
 * @param span where in the body, where it is in the body
 * @param words what it is about: the words in the text, or a picture's name
 * @param message one plain sentence
 * @param fixes what a person can do, in plain words
 */
public record Finding(
    String rule,
    Severity severity,
    Optional<Span> span,
    String words,
    String message,
    List<String> fixes) {
  /** Errors stand in the way of an export until mended or overridden; the others do not. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }
}
