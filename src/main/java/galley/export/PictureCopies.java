package galley.export;

import galley.images.Format;
import galley.images.Picture;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes the files a page shows one picture from. */
final class PictureCopies {
  private static final int INLINE_WIDTH = 1200;

  /**
   * A picture's files in a bundle.
   *
   * @param links where the page finds them
   */
  record Copies(PictureFiles links, List<BundleFile> files) {}

  private PictureCopies() {}

  /**
   * All widths in WebP and a format every browser reads; a drawing or an animation as it is.
   *
   * @param shared whether this is the picture that is shown with a link to the page
   */
  static Copies files(Picture picture, String stem, boolean shared) {
    List<BundleFile> files = new ArrayList<>();
    Optional<String> share = Optional.empty();
    if (shared) {
      share = Optional.of("media/" + stem + "-og.jpg");
      files.add(BundleFile.of(share.get(), picture.share()));
    }
    int width = picture.info().width();
    if (picture.info().isKeptWhole()) {
      String path = "media/" + stem + "." + picture.info().format().extension();
      files.add(BundleFile.of(path, picture.cleaned()));
      List<PictureFiles.Copy> only = List.of(new PictureFiles.Copy(path, width));
      return new Copies(
          new PictureFiles(List.of(), only, width, picture.info().height(), share), files);
    }
    Format fallback = picture.fallback();
    List<PictureFiles.Copy> webp = new ArrayList<>();
    List<PictureFiles.Copy> others = new ArrayList<>();
    // Each width on a core of its own where there are some; the widest takes as long as all others
    List<List<BundleFile>> copies =
        picture.widths().parallelStream()
            .map(wide -> copies(picture, "media/" + stem + "-" + wide + ".", wide, fallback))
            .toList();
    for (int i = 0; i < copies.size(); i++) {
      for (BundleFile copy : copies.get(i)) {
        files.add(copy);
        boolean isWebp = copy.path().endsWith(".webp");
        (isWebp ? webp : others).add(new PictureFiles.Copy(copy.path(), picture.widths().get(i)));
      }
    }
    int widest = picture.widths().getLast();
    return new Copies(new PictureFiles(webp, others, widest, picture.height(widest), share), files);
  }

  private static List<BundleFile> copies(Picture picture, String base, int wide, Format fallback) {
    List<BundleFile> files = new ArrayList<>();
    picture.webp(wide, fallback).ifPresent(bytes -> files.add(BundleFile.of(base + "webp", bytes)));
    files.add(BundleFile.of(base + fallback.extension(), picture.scaled(wide, fallback)));
    return files;
  }

  /** One copy as a data address, wide enough for every column. */
  static PictureFiles inline(Picture picture) {
    int width = Math.min(INLINE_WIDTH, picture.info().width());
    if (picture.info().isKeptWhole()) {
      return PictureFiles.of(
          data(picture.info().format(), picture.cleaned()),
          picture.info().width(),
          picture.info().height());
    }
    Format fallback = picture.fallback();
    String address =
        picture
            .webp(width, fallback)
            .map(bytes -> data(Format.WEBP, bytes))
            .orElseGet(() -> data(fallback, picture.scaled(width, fallback)));
    return PictureFiles.of(address, width, picture.height(width));
  }

  private static String data(Format format, byte[] bytes) {
    return "data:" + format.mediaType() + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
