package galley.post;

/** What a person says of a picture. */
public enum PictureWords {
  ALT,
  CAPTION,
  CREDIT;

  /** What is to be said first of a picture: the first that is missing, else the alt text. */
  public static PictureWords first(ImageRef image) {
    if (!image.decorative() && image.alt().isBlank()) {
      return ALT;
    }
    return image.credit().isBlank() ? CREDIT : image.decorative() ? CAPTION : ALT;
  }
}
