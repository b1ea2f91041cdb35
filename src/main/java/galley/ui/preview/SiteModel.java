package galley.ui.preview;

import galley.asset.Messages;
import galley.desk.Progress;
import galley.desk.SitePreview;
import galley.desk.SitePreviews;
import galley.post.Post;
import galley.ui.kit.Fx;
import galley.ui.kit.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The pages around the open post: builds its site in the background when one of them is wanted, and
 * again after a pause in the typing. What changes meanwhile is built afterwards, once. On the
 * JavaFX thread.
 */
final class SiteModel {
  private static final Duration PAUSE = Duration.millis(1500);

  /**
   * What is known of the site and of the page that is looked at.
   *
   * @param around the site of the open post, if it is on one
   * @param page the path of the page that is looked at; empty for the post's own
   * @param built the site, once it was built
   * @param progress while it is built
   */
  record State(
      Optional<SitePreview.Around> around,
      Optional<String> page,
      Optional<SitePreview> built,
      Optional<Progress> progress,
      String failure) {
    static final State NONE =
        new State(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    State of(Optional<SitePreview.Around> site) {
      return new State(site, page, built, progress, failure);
    }

    State at(Optional<String> path) {
      return new State(around, path, built, progress, "");
    }

    State building(Progress now) {
      return new State(around, page, built, Optional.of(now), failure);
    }

    State built(SitePreview now) {
      return new State(around, page, Optional.of(now), Optional.empty(), "");
    }

    State failed(String why) {
      return new State(around, page, built, Optional.empty(), why);
    }
  }

  /** A page to show, and which. */
  record Shown(String path, PageSheet sheet) {}

  private final SitePreviews previews;
  private final Function<SitePreview, BuiltPage> reading;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private @Nullable Supplier<Supplier<Post>> source;
  private Optional<UUID> post = Optional.empty();
  private Optional<BuiltPage> pages = Optional.empty();
  private boolean busy;
  private boolean stale;
  private final AtomicInteger opened = new AtomicInteger();

  /**
   * @param reading makes what reads the pages of a build
   */
  SiteModel(SitePreviews previews, Function<SitePreview, BuiltPage> reading) {
    this.previews = previews;
    this.reading = reading;
    pause.setOnFinished(_ -> build());
  }

  /** Follows a post from now on; its own page is looked at first. */
  void open(Supplier<Supplier<Post>> from, UUID id) {
    boolean same = post.filter(id::equals).isPresent();
    source = from;
    post = Optional.of(id);
    if (!same) {
      opened.incrementAndGet();
      pause.stop();
      pages = Optional.empty();
      shown.set(null);
      state.set(State.NONE);
    }
    askSite();
  }

  /** Looks again which site the post is on: sites have changed. */
  void askSite() {
    int mine = opened.get();
    post.ifPresent(id ->
        Fx.deliver(
            previews.around(id),
            found -> {
              if (mine == opened.get()) {
                State now = state.get();
                boolean stays =
                    found.map(it -> it.site().id()).equals(now.around().map(it -> it.site().id()));
                state.set(stays ? now.of(found) : State.NONE.of(found));
                pages = stays ? pages : Optional.empty();
                shown.set(stays ? shown.get() : null);
                changed();
              }
            },
            this::fail));
  }

  /** Follows nothing any more. */
  void shut() {
    opened.incrementAndGet();
    source = null;
    post = Optional.empty();
    pause.stop();
    shown.set(null);
    state.set(State.NONE);
  }

  /** Looks at a page of the site, or at the post's own. */
  void look(Optional<String> path) {
    state.set(state.get().at(path));
    if (path.isEmpty()) {
      pause.stop();
      shown.set(null);
      return;
    }
    read();
    build();
  }

  /**
   * Follows a link of the page that is looked at.
   *
   * @return whether it leads to a page of the site
   */
  boolean follow(String href) {
    State now = state.get();
    if (now.around().isEmpty()) {
      return false;
    }
    String home = now.around().get().site().address();
    Optional<SitePreview> built = now.built();
    if (built.isEmpty()) {
      return href.startsWith(home);
    }
    Shown standing = shown.get(); // the page that was chosen last may still be on its way
    String here = standing == null ? built.get().article() : standing.path();
    String written = href.startsWith(home) ? "/" + href.substring(home.length()) : href;
    String root = now.around().get().site().path();
    if (here.equals("404.html") && written.startsWith(root)) {
      written = "/" + written.substring(root.length()); // served for any address, so from the root
    }
    Optional<String> to =
        BuiltPage.below(here, written.replaceFirst("[?#].*$", ""))
            .map(path -> path.replaceFirst("(^|/)index\\.html$", "$1"));
    Optional<String> page = to.filter(this::isPage);
    page.ifPresent(
        path -> look(path.equals(built.get().article()) ? Optional.empty() : Optional.of(path)));
    return page.isPresent();
  }

  private boolean isPage(String path) {
    boolean page = path.isEmpty() || path.endsWith("/") || path.endsWith(".html");
    return page && pages.filter(all -> all.has(path)).isPresent();
  }

  /** Tells that the post, or the site, has changed; cheap enough for every key. */
  void changed() {
    if (state.get().page().isPresent()) {
      pause.playFromStart();
    }
  }

  private void build() {
    Supplier<Supplier<Post>> from = source;
    State now = state.get();
    if (from == null || now.page().isEmpty() || now.around().isEmpty()) {
      return;
    }
    if (busy) {
      stale = true;
      return;
    }
    busy = true;
    stale = false;
    int mine = opened.get();
    Supplier<Post> open = from.get();
    state.set(now.building(new Progress("", 0, 0)));
    Fx.deliver(
        previews.build(
            now.around().get().site().id(),
            open,
            progress -> {
              if (mine != opened.get()) {
                throw new CancellationException();
              }
              Fx.run(() -> {
                if (mine == opened.get() && busy) {
                  state.set(state.get().building(progress));
                }
              });
            }),
        built -> {
          busy = false;
          if (mine == opened.get()) {
            pages = Optional.of(reading.apply(built));
            state.set(state.get().built(built));
            read();
          }
          again();
        },
        failure -> {
          busy = false;
          if (mine == opened.get()) {
            fail(failure);
          }
          again();
        });
  }

  private void again() {
    if (stale) {
      build();
    }
  }

  private void fail(Throwable failure) {
    state.set(
        state.get().failed(failure instanceof CancellationException ? "" : Trouble.words(failure)));
  }

  /** Reads the page that is looked at, where the site was built. */
  private void read() {
    State now = state.get();
    if (pages.isEmpty() || now.page().isEmpty()) {
      return;
    }
    int mine = opened.get();
    BuiltPage all = pages.get();
    String path = now.page().get();
    Fx.deliver(
        CompletableFuture.supplyAsync(() -> sheet(all, path)),
        sheet -> {
          if (mine == opened.get() && state.get().page().filter(path::equals).isPresent()) {
            if (sheet.isPresent()) {
              shown.set(new Shown(path, sheet.get()));
            } else {
              state.set(state.get().failed(Messages.text("preview.no-page", "/" + path)));
            }
          }
        },
        this::fail);
  }

  private static Optional<PageSheet> sheet(BuiltPage pages, String path) {
    try {
      return pages.has(path) ? Optional.of(pages.read(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** The page of the site to show; nothing while the post's own is. */
  ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }
}
