package galley.markdown;

/**
 * The HTML of one top-level block.
 *
 * @param html none, one or several elements, each closed
 * @param firstLine the first line of its source, from 0; -1 where it has no place of its own
 * @param lastLine the last line of its source, inclusive; -1 where it has no place of its own
 */
public record RenderedBlock(String html, int firstLine, int lastLine) {}
