package galley.export;

/**
 * One piece of a page's article: its header, a block of the body, or its footer.
 *
 * @param html none, one or several elements, each closed
 * @param firstLine the first line of its source in the body, from 0; -1 where it has none
 * @param lastLine the last line of its source, inclusive; -1 where it has none
 */
public record PageBlock(String html, int firstLine, int lastLine) {}
