package galley.desk;

/**
 * How far some work has come.
 *
 * @param what it is doing now, in a few words
 * @param done pieces finished
 * @param total pieces in all, 0 where nobody knows yet
 */
public record Progress(String what, long done, long total) {}
