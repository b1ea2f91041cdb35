package galley.images;

/** Reads the one thing in EXIF that a picture can't be shown without: how it has to be turned. */
final class Exif {
  private static final int ORIENTATION = 0x112;

  private Exif() {}

  /**
   * The orientation, 1 (upright) to 8; 1 where none is said or it can't be read.
   *
   * @param start where the TIFF header stands, or the name {@code Exif} that some writers put
   *     before it
   * @param end where the block ends
   */
  static int orientation(Bytes bytes, int start, int end) {
    int tiff = bytes.has(start, "Exif\0\0") ? start + 6 : start;
    // TIFF 6.0, section 2: byte order, 42, offset of the first directory
    boolean little = bytes.has(tiff, "II");
    if (!little && !bytes.has(tiff, "MM")) {
      return 1;
    }
    long directory = tiff + bytes.int32(tiff + 4, little);
    if (directory < tiff || directory + 2 > end) {
      return 1;
    }
    int entries = bytes.short16((int) directory, little);
    for (int i = 0; i < entries; i++) {
      int entry = (int) directory + 2 + 12 * i;
      if (entry + 12 > end) {
        return 1;
      }
      if (bytes.short16(entry, little) == ORIENTATION) {
        int value = bytes.short16(entry + 8, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
}
