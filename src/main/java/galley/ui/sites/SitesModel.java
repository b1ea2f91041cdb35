package galley.ui.sites;

import galley.desk.Desk;
import galley.desk.DeskEvent;
import galley.desk.SiteView;
import galley.post.KeptSite;
import galley.post.Site;
import galley.ui.kit.Fx;
import galley.ui.kit.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The library's sites as a window shows and changes them. A change is seen at once and kept in the
 * background, one after the other; where it can't be kept, what stands in the library is shown
 * again. On the JavaFX thread.
 */
public final class SitesModel {
  private final Desk desk;
  private final ObservableList<SiteView> sites = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<UUID>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<SitePage.Part> part =
      new SimpleObjectProperty<>(SitePage.Part.GENERAL);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final Runnable stop;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(true);
  private Runnable reverted = () -> {};
  private int pending;
  private boolean reading;
  private boolean stale;
  private boolean wrong;
  private boolean filling;

  public SitesModel(Desk desk) {
    this.desk = desk;
    stop =
        desk.onChange(event -> {
          if (event instanceof DeskEvent.SitesChanged || event instanceof DeskEvent.PostsChanged) {
            Fx.run(this::read);
          }
        });
    read();
  }

  /** Ends it; what was changed is still kept. */
  void close() {
    stop.run();
  }

  Desk desk() {
    return desk;
  }

  /** All sites by name. */
  ObservableList<SiteView> sites() {
    return sites;
  }

  /**
   * Whether the list of sites is changing under those who show it; no choice is a person's then.
   */
  boolean isFilling() {
    return filling;
  }

  private void fill(Runnable change) {
    filling = true;
    change.run();
    filling = false;
  }

  /** Whether the sites have been read once. */
  ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /** The site that is shown; empty while a new one is being made, or there is none. */
  ObjectProperty<Optional<UUID>> chosen() {
    return chosen;
  }

  /** Which part of a site is shown; it stays from one site to the next. */
  ObjectProperty<SitePage.Part> part() {
    return part;
  }

  /** Why the last change was not kept; empty where it was. */
  ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  /** Says what to do when a change could not be kept, and what is shown is wrong. */
  void onReverted(Runnable listener) {
    reverted = listener;
  }

  Optional<SiteView> find(UUID id) {
    return sites.stream().filter(one -> one.site().id().equals(id)).findFirst();
  }

  /** Changes a site. */
  void change(UUID id, UnaryOperator<KeptSite> change) {
    find(id)
        .ifPresent(before -> {
          KeptSite now = change.apply(before.kept());
          if (!now.equals(before.kept())) {
            SiteView shown = new SiteView(now, before.posts(), before.ready());
            fill(() -> sites.set(sites.indexOf(before), shown));
            keep(() -> desk.sites().change(id, change), this::show);
          }
        });
  }

  /** Changes what a site says of itself. */
  void changeSite(UUID id, UnaryOperator<Site> change) {
    change(id, kept -> kept.with(change));
  }

  /** Makes a site and chooses it. */
  void create(Site site, boolean allPosts, Runnable done, Consumer<Throwable> failed) {
    Fx.deliver(
        desk.sites().create(KeptSite.of(site, allPosts)),
        made -> {
          show(made);
          chosen.set(Optional.of(made.site().id()));
          done.run();
        },
        failed);
  }

  void remove(UUID id) {
    keep(
        () -> desk.sites().remove(id),
        _ -> {
          int at = find(id).map(sites::indexOf).orElse(-1);
          if (at >= 0) {
            fill(() -> sites.remove(at));
          }
          if (chosen.get().filter(id::equals).isPresent()) {
            chosen.set(
                sites.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sites.get(Math.clamp(at, 0, sites.size() - 1)).site().id()));
          }
        });
  }

  /** Gives posts to a site, or takes them from it. */
  void belong(UUID id, List<UUID> posts, boolean to) {
    if (to) {
      keep(() -> desk.sites().join(id, posts), this::show);
    } else {
      keep(() -> desk.sites().leave(posts), _ -> {});
    }
  }

  /** One after the other, so that the last word a person said is the last that is kept. */
  private <T> void keep(Supplier<CompletableFuture<T>> deed, Consumer<? super T> done) {
    pending++;
    CompletableFuture<T> kept = last.handle((_, _) -> true).thenCompose(_ -> deed.get());
    last = kept;
    Fx.deliver(
        kept,
        value -> {
          failure.set("");
          pending--;
          if (pending == 0) {
            done.accept(value);
          }
          readIfStale();
        },
        thrown -> {
          failure.set(Trouble.words(thrown));
          pending--;
          stale = true;
          wrong = true;
          readIfStale();
        });
  }

  private void show(SiteView now) {
    Optional<SiteView> before = find(now.site().id());
    fill(() -> {
      if (before.isPresent()) {
        sites.set(sites.indexOf(before.get()), now);
      } else {
        sites.add(now);
        sites.sort(SitesModel::byName);
      }
    });
  }

  private static int byName(SiteView one, SiteView other) {
    return String.CASE_INSENSITIVE_ORDER.compare(one.site().name(), other.site().name());
  }

  private void readIfStale() {
    if (stale && pending == 0) {
      read();
    }
  }

  private void read() {
    if (reading || pending > 0) {
      stale = true; // again when that is done
      return;
    }
    reading = true;
    stale = false;
    Fx.deliver(
        desk.sites().list(),
        all -> {
          reading = false;
          if (pending > 0) {
            stale = true;
            return;
          }
          fill(all);
          loaded.set(true);
          if (wrong) {
            wrong = false;
            reverted.run();
          }
          readIfStale();
        },
        thrown -> {
          reading = false;
          failure.set(Trouble.words(thrown));
        });
  }

  private void fill(List<SiteView> all) {
    if (!sites.equals(all)) {
      fill(() -> sites.setAll(all));
    }
    if (!loaded.get() && chosen.get().isEmpty() && !all.isEmpty()) {
      chosen.set(Optional.of(all.getFirst().site().id()));
    } else if (chosen.get().filter(id -> find(id).isEmpty()).isPresent()) {
      chosen.set(all.stream().findFirst().map(one -> one.site().id()));
    }
  }
}
