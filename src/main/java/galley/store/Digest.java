package galley.store;

import java.util.HexFormat;

/**
 * The fingerprint of a set of rows, whatever their order: the exclusive or of their seals, each 64
 * hexadecimal digits. It tells of a row that vanished or came back, and is kept up to date with one
 * step a change.
 */
final class Digest {
  static final String NOTHING = "0".repeat(64);

  private final byte[] sum;

  Digest(String start) {
    sum = HexFormat.of().parseHex(start);
  }

  /** Puts a seal in, or takes it out where it is in. */
  Digest turn(String seal) {
    byte[] other = HexFormat.of().parseHex(seal);
    for (int i = 0; i < sum.length; i++) {
      sum[i] ^= other[i];
    }
    return this;
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(sum);
  }
}
