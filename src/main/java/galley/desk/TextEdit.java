package galley.desk;

import galley.post.Anchor;
import galley.post.Draft;
import galley.post.Texts;
import galley.text.Span;

/**
 * What accepting a suggestion changes.
 *
 * @param scope TEXT or BLOCK for the body, else HEADLINE or STANDFIRST
 * @param span in the text as it is now
 */
public record TextEdit(Anchor.Scope scope, Span span, String replacement) {
  /** The draft with this edit made. */
  Draft in(Draft draft) {
    return in(Texts.of(draft)).in(draft);
  }

  /** The words with this edit made. */
  public Texts in(Texts texts) {
    return texts.with(scope, edited(texts.of(scope)));
  }

  private String edited(String text) {
    return text.substring(0, span.start()) + replacement + text.substring(span.end());
  }
}
