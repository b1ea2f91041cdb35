package galley.store;

import galley.post.Placement;
import java.util.Map;
import java.util.UUID;

/**
 * Where annotations stand in one text.
 *
 * @param text SHA-256 of the body the places refer to
 */
public record Placed(String text, Map<UUID, Placement> places) {
  public Placed {
    places = Map.copyOf(places);
  }
}
