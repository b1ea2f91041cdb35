package galley.images;

/**
 * What a picture's header says.
 *
 * @param width in pixels as shown, after EXIF rotation
 * @param height in pixels as shown, after EXIF rotation
 * @param orientation the EXIF orientation, 1 (upright) to 8
 * @param animated whether it has more than one frame
 * @param transparent whether its kind of pixels can be see-through
 */
public record PictureInfo(
    Format format, int width, int height, int orientation, boolean animated, boolean transparent) {
  /** Whether the picture goes out as it is, without scaled copies: it moves, or it is drawn. */
  public boolean isKeptWhole() {
    return animated || format == Format.SVG;
  }
}
