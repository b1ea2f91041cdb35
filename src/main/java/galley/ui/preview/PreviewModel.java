package galley.ui.preview;

import galley.asset.Messages;
import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.post.Post;
import galley.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads the open post after a pause in the typing and makes its page on a thread of its own.
 *
 * <p>While a page is being made, later changes wait and are then read once: nothing queues up, and
 * a long text never holds the window. Methods and properties belong to the JavaFX thread.
 */
public final class PreviewModel implements AutoCloseable {
  /** How long typing has to rest before the page follows, in milliseconds. */
  static final long PAUSE = 120;

  /** How long the page waits at most while typing does not rest, in milliseconds. */
  static final long LONGEST = 600;

  /** A page that took long to make waits so many times as long, so that others get their turn. */
  private static final int SHARE = 4;

  /** A page and how it differs from the one before. */
  record Made(
      long post,
      ParsedBody body,
      @Nullable PageSheet sheet,
      @Nullable PageSheet base,
      List<BlockEdit> edits) {}

  private final BiFunction<Post, ParsedBody, PageSheet> pages;
  private final ScheduledExecutorService worker;
  private final ReadOnlyObjectWrapper<@Nullable Made> made = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<ParsedBody>> body =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private @Nullable Supplier<Supplier<Post>> source;
  private @Nullable ScheduledFuture<?> waiting;
  private long opened;
  private long firstChange;
  private long lastTook;
  private boolean busy;
  private boolean stale;
  private boolean drawing = true;

  PreviewModel(BiFunction<Post, ParsedBody, PageSheet> pages) {
    this.pages = pages;
    worker =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("preview").unstarted(task));
  }

  /**
   * Follows a post from now on.
   *
   * @param post takes the post as it stands, unsaved words included; asked on the JavaFX thread.
   *     What it gives is put together on the model's own thread
   */
  void open(Supplier<Supplier<Post>> post) {
    opened++;
    source = post;
    made.set(null);
    body.set(Optional.empty());
    failure.set("");
    firstChange = 0;
    lastTook = 0;
    stop();
    read();
  }

  /** Follows nothing any more. */
  void shut() {
    opened++;
    source = null;
    stop();
    made.set(null);
    body.set(Optional.empty());
    failure.set("");
  }

  /** Tells that the post has changed; cheap enough for every key. */
  void changed() {
    if (source == null) {
      return;
    }
    long now = System.nanoTime();
    if (firstChange == 0) {
      firstChange = now;
    }
    long pause = Math.max(PAUSE, SHARE * lastTook);
    long left = Math.max(LONGEST, pause) - TimeUnit.NANOSECONDS.toMillis(now - firstChange);
    stop();
    waiting =
        worker.schedule(
            () -> Fx.run(this::read), Math.clamp(left, 0, pause), TimeUnit.MILLISECONDS);
  }

  /** Whether pages are made, or only the text is read. */
  void drawing(boolean isWanted) {
    if (drawing != isWanted) {
      drawing = isWanted;
      if (drawing && source != null) {
        read();
      }
    }
  }

  ReadOnlyObjectProperty<@Nullable Made> made() {
    return made.getReadOnlyProperty();
  }

  /** The newest text that was read, for outline, counts and checks. */
  public ReadOnlyObjectProperty<Optional<ParsedBody>> body() {
    return body.getReadOnlyProperty();
  }

  /** What to tell the person about a page that could not be made; empty while all is well. */
  public ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  @Override
  public void close() {
    source = null;
    worker.shutdownNow();
  }

  private void stop() {
    if (waiting != null) {
      waiting.cancel(false);
      waiting = null;
    }
  }

  private void read() {
    Supplier<Supplier<Post>> from = source;
    if (from == null) {
      return;
    }
    if (busy) {
      stale = true;
      return;
    }
    busy = true;
    stale = false;
    firstChange = 0;
    Supplier<Post> post = from.get();
    Made last = made.get();
    Optional<ParsedBody> known = body.get();
    long number = opened;
    boolean draw = drawing;
    worker.execute(() -> {
      Made next = null;
      RuntimeException thrown = null;
      long begun = System.nanoTime();
      try {
        next = make(post.get(), known, last == null ? null : last.sheet(), number, draw);
      } catch (RuntimeException e) {
        // Whatever a text or theme upsets, the words are safe and the page from before stays.
        thrown = e;
        System.getLogger(PreviewModel.class.getName())
            .log(System.Logger.Level.WARNING, "The preview failed", e);
      }
      Made outcome = next;
      boolean failed = thrown != null;
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      Fx.run(() -> {
        lastTook = took;
        finished(number, outcome, failed);
      });
    });
  }

  private Made make(
      Post post, Optional<ParsedBody> known, @Nullable PageSheet base, long number, boolean draw) {
    ParsedBody parsed =
        known
            .filter(old -> old.source().equals(post.body()))
            .orElseGet(() -> Markdown.parse(post.body()));
    if (!draw) {
      return new Made(number, parsed, null, null, List.of());
    }
    PageSheet sheet = pages.apply(post, parsed);
    List<BlockEdit> edits =
        base != null && base.sameShell(sheet)
            ? BlockDiff.between(base.html(), sheet.html())
            : List.of();
    return new Made(number, parsed, sheet, base, edits);
  }

  private void finished(long number, @Nullable Made outcome, boolean failed) {
    busy = false;
    if (number == opened) {
      failure.set(failed ? Messages.text("preview.failed") : "");
      if (outcome != null) {
        body.set(Optional.of(outcome.body()));
        if (outcome.sheet() != null) {
          made.set(outcome);
        }
      }
    }
    if (stale) {
      read();
    }
  }
}
