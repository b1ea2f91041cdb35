package galley.desk;

/**
 * A body somebody suggests on, which is nobody else's until it becomes suggestions.
 *
 * @param base the body it was begun on
 * @param text that body as somebody would have it
 */
public record Branch(String base, String text) {}
