package galley.ui.kit;

import galley.asset.Messages;

/** Amounts as people read them. */
public final class Amounts {
  private Amounts() {}

  /** A size; kilobytes are thousands of bytes. */
  public static String size(long bytes) {
    if (bytes < 1000) {
      return Messages.text("kit.bytes", bytes);
    }
    if (bytes < 999_500) {
      return Messages.text("kit.kilobytes", Math.round(bytes / 1000.0));
    }
    return Messages.text("kit.megabytes", Math.round(bytes / 100_000.0) / 10.0);
  }
}
