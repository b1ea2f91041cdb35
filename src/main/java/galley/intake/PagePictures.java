package galley.intake;

import galley.asset.Messages;
import galley.images.PictureException;
import galley.images.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Gives the pictures of a web page names of their own and finds the files saved with it. */
final class PagePictures {
  private static final List<String> LAZY =
      List.of("data-src", "data-lazy-src", "data-original", "data-lazy", "data-hi-res-src");
  private static final Pattern DATA =
      Pattern.compile("(?is)data:image/([a-z0-9+.-]+)(?:;[a-z0-9=-]+)*;base64,(.+)");
  private static final int SMALLEST = 200; // bytes; what is smaller holds a place or counts visits

  private final PictureFinder finder;
  private final Path scratch;
  private final Notes notes;
  private final List<IncomingPicture> found = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  PagePictures(PictureFinder finder, Path scratch, Notes notes) {
    this.finder = finder;
    this.scratch = scratch;
    this.notes = notes;
  }

  List<IncomingPicture> found() {
    return found;
  }

  /**
   * Changes the article's images to {@code media/name.ext} and takes out those that show nothing.
   */
  void read(Element article) {
    article.select("picture > source").remove();
    for (Element image : article.select("img")) {
      String source = source(image);
      if (source.isEmpty() || isTiny(image)) {
        image.remove();
        continue;
      }
      Optional<IncomingPicture> picture =
          source.startsWith("data:") ? data(source) : finder.find(source);
      if (source.startsWith("data:") && picture.isEmpty()) {
        image.remove();
        continue;
      }
      String name = name(picture.map(IncomingPicture::originalName).orElse(source));
      picture.ifPresent(
          one -> found.add(new IncomingPicture(name, one.originalName(), one.data())));
      image.attr("src", name).removeAttr("srcset");
      String alt = image.attr("alt").strip();
      if (AltText.isUseless(alt)) {
        notes.setAside(Messages.text("intake.useless-alt-of", alt, name));
        image.attr("alt", "");
      }
    }
  }

  /** Pages that wait with their pictures keep the address elsewhere. */
  private static String source(Element image) {
    String source = image.attr("src").strip();
    if (source.isEmpty() || source.startsWith("data:") && source.length() < SMALLEST * 2) {
      for (String name : LAZY) {
        if (!image.attr(name).isBlank()) {
          return image.attr(name).strip();
        }
      }
      String set = image.hasAttr("srcset") ? image.attr("srcset") : image.attr("data-srcset");
      String[] last = set.strip().split(",\\s+", -1);
      if (!set.isBlank()) {
        return last[last.length - 1].strip().split("\\s+", -1)[0];
      }
    }
    return source;
  }

  private static boolean isTiny(Element image) {
    return image.attr("width").matches("[0-2](px)?") || image.attr("height").matches("[0-2](px)?");
  }

  private Optional<IncomingPicture> data(String source) {
    Matcher parts = DATA.matcher(source);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(parts.group(2));
      if (bytes.length < SMALLEST) {
        return Optional.empty();
      }
      String type = parts.group(1).toLowerCase(Locale.ROOT).replaceFirst("\\+.*", "");
      Path file =
          Files.write(
              Files.createTempFile(scratch, "picture-", "." + (type.equals("jpeg") ? "jpg" : type)),
              bytes);
      new Pictures().inspect(file);
      return Optional.of(
          new IncomingPicture("", "picture." + Kinds.extension(file.toString()), file));
    } catch (IllegalArgumentException | PictureException | IOException e) {
      notes.refused(Messages.text("intake.picture-in-page", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** A name in the folder of media that no other picture of the post has. */
  private String name(String source) {
    String path = source.replaceFirst("[?#].*$", "").replaceFirst("^.*[/\\\\]", "");
    String extension = Kinds.extension(path).replaceAll("[^a-z0-9]", "");
    String stem =
        path.replaceFirst("\\.[^.]*$", "")
            .replaceAll("%[0-9A-Fa-f]{2}|[^\\p{L}\\p{Nd}_.-]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    stem = stem.isEmpty() || stem.length() > 100 ? "picture" : stem;
    String tail = extension.isEmpty() || extension.length() > 5 ? ".jpg" : "." + extension;
    String name = "media/" + stem + tail;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = "media/" + stem + "-" + i + tail;
    }
    return name;
  }
}
