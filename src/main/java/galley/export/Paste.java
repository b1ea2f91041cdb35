package galley.export;

/**
 * A post on its way to an editor on the web.
 *
 * @param html what the editor takes over
 * @param text the same for editors that take only text
 */
public record Paste(String html, String text) {}
