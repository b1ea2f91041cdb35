package galley.export;

import galley.images.PictureInfo;
import galley.images.Pictures;
import galley.intake.Batch;
import galley.intake.Incoming;
import galley.intake.IncomingPicture;
import galley.intake.Intake;
import galley.post.ImageRef;
import galley.post.Post;
import galley.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real posts with their pictures, where they are at hand. */
final class Corpus implements AutoCloseable {
  private final Intake intake;
  private final Map<String, Path> media = new HashMap<>();
  private final List<Post> posts = new ArrayList<>();

  Corpus(Path scratch) {
    intake = new Intake(scratch);
    Batch batch = intake.read(List.of(folder().resolve("posts")), (what, done, total) -> {});
    batch.posts().forEach(incoming -> posts.add(post(incoming)));
  }

  static boolean isHere() {
    return Files.isDirectory(folder().resolve("posts"));
  }

  static Path folder() {
    return Path.of(String.valueOf(System.getProperty("galley.shared"))).resolve("corpus");
  }

  List<Post> posts() {
    return posts;
  }

  Optional<Path> find(String sha256) {
    return Optional.ofNullable(media.get(sha256));
  }

  private Post post(Incoming incoming) {
    Map<String, Path> files = new HashMap<>();
    for (IncomingPicture picture : incoming.pictures()) {
      files.put(picture.file(), picture.data());
    }
    List<ImageRef> images =
        incoming.draft().images().stream().map(image -> filled(image, files)).toList();
    return Samples.post(incoming.draft().withImages(images));
  }

  // The corpus keeps its pictures in one folder, whatever their posts call them
  private ImageRef filled(ImageRef image, Map<String, Path> files) {
    String name = image.file().substring(image.file().lastIndexOf('/') + 1);
    Path file = files.getOrDefault(image.file(), folder().resolve("images").resolve(name));
    if (!Files.isRegularFile(file)) {
      return image;
    }
    try {
      String sha = Sha256.of(file);
      media.put(sha, file);
      PictureInfo info = new Pictures().inspect(file);
      return image.withPicture(sha, name, Files.size(file), info.width(), info.height());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    intake.close();
  }
}
