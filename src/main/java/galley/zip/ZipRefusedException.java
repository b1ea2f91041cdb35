package galley.zip;

import java.io.IOException;
import java.io.Serial;

/** Why an archive is not read any further. */
public final class ZipRefusedException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /** The reasons, none of which says anything about the other files of an import. */
  public enum Reason {
    /** No archive, cut short, or its parts contradict one another. */
    DAMAGED,
    /** Encrypted, wholly or in part. */
    LOCKED,
    /** More entries than {@link CheckedZip#MOST_ENTRIES}. */
    MANY,
    /** One file larger than {@link CheckedZip#LARGEST_FILE}. */
    LARGE_FILE,
    /** All files together larger than {@link CheckedZip#LARGEST_ALL}. */
    LARGE,
    /** A file that grows more than {@link CheckedZip#MOST_RATIO} times when unpacked. */
    BOMB
  }

  private final Reason reason;
  private final String entry;

  ZipRefusedException(Reason reason, String entry) {
    super(reason + " " + entry);
    this.reason = reason;
    this.entry = entry;
  }

  public Reason reason() {
    return reason;
  }

  /** The entry it happened at; for {@link Reason#MANY} how many there are, else empty. */
  public String entry() {
    return entry;
  }
}
