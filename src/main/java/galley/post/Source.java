package galley.post;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What backs a claim in a post.
 *
 * @param kind where it can be found
 * @param title what it is, or who said it
 * @param address a link, a file's name, a page or a minute; may be empty
 * @param date when it was published, said or read
 */
public record Source(Kind kind, String title, String address, Optional<LocalDate> date) {
  /** Where a source can be found. */
  public enum Kind {
    LINK,
    DOCUMENT,
    INTERVIEW
  }
}
