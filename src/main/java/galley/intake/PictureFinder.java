package galley.intake;

import galley.asset.Messages;
import galley.images.Format;
import galley.images.PictureException;
import galley.images.PictureInfo;
import galley.images.Pictures;
import galley.images.Svg;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the files of one post's pictures: beside the post, below the folder it came with, or there
 * by the end of the path. Only files that are pictures are taken. Nothing is fetched.
 */
final class PictureFinder {
  private static final Pattern ON_WEB = Pattern.compile("(?i)(https?:)?//.*");
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");
  // "{{ site.baseurl }}/assets/ferry.jpg", and the query of an address
  private static final Pattern TEMPLATE = Pattern.compile("^(\\{\\{[^{}]*}}|\\{%[^{}]*%})");
  private static final Pattern QUERY = Pattern.compile("[?#].*$");
  private static final Pattern SCRIPT =
      Pattern.compile("(?i)<script|\\son[a-z]+\\s*=|javascript:|<foreignObject|<!ENTITY");

  private final PostFile post;
  private final Path scratch;
  private final Notes notes;

  PictureFinder(PostFile post, Path scratch, Notes notes) {
    this.post = post;
    this.scratch = scratch;
    this.notes = notes;
  }

  /** The file for a picture the post names, with a note where there is none. */
  Optional<IncomingPicture> find(String destination) {
    if (ON_WEB.matcher(destination).matches()) {
      notes.kept(Messages.text("intake.picture-on-web", destination));
      return Optional.empty();
    }
    if (SCHEME.matcher(destination).matches()) {
      return Optional.empty();
    }
    return file(destination).flatMap(path -> picture(destination, path));
  }

  /** The same without a word where there is none: what names it may be no picture's use at all. */
  Optional<IncomingPicture> peek(String destination) {
    Notes unsaid = new Notes();
    Optional<IncomingPicture> found =
        hasNoFile(destination)
            ? Optional.empty()
            : new PictureFinder(post, scratch, unsaid).find(destination);
    if (found.isPresent()) {
      unsaid.all().forEach(notes::add);
    }
    return found;
  }

  private Optional<Path> file(String destination) {
    String path = TEMPLATE.matcher(destination.replace('\\', '/').strip()).replaceFirst("");
    for (String form : List.of(path, QUERY.matcher(path).replaceFirst(""), decoded(path))) {
      Optional<Path> found = direct(form);
      if (found.isPresent()) {
        return found;
      }
    }
    String name = decoded(path);
    if (name.isBlank() || name.endsWith("/")) {
      notes.changed(Messages.text("intake.picture-missing", destination));
      return Optional.empty();
    }
    List<Path> alike = post.tree().endingLike(name);
    if (alike.size() == 1 || same(alike)) {
      notes.kept(
          Messages.text(
              "intake.picture-found",
              destination,
              post.tree().root().relativize(alike.getFirst())));
      return Optional.of(alike.getFirst());
    }
    notes.changed(
        alike.isEmpty()
            ? Messages.text("intake.picture-missing", destination)
            : Messages.text("intake.picture-several", destination, alike.size()));
    return Optional.empty();
  }

  private Optional<Path> direct(String path) {
    try {
      if (path.startsWith("/")) {
        Path root = post.tree().root();
        String below = path.replaceFirst("^/+", "");
        return post.tree()
            .inside(root.resolve(below))
            .or(() -> post.tree().inside(root.resolve("static").resolve(below)))
            .or(() -> post.tree().inside(root.resolve("public").resolve(below)));
      }
      return path.isEmpty()
          ? Optional.empty()
          : post.tree()
              .inside(post.folder().resolve(path))
              .or(() -> post.tree().inside(post.tree().root().resolve(path)));
    } catch (InvalidPathException e) {
      return Optional.empty(); // a name this system can't hold, so no file has it
    }
  }

  private static boolean same(List<Path> files) {
    if (files.size() < 2 || files.size() > 20) {
      return false;
    }
    try {
      for (Path file : files) {
        if (Files.mismatch(files.getFirst(), file) >= 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false; // what can't be read can't be told apart
    }
  }

  private Optional<IncomingPicture> picture(String destination, Path path) {
    String name = path.getFileName().toString();
    try {
      PictureInfo info = new Pictures().inspect(path);
      Path data = info.format() == Format.SVG ? drawing(name, path) : path;
      return Optional.of(new IncomingPicture(destination, name, data));
    } catch (PictureException e) {
      notes.refused(
          Messages.text("intake.picture-refused", destination, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      notes.refused(Messages.text("intake.picture-unreadable", destination));
    }
    return Optional.empty();
  }

  /** A drawing comes in as it is, unless it could do more than draw. */
  private Path drawing(String name, Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    byte[] clean = Svg.clean(bytes);
    if (Arrays.equals(bytes, clean)
        || !SCRIPT.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find()) {
      return path;
    }
    notes.changed(Messages.text("intake.picture-script", name));
    Path copy = Files.createTempFile(scratch, "drawing-", ".svg");
    Files.write(copy, clean);
    return copy;
  }

  private static String decoded(String path) {
    String bare = QUERY.matcher(path).replaceFirst("");
    if (!bare.contains("%")) {
      return bare;
    }
    try {
      return URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return bare; // a per cent sign that stands for itself
    }
  }

  /** Whether a destination is the picture itself, or nothing. */
  static boolean hasNoFile(String destination) {
    return destination.isBlank() || destination.toLowerCase(Locale.ROOT).startsWith("data:");
  }
}
