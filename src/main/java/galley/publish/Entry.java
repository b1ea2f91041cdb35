package galley.publish;

/**
 * What a host says about a name in a folder.
 *
 * @param folder whether it is a folder, or a link to one
 * @param bytes a file's size
 * @param mark what changes whenever the file does (a time, an ETag), compared and never read; empty
 *     where the host has no such thing
 */
public record Entry(boolean folder, long bytes, String mark) {
  static Entry directory() {
    return new Entry(true, 0, "");
  }
}
