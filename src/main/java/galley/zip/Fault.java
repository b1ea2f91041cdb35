package galley.zip;

/** What is wrong with an archive's entry, so that it should not be read. */
public enum Fault {
  NONE,
  /** From the root, from a drive or from another machine. */
  ABSOLUTE,
  /** Out of its folder, or a name without a meaning of its own. */
  UPWARDS,
  /** A character that is not seen, or that turns the line around. */
  HIDDEN_CHARACTER,
  /** A character or a length that some system can't have in a name. */
  FORBIDDEN_CHARACTER,
  /** A full stop or a blank at the end of a name, which Windows drops. */
  TRAILING,
  /** The name of a device on Windows. */
  DEVICE,
  /** The name of another entry, as some disks take names. */
  TWICE,
  /** An archive in the archive. */
  NESTED,
  /** A symbolic link or another special file. */
  LINK
}
