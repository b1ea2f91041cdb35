package galley.images;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One picture that was opened, without its metadata. Holds the file's bytes and, once a copy was
 * asked for that was not made before, pixels of at most about 3,200 columns and those of the
 * copies. Any thread.
 */
public final class Picture {
  /** The widths a page offers to browsers, in pixels. */
  public static final List<Integer> WIDTHS = List.of(480, 800, 1200, 1600);

  private static final int SHARE_WIDTH = 1200;
  private static final int PROBE_WIDTH = 800;

  private final PictureInfo info;
  private final byte[] data;
  private final MadeBefore before;
  private final Map<Integer, BufferedImage> fitted = new ConcurrentHashMap<>();
  private Optional<BufferedImage> pixels = Optional.empty();

  Picture(PictureInfo info, byte[] data, MadeBefore before) {
    this.info = info;
    this.data = data;
    this.before = before;
  }

  public PictureInfo info() {
    return info;
  }

  /**
   * The widths this picture is offered in: the standard ones it has, and its own where it is
   * narrower than the widest of them. Never wider than it is.
   */
  public List<Integer> widths() {
    TreeSet<Integer> widths = new TreeSet<>();
    int widest = WIDTHS.getLast();
    WIDTHS.stream().filter(width -> width <= info.width()).forEach(widths::add);
    if (info.width() < widest) {
      widths.add(info.width());
    }
    return new ArrayList<>(widths);
  }

  /** The height that goes with a width. */
  public int height(int width) {
    return Math.max(1, Math.round((float) info.height() * width / info.width()));
  }

  /**
   * The format for browsers without WebP: PNG where the picture is see-through, or where it came
   * without loss and PNG is the smaller one, as with diagrams and screens; else JPEG.
   */
  public Format fallback() {
    if (info.format() == Format.JPEG) {
      return Format.JPEG;
    }
    byte[] name =
        made("fallback", () -> chosenFallback().name().getBytes(StandardCharsets.US_ASCII));
    return Format.valueOf(new String(name, StandardCharsets.US_ASCII));
  }

  private Format chosenFallback() {
    if (info.transparent() && image().getColorModel().hasAlpha()) {
      return Format.PNG;
    }
    if (info.format() == Format.WEBP) {
      return Format.JPEG;
    }
    BufferedImage probe = fitted(Math.min(PROBE_WIDTH, info.width()));
    return Encoder.png(probe).length <= Encoder.jpeg(probe).length ? Format.PNG : Format.JPEG;
  }

  /** One copy at most so wide; JPEG stands in where WebP can't be written on this system. */
  public byte[] scaled(int width, Format format) {
    int wide = Math.min(width, info.width());
    return switch (format) {
      case PNG -> made(wide + "-png", () -> Encoder.png(fitted(wide)));
      case WEBP -> webp(wide, Format.JPEG).orElseGet(() -> scaled(wide, Format.JPEG));
      case JPEG, GIF, SVG -> made(wide + "-jpg", () -> Encoder.jpeg(fitted(wide)));
    };
  }

  /**
   * One copy as WebP, without loss where the fallback has none either and it is not larger for it.
   *
   * @return empty where this system can't write WebP
   */
  public Optional<byte[]> webp(int width, Format fallback) {
    int wide = Math.min(width, info.width());
    String what = wide + (fallback == Format.PNG ? "-webp-smaller" : "-webp");
    return before
        .find(what)
        .or(() -> {
          Optional<byte[]> made = encodedWebp(fitted(wide), fallback);
          made.ifPresent(bytes -> before.keep(what, bytes));
          return made;
        });
  }

  private static Optional<byte[]> encodedWebp(BufferedImage image, Format fallback) {
    Optional<byte[]> lossy = Encoder.webp(image, false);
    if (fallback != Format.PNG || lossy.isEmpty()) {
      return lossy;
    }
    return Encoder.webp(image, true).filter(it -> it.length <= lossy.get().length).or(() -> lossy);
  }

  /** The copy other sites show with a link: JPEG on white, at most 1,200 wide. */
  public byte[] share() {
    return scaled(info.format() == Format.SVG ? SHARE_WIDTH : shareWidth(), Format.JPEG);
  }

  /** How wide {@link #share} is. */
  public int shareWidth() {
    return info.format() == Format.SVG ? SHARE_WIDTH : Math.min(SHARE_WIDTH, info.width());
  }

  /**
   * The file itself without metadata; a picture on its side is turned upright and encoded anew in
   * its own format.
   */
  public byte[] cleaned() {
    if (info.orientation() == 1) {
      return data.clone();
    }
    return made("upright", () -> upright(Pixels.decoded(data, info, info.width())));
  }

  private byte[] upright(BufferedImage turned) {
    return switch (info.format()) {
      case PNG -> Encoder.png(turned);
      case WEBP -> Encoder.fineWebp(turned).orElseGet(data::clone); // what reads it can write it
      case JPEG, GIF, SVG -> Encoder.fineJpeg(turned);
    };
  }

  /** A copy for the screen that fits into the box, never enlarged; drawings are drawn to fit. */
  public BufferedImage thumbnail(int maxWidth, int maxHeight) {
    double fit = Math.min((double) maxWidth / info.width(), (double) maxHeight / info.height());
    if (info.format() == Format.SVG) {
      return SvgDrawing.drawn(data, info, Math.max(1, (int) Math.round(info.width() * fit)));
    }
    double scale = Math.min(1, fit);
    int width = Math.max(1, (int) Math.round(info.width() * scale));
    int height = Math.max(1, (int) Math.round(info.height() * scale));
    return Pixels.scaled(Pixels.decoded(data, info, width), width, height);
  }

  private byte[] made(String what, Supplier<byte[]> making) {
    return before
        .find(what)
        .orElseGet(() -> {
          byte[] made = making.get();
          before.keep(what, made);
          return made;
        });
  }

  private BufferedImage fitted(int width) {
    return fitted.computeIfAbsent(
        width,
        it ->
            info.format() == Format.SVG
                ? SvgDrawing.drawn(data, info, it)
                : Pixels.scaled(image(), it, height(it)));
  }

  private synchronized BufferedImage image() {
    if (pixels.isEmpty()) {
      pixels = Optional.of(Pixels.decoded(data, info, WIDTHS.getLast()));
    }
    return pixels.get();
  }
}
