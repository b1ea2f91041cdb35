package galley.images;

/** The kinds of picture the program reads, known by their first bytes and never by their name. */
public enum Format {
  JPEG("jpg", "image/jpeg"),
  PNG("png", "image/png"),
  GIF("gif", "image/gif"),
  WEBP("webp", "image/webp"),
  SVG("svg", "image/svg+xml");

  private final String extension;
  private final String mediaType;

  Format(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** How a file of this kind ends, without the full stop. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }
}
