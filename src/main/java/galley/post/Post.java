package galley.post;

import java.time.Instant;
import java.util.UUID;

/**
 * One piece in the library, whatever its stage.
 *
 * @param id never changes
 * @param draft what it says
 * @param version counts its saves, for telling a stale copy from the newest
 * @param created when it came into the library
 * @param changed when it was last saved with a change
 */
public record Post(UUID id, Draft draft, long version, Instant created, Instant changed) {
  public Details details() {
    return draft.details();
  }

  public String body() {
    return draft.body();
  }

  public String slug() {
    return draft.details().slug();
  }

  public String headline() {
    return draft.details().headline();
  }
}
