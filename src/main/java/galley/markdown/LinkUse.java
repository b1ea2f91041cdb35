package galley.markdown;

import galley.text.Span;

/**
 * A link in a body.
 *
 * @param destination as the body writes it, backslashes and entities read; may be empty
 * @param text the words that are linked, without markup
 * @param span its source; for a link in an HTML block the whole block
 */
public record LinkUse(String destination, String text, Span span) {}
