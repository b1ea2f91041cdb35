package galley.markdown;

import galley.text.Span;

/**
 * A heading in a body.
 *
 * @param level as the source writes it, 1 to 6
 * @param text without markup
 * @param id the name of its place on the page, unique in the body
 * @param span its source
 */
public record Heading(int level, String text, String id, Span span) {}
