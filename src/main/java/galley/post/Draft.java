package galley.post;

import java.util.List;
import java.util.Optional;

/**
 * What a person can change in a post, as it stands at one moment.
 *
 * @param details headline, standfirst and the rest
 * @param body CommonMark source, exactly as written
 * @param images every picture the post uses or has a place for, by {@link ImageRef#file()}
 */
public record Draft(Details details, String body, List<ImageRef> images) {
  public Draft {
    images = List.copyOf(images);
  }

  /** The picture the body calls by this name. */
  public Optional<ImageRef> image(String file) {
    return images.stream().filter(image -> image.file().equals(file)).findFirst();
  }

  public Draft withDetails(Details newDetails) {
    return new Draft(newDetails, body, images);
  }

  public Draft withBody(String newBody) {
    return new Draft(details, newBody, images);
  }

  public Draft withImages(List<ImageRef> newImages) {
    return new Draft(details, body, newImages);
  }
}
