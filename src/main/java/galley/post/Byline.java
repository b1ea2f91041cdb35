package galley.post;

/**
 * Who a post is by.
 *
 * @param name as readers see it, never blank
 */
public record Byline(String name) {
  public Byline {
    name = name.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A byline needs a name");
    }
  }
}
