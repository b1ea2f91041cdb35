package galley.store;

/**
 * Something wrong with a library, in plain sentences.
 *
 * @param what happened
 * @param where a post's slug or a file
 * @param safe what is not lost
 * @param next what to do
 */
public record Problem(String what, String where, String safe, String next) {}
