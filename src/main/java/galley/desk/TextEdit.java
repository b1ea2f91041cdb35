package galley.desk;

import galley.post.Anchor;
import galley.post.Draft;
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
    return switch (scope) {
      case HEADLINE ->
          draft.withDetails(draft.details().withHeadline(edited(draft.details().headline())));
      case STANDFIRST ->
          draft.withDetails(draft.details().withStandfirst(edited(draft.details().standfirst())));
      default -> draft.withBody(edited(draft.body()));
    };
  }

  private String edited(String text) {
    return text.substring(0, span.start()) + replacement + text.substring(span.end());
  }
}
