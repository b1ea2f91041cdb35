package galley.publish;

/**
 * How far a publication is.
 *
 * @param path what is being sent; empty between files
 */
public record Sent(int files, int ofFiles, long bytes, long ofBytes, String path) {}
