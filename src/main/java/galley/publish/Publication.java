package galley.publish;

/**
 * What a publication did.
 *
 * @param release what stands there now
 * @param generation which publication to this host it was
 * @param sent how many files travelled
 * @param sentBytes their sizes together
 * @param removed how many files went away
 * @param tidy whether nothing of Galley's is left to clear away; else the next one does it
 */
public record Publication(
    String release, long generation, int sent, long sentBytes, int removed, boolean tidy) {}
