package galley.export;

import galley.post.ImageRef;
import java.util.Map;
import java.util.Optional;

/** The links of a page whose style sheet, fonts and pictures lie in the same file as it does. */
record OwnFiles(String sheet, Map<String, PictureFiles> pictures) implements PageLinks {
  @Override
  public Optional<PictureFiles> picture(ImageRef image) {
    return Optional.ofNullable(pictures.get(image.file()));
  }

  @Override
  public Optional<String> styleSheet() {
    return Optional.of(sheet);
  }

  @Override
  public String font(String name) {
    return name;
  }

  @Override
  public String sources() {
    return "'self'";
  }
}
