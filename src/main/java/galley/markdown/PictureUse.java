package galley.markdown;

import galley.text.Span;

/**
 * A picture where a body uses it, written as a Markdown image or as an HTML {@code img}.
 *
 * @param destination as the body writes it, backslashes and entities read
 * @param alt the text in its place, without markup, may be empty
 * @param title may be empty
 * @param span its source; for an {@code img} in an HTML block the whole block
 * @param alone whether it is the only thing in its paragraph, and so a figure
 */
public record PictureUse(String destination, String alt, String title, Span span, boolean alone) {}
