package galley.desk;

/**
 * What a publication or a step back did.
 *
 * @param release what stands at the destination now
 * @param posts how many posts became published
 */
public record Published(String release, int sent, long bytes, int removed, int posts) {}
