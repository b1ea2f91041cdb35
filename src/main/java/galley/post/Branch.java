package galley.post;

/**
 * The words of a post as somebody would have them, which are nobody else's until they become
 * suggestions.
 *
 * @param base the words it was begun on
 * @param text those words as somebody would have them
 */
public record Branch(Texts base, Texts text) {}
