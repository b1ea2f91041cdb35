package galley.export;

import galley.asset.Messages;
import galley.images.Picture;
import galley.images.PictureException;
import galley.images.Pictures;
import galley.markdown.ParsedBody;
import galley.post.Draft;
import galley.post.ImageRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures a post shows, in their order, with the files they come from. */
final class UsedPictures {
  private final Map<String, ImageRef> images = new LinkedHashMap<>();
  private final MediaFiles media;
  private final Pictures pictures;

  UsedPictures(Draft draft, ParsedBody body, MediaFiles media, Pictures pictures) {
    this.media = media;
    this.pictures = pictures;
    draft
        .details()
        .leadImage()
        .map(file -> PictureNames.reference(draft, file))
        .ifPresent(image -> images.putIfAbsent(image.file(), image));
    body.pictures().stream()
        .map(use -> PictureNames.reference(draft, use.destination()))
        .forEach(image -> images.putIfAbsent(image.file(), image));
  }

  /** Those that have a file. */
  List<ImageRef> present() {
    return images.values().stream().filter(image -> file(image).isPresent()).toList();
  }

  /** The names of those that have none, and are left out. */
  List<String> absent() {
    List<String> names = new ArrayList<>(images.keySet());
    present().forEach(image -> names.remove(image.file()));
    return names;
  }

  Optional<Path> file(ImageRef image) {
    return image.sha256().flatMap(media::find);
  }

  /** Opens a picture that has a file; a damaged one is named in the exception. */
  Picture open(ImageRef image) {
    try {
      return pictures.open(file(image).orElseThrow());
    } catch (PictureException e) {
      throw new ExportException(
          Messages.text("export.picture", image.file(), String.valueOf(e.getMessage())), e);
    }
  }
}
