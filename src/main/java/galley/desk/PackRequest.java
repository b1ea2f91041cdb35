package galley.desk;

import galley.review.Packet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What goes into a packet.
 *
 * @param to the file to be written; where its name does not end with {@code .galley}, that is added
 * @param pictures the fingerprints of those that go along; all of them where nothing is given
 * @param history which earlier states go along
 * @param note what to say to whoever opens it; may be empty
 */
public record PackRequest(Path to, Optional<Set<String>> pictures, History history, String note) {
  /** Which earlier states go along. */
  public enum History {
    /** None: only the post as it is. */
    NONE,
    /** Those that have a name. */
    NAMED,
    /** All that are kept; where they are too large for a packet, the named and the newest. */
    ALL
  }

  /** How many characters a note has at most. */
  public static final int LONGEST_NOTE = Packet.LONGEST_NOTE;

  public PackRequest {
    note = note.strip();
  }

  /** With all pictures, and nothing else. */
  public static PackRequest to(Path file) {
    return new PackRequest(file, Optional.empty(), History.NONE, "");
  }
}
