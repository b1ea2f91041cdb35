package galley.post;

import java.util.Optional;

/**
 * A picture as one post uses it. The file itself lies in the library's media folder under its
 * fingerprint; a reference without one is a picture place that waits for its file.
 *
 * @param file the destination exactly as the body writes it ({@code media/ferry.jpg}), unique in
 *     the post
 * @param sha256 the file's fingerprint, 64 hexadecimal digits
 * @param originalName what the file was called when it came in
 * @param bytes the file's size, 0 where there is none
 * @param width in pixels as shown (after EXIF rotation), 0 where unknown
 * @param height in pixels as shown, 0 where unknown
 * @param alt what the picture shows, for those who can't see it; the alt text written in the body
 *     goes before it
 * @param caption the line under the picture; plain text
 * @param credit who made it; plain text
 * @param licence the terms it is used under; plain text
 * @param decorative whether it carries no meaning, so that an empty alt text is right
 */
public record ImageRef(
    String file,
    Optional<String> sha256,
    String originalName,
    long bytes,
    int width,
    int height,
    String alt,
    String caption,
    String credit,
    String licence,
    boolean decorative) {
  public ImageRef {
    if (file.isBlank()) {
      throw new IllegalArgumentException("An image reference needs the name the body uses");
    }
    sha256.ifPresent(hash -> {
      if (!hash.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("Not a SHA-256: " + hash);
      }
    });
  }

  /** A place for a picture that is not here yet. */
  public static ImageRef place(String file) {
    return new ImageRef(file, Optional.empty(), "", 0, 0, 0, "", "", "", "", false);
  }

  public boolean isPlace() {
    return sha256.isEmpty();
  }

  public ImageRef withFile(String newFile) {
    return new ImageRef(
        newFile,
        sha256,
        originalName,
        bytes,
        width,
        height,
        alt,
        caption,
        credit,
        licence,
        decorative);
  }

  /** The same use with what a person says about it changed. */
  public ImageRef withWords(
      String newAlt, String newCaption, String newCredit, String newLicence, boolean isDecorative) {
    return new ImageRef(
        file,
        sha256,
        originalName,
        bytes,
        width,
        height,
        newAlt,
        newCaption,
        newCredit,
        newLicence,
        isDecorative);
  }

  /** The same use and words with another picture file. */
  public ImageRef withPicture(
      String newSha256, String newOriginalName, long newBytes, int newWidth, int newHeight) {
    return new ImageRef(
        file,
        Optional.of(newSha256),
        newOriginalName,
        newBytes,
        newWidth,
        newHeight,
        alt,
        caption,
        credit,
        licence,
        decorative);
  }
}
