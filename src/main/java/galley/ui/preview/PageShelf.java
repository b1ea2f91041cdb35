package galley.ui.preview;

import galley.export.MediaFiles;
import galley.images.Format;
import galley.images.PictureException;
import galley.images.PictureInfo;
import galley.images.Pictures;
import galley.images.Svg;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a previewed page may load: the pictures of the library by their fingerprint, made small and
 * upright enough to show. No other file can be reached through it. Any thread; slow.
 */
final class PageShelf {
  /** The widest picture a page shows, in pixels: the widest size an export writes. */
  static final int WIDEST = 1600;

  private static final Pattern PICTURE = Pattern.compile("media/([0-9a-f]{64})");
  private static final Pattern SITE =
      Pattern.compile("site/[0-9]+/([^?#\\x00]+\\.(?:jpe?g|png|gif|webp|svg))");
  private static final long MOST_KEPT = 48L << 20;

  /** What lies at an address. */
  static final class Item {
    private final String type;
    private final byte[] bytes;

    Item(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    String type() {
      return type;
    }

    /** Not to be changed. */
    byte[] bytes() {
      return bytes;
    }
  }

  private final MediaFiles media;
  private final Pictures pictures;
  private final Map<String, Item> kept = new HashMap<>();
  private final Deque<String> order = new ArrayDeque<>();
  private Optional<Path> site = Optional.empty();
  private long builds;
  private long size;

  /**
   * @param media the file of a fingerprint
   */
  PageShelf(MediaFiles media, Pictures pictures) {
    this.media = media;
    this.pictures = pictures;
  }

  /**
   * Lays the pictures of a site out that was built.
   *
   * @return what their names begin with; another one for each build, so that none is out of date
   */
  String site(Path folder) {
    synchronized (kept) {
      site = Optional.of(folder);
      return "site/" + ++builds + "/";
    }
  }

  private Optional<Path> ofSite(String path) {
    Optional<Path> folder;
    synchronized (kept) {
      folder = site;
    }
    String name = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    return folder
        .map(root -> root.resolve(name).normalize())
        .filter(file -> file.startsWith(folder.orElseThrow()) && Files.isRegularFile(file));
  }

  /** What lies under this name, if it is one of the shelf's own. */
  Optional<Item> item(String name) {
    var ofSite = SITE.matcher(name);
    if (ofSite.matches()) {
      return ofSite(ofSite.group(1)).flatMap(this::prepared);
    }
    var picture = PICTURE.matcher(name);
    if (!picture.matches()) {
      return Optional.empty();
    }
    synchronized (kept) {
      Item known = kept.get(name);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<Item> found = media.find(picture.group(1)).flatMap(this::prepared);
    found.ifPresent(item -> keep(name, item));
    return found;
  }

  private void keep(String name, Item item) {
    synchronized (kept) {
      if (kept.putIfAbsent(name, item) == null) {
        order.addLast(name);
        size += item.bytes().length;
      }
      while (size > MOST_KEPT && order.size() > 1) {
        Item dropped = kept.remove(order.removeFirst());
        size -= dropped == null ? 0 : dropped.bytes().length;
      }
    }
  }

  /** The picture as WebView can show it: it knows no WebP and no EXIF rotation. */
  private Optional<Item> prepared(Path file) {
    try {
      PictureInfo info = pictures.inspect(file);
      if (info.format() == Format.SVG) {
        return Optional.of(
            new Item(info.format().mediaType(), Svg.clean(Files.readAllBytes(file))));
      }
      boolean fits = info.width() <= WIDEST && info.orientation() == 1;
      if (info.format() != Format.WEBP && (fits || info.animated())) {
        return Optional.of(new Item(info.format().mediaType(), Files.readAllBytes(file)));
      }
      Format format = info.transparent() ? Format.PNG : Format.JPEG;
      return Optional.of(new Item(format.mediaType(), pictures.scaled(file, WIDEST, format)));
    } catch (PictureException | IOException e) {
      System.getLogger(PageShelf.class.getName())
          .log(System.Logger.Level.INFO, "The preview leaves out " + file + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
