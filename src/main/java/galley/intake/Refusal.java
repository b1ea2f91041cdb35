package galley.intake;

/**
 * Something that could not come in.
 *
 * @param from the file, as a person would name it
 * @param why one plain sentence
 */
public record Refusal(String from, String why) {}
