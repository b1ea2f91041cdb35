package galley.post;

/**
 * Who wrote an annotation, as it was when it was written.
 *
 * @param name as shown beside what was written
 * @param initials one to three letters for the small round badge
 * @param colour {@code #rrggbb}, never the only thing that tells two authors apart
 * @param device the public key of the device it was written on: Ed25519 (RFC 8032), in base64url
 *     without padding; empty for people who wrote without Galley
 */
public record Author(String name, String initials, String colour, String device) {
  public Author {
    if (!colour.matches("#[0-9a-f]{6}")) {
      throw new IllegalArgumentException("Not a colour: " + colour);
    }
  }
}
