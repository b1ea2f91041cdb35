package galley.desk;

import galley.asset.Messages;
import galley.export.Bundle;
import galley.export.BundleFile;
import galley.export.BundleWriter;
import galley.export.Bundles;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PlacedAnnotation;
import galley.review.CriticMarkup;
import galley.review.ReviewPage;
import galley.review.WebAnnotations;
import galley.review.WordDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A post as one document for people who have other programs. Blocks. */
final class Documents {
  private final Bench bench;
  private final OpenPosts open;

  Documents(Bench bench, OpenPosts open) {
    this.bench = bench;
    this.open = open;
  }

  /**
   * Writes a post with what was said about it.
   *
   * @param to the file; or a folder, where nothing is replaced that somebody may have written into
   */
  Path write(UUID post, ReviewFormat format, Path to) {
    Bundle document = bundle(post, format, true);
    if (Files.isDirectory(to)) {
      return BundleWriter.file(document, to);
    }
    try (var in = document.files().getFirst().content().open()) {
      Files.createDirectories(Objects.requireNonNull(to.toAbsolutePath().getParent()));
      WholeFile.write(to, in.readAllBytes());
      return to;
    } catch (IOException e) {
      throw new DeskException(Messages.text("desk.document-unwritten", to, e.toString()), e);
    }
  }

  /**
   * The document as a bundle of one file.
   *
   * @param said whether what was said goes along, with suggestions as changes; without, it is the
   *     text as it stands
   */
  Bundle bundle(UUID post, ReviewFormat format, boolean said) {
    return open.with(
        post,
        session -> {
          List<PlacedAnnotation> all = said ? session.review().annotations() : List.of();
          String name = Bundles.name(session.post());
          byte[] bytes = bytes(post, session.latest(), all, format);
          BundleFile file = BundleFile.of(name + "." + format.end(), bytes);
          return new Bundle(name, List.of(file), List.of());
        });
  }

  private byte[] bytes(UUID post, Draft draft, List<PlacedAnnotation> all, ReviewFormat format) {
    return switch (format) {
      case DOCX -> WordDocument.write(draft, all, file -> picture(draft, file));
      case CRITICMARKUP -> bytes(CriticMarkup.write(draft.body(), all));
      case JSONLD -> bytes(WebAnnotations.write(post, draft.body(), all));
      case HTML -> bytes(ReviewPage.of(draft, pictures(draft), all));
    };
  }

  private Optional<byte[]> picture(Draft draft, String file) {
    try {
      Optional<Path> found =
          draft.image(file).flatMap(ImageRef::sha256).flatMap(bench.library().media()::find);
      return found.isPresent() ? Optional.of(Files.readAllBytes(found.get())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // a place is shown for it
    }
  }

  private Map<String, String> pictures(Draft draft) {
    Map<String, String> all = new HashMap<>();
    for (ImageRef image : draft.images()) {
      Optional<byte[]> bytes = picture(draft, image.file());
      if (bytes.isPresent()) {
        String name = image.originalName().toLowerCase(Locale.ROOT);
        String end = name.substring(name.lastIndexOf('.') + 1);
        String type = end.equals("jpg") ? "jpeg" : end.equals("svg") ? "svg+xml" : end;
        all.put(
            image.sha256().orElseThrow(),
            "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes.get()));
      }
    }
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
