package galley.ui.editor;

import galley.text.Span;
import galley.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;

/**
 * Where the body is scrolled to, in lines: 12.5 when half of line 12 is above the upper edge. The
 * header is line -1, so that -0.25 is its last quarter. On the JavaFX thread.
 */
final class Scrolling {
  private static final double GLIDE_NANOS = 140e6;

  /** How much of the way to another place is seen. In pixels. */
  private static final double APPROACH = 120;

  /** So near to an edge words are hard to find. In pixels. */
  private static final double EDGE = 90;

  /** Lines; text moves by whole pixels, and no line is a thousand pixels tall. */
  private static final double SAME = 0.001;

  private final Surface area;
  private final Margin margin;
  private DoubleConsumer scrolled = line -> {};
  private boolean ours;
  private boolean telling;
  private double told = Double.NaN;
  private Optional<Glide> gliding = Optional.empty();

  Scrolling(Surface area, Margin margin) {
    this.area = area;
    this.margin = margin;
  }

  void install() {
    var _ =
        area.viewportDirtyEvents()
            .subscribe(_ -> {
              if (!ours && !telling) {
                telling = true;
                Fx.later(this::tell);
              }
            });
  }

  /** Tells where the text is, once after all that moved it, and only if it did move. */
  private void tell() {
    telling = false;
    double now = firstLine();
    if (!(Math.abs(now - told) <= SAME)) {
      told = now;
      scrolled.accept(now);
    }
  }

  /** Tells of scrolling by the person, and by going somewhere; not of {@link #to}. */
  void onScrolled(DoubleConsumer listener) {
    scrolled = listener;
  }

  private double top(Region box) {
    Point2D there = area.sceneToLocal(box.localToScene(0, 0));
    return there == null ? 0 : there.getY() - area.getInsets().getTop();
  }

  double firstLine() {
    for (Beside beside : margin.lines()) {
      Region box = beside.box().orElseThrow();
      double above = -top(box);
      if (above < box.getHeight() - 0.5) {
        double header = box.getInsets().getTop();
        if (beside.line() == 0 && above < header) {
          return header <= 0 ? 0 : -1 + Math.max(0, above) / header;
        }
        return beside.line() + Math.clamp((above - header) / (box.getHeight() - header), 0.0, 1.0);
      }
    }
    return 0;
  }

  /** Scrolls so that a line is at the upper edge, at once or in a short glide. */
  void to(double line, boolean animated) {
    stop();
    int last = area.getParagraphs().size() - 1;
    double wanted = Math.clamp(line, -1.0, last + 0.999);
    int number = Math.max(0, (int) Math.floor(wanted));
    Optional<Region> shown =
        margin.lines().stream()
            .filter(beside -> beside.line() == number)
            .findFirst()
            .flatMap(Beside::box);
    if (animated && shown.isPresent()) {
      Glide glide = new Glide(top(shown.get()) + inside(shown.get(), wanted));
      gliding = Optional.of(glide);
      glide.start();
      return;
    }
    quietly(() -> {
      Region box = area.box(number);
      area.flow().showAtOffset(number, -inside(box, wanted));
    });
  }

  /** How far down in its box a place is. */
  private static double inside(Region box, double line) {
    double header = box.getInsets().getTop();
    if (line < 0) {
      return (line + 1) * header;
    }
    return header + (line - Math.floor(line)) * (box.getHeight() - header);
  }

  /**
   * Does what moves the area in its window, and scrolls so that what is read stays where it is. At
   * the very top the text moves along, or its first lines could not be seen.
   */
  void inPlace(Runnable work) {
    stop();
    List<Beside> lines = margin.lines();
    Optional<Region> reading =
        lines.isEmpty() ? Optional.empty() : lines.get(lines.size() / 2).box();
    double before = reading.map(Scrolling::inWindow).orElse(0.0);
    work.run();
    area.layout();
    double way = reading.map(Scrolling::inWindow).orElse(0.0) - before;
    if (way != 0 && above() >= Math.abs(way)) {
      quietly(() -> area.scrollYBy(way));
    }
  }

  private static double inWindow(Region box) {
    return box.localToScene(0, 0).getY();
  }

  /** How much text is above the upper edge, where its beginning is in view. */
  private double above() {
    return margin.top().flatMap(Beside::box).map(box -> -top(box)).orElse(Double.MAX_VALUE);
  }

  private void quietly(Runnable work) {
    boolean before = ours;
    ours = true;
    try {
      work.run();
      area.layout();
      told = firstLine();
    } finally {
      ours = before;
    }
  }

  /**
   * Brings a line that is not in view near the middle. It glides the last of the way, from the side
   * where it lies, unless the person or the system wants nothing to move.
   */
  void center(int line) {
    for (Beside beside : margin.lines()) {
      Region box = beside.box().orElseThrow();
      double header = box.getInsets().getTop();
      if (beside.line() == line
          && top(box) + header >= 0
          && top(box) + box.getHeight() <= area.getHeight()) {
        return;
      }
    }
    double wanted = Math.floor(area.getHeight() * 0.4);
    stop();
    if (area.getScene() == null || area.getScene().getPreferences().isReducedMotion()) {
      area.flow().showAtOffset(line, wanted);
      return;
    }
    double way = line > firstLine() ? APPROACH : -APPROACH;
    area.flow().showAtOffset(line, wanted + way);
    area.layout();
    Glide glide = new Glide(way);
    gliding = Optional.of(glide);
    glide.start();
  }

  /** Scrolls by so many pixels, and tells whether the text can go on that way. */
  boolean by(double pixels) {
    stop();
    boolean can = canGo(pixels);
    area.scrollYBy(pixels);
    return can;
  }

  private boolean canGo(double pixels) {
    List<Beside> lines = margin.lines();
    if (lines.isEmpty()) {
      return false;
    }
    Beside edge = pixels < 0 ? lines.getFirst() : lines.getLast();
    Region box = edge.box().orElseThrow();
    return pixels < 0
        ? edge.line() > 0 || top(box) < -0.5
        : edge.line() < area.getParagraphs().size() - 1
            || top(box) + box.getHeight() > area.getHeight() + 0.5;
  }

  private void stop() {
    gliding.ifPresent(AnimationTimer::stop);
    gliding = Optional.empty();
  }

  /** Brings a part of the text that is not in view, or at its very edge, near the middle. */
  void reveal(Span part) {
    if (area.getScene() == null) {
      return;
    }
    stop();
    area.layout();
    if (place(part).isEmpty()) {
      area.flow().showAtOffset(area.lineOf(part.start()), Math.floor(area.getHeight() * 0.4));
      area.layout();
    }
    place(part)
        .filter(at -> at.getMinY() < EDGE || at.getMaxY() > area.getHeight() - EDGE)
        .ifPresent(at -> area.scrollYBy(at.getMinY() - Math.floor(area.getHeight() * 0.4)));
  }

  /** Where a part is in the area; empty where its line is not laid out. */
  private Optional<Bounds> place(Span part) {
    int start = Math.min(part.start(), Math.max(0, area.getLength() - 1));
    int end = Math.clamp(part.end(), start, area.getLength());
    return start < end
        ? area.getCharacterBoundsOnScreen(start, end).map(area::screenToLocal)
        : Optional.empty();
  }

  /** A short eased way over some pixels. */
  private final class Glide extends AnimationTimer {
    private final double distance;
    private double done;
    private long started;

    Glide(double distance) {
      this.distance = distance;
    }

    @Override
    public void handle(long now) {
      if (started == 0) {
        started = now;
      }
      double time = Math.min(1, (now - started) / GLIDE_NANOS);
      double eased = 1 - Math.pow(1 - time, 3);
      double step = distance * eased - done;
      done += step;
      quietly(() -> area.scrollYBy(step));
      if (time >= 1) {
        stop();
        scrolled.accept(firstLine());
      }
    }
  }
}
