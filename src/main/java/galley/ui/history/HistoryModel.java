package galley.ui.history;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.Revision;
import galley.ui.history.Revisions.Naming;
import galley.ui.kit.Fx;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the open post was before, and what changed since. Properties and methods belong to the
 * JavaFX thread; comparing goes on beside it, and only the newest question is answered.
 */
final class HistoryModel implements AutoCloseable {
  /** What a revision is compared with. */
  enum Against {
    BEFORE,
    NOW
  }

  /** A restored revision, and how to take that back. */
  record Restored(Revision revision, Runnable undo) {}

  private final Revisions desk;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("history").unstarted(task));
  private final ObservableList<Revision> revisions = FXCollections.observableArrayList();
  private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
  // Kept, since a list hears of the one behind it only as long as somebody holds it.
  private final ObservableList<Revision> shownRevisions =
      FXCollections.unmodifiableObservableList(revisions);
  private final ObservableList<DiffRow> shownRows = FXCollections.unmodifiableObservableList(rows);
  private final ObjectProperty<@Nullable Revision> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<Against> against = new SimpleObjectProperty<>(Against.BEFORE);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private Consumer<Restored> onRestored = restored -> {};
  private @Nullable UUID post;
  private final AtomicLong asked = new AtomicLong();

  HistoryModel(Revisions desk) {
    this.desk = desk;
    selected.addListener((_, _, _) -> compare());
    against.addListener((_, _, _) -> compare());
  }

  /** All revisions, the newest first. */
  ObservableList<Revision> revisions() {
    return shownRevisions;
  }

  /** The comparison on screen. */
  ObservableList<DiffRow> rows() {
    return shownRows;
  }

  ObjectProperty<@Nullable Revision> selected() {
    return selected;
  }

  ObjectProperty<Against> against() {
    return against;
  }

  /** What to tell the person; empty while all is well. */
  ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  void onRestored(Consumer<Restored> listener) {
    onRestored = listener;
  }

  void open(UUID id) {
    post = id;
    selected.set(null);
    revisions.clear();
    rows.clear();
    reload();
  }

  void shut() {
    post = null;
    selected.set(null);
    revisions.clear();
    rows.clear();
    trouble.set("");
  }

  /** Asks for the list again; what is selected stays selected. */
  void reload() {
    UUID id = post;
    if (id == null) {
      return;
    }
    Fx.deliver(
        desk.list().apply(id),
        found -> {
          if (id.equals(post)) {
            trouble.set("");
            become(found);
          }
        },
        _ -> trouble.set(Messages.text("history.list-failed")));
  }

  /** Gives a revision a name, or the post as it stands. */
  void name(Optional<Revision> revision, String name) {
    UUID id = post;
    if (id != null && !name.isBlank()) {
      Fx.deliver(
          desk.name().apply(new Naming(id, revision.map(Revision::id), name.strip())),
          _ -> {
            if (revision.isEmpty()) {
              selected.set(null);
            }
            reload();
          },
          _ -> trouble.set(Messages.text("history.name-failed")));
    }
  }

  /** Makes the selected revision the newest one. */
  void restore() {
    Revision revision = selected.get();
    if (revision != null) {
      restore(revision, true);
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private void restore(Revision revision, boolean tell) {
    UUID id = post;
    if (id == null) {
      return;
    }
    Fx.deliver(
        desk.restore().apply(revision.id()).thenCompose(_ -> desk.list().apply(id)),
        found -> {
          if (!id.equals(post)) {
            return;
          }
          selected.set(null);
          become(found);
          if (tell && revisions.size() > 1) {
            Revision before = revisions.get(1);
            onRestored.accept(new Restored(revision, () -> restore(before, false)));
          }
        },
        _ -> trouble.set(Messages.text("history.restore-failed")));
  }

  private void become(List<Revision> found) {
    List<Revision> newest =
        found.stream().sorted(Comparator.comparingLong(Revision::number).reversed()).toList();
    // Who looks at the newest goes on looking at the newest.
    Revision kept =
        revisions.isEmpty() || revisions.getFirst().equals(selected.get()) ? null : selected.get();
    if (!newest.equals(revisions)) {
      revisions.setAll(newest);
    }
    Optional<Revision> same =
        newest.stream().filter(r -> kept != null && r.id().equals(kept.id())).findFirst();
    selected.set(same.orElse(newest.isEmpty() ? null : newest.getFirst()));
  }

  private void compare() {
    long number = asked.incrementAndGet();
    Revision revision = selected.get();
    if (revision == null) {
      rows.clear();
      return;
    }
    CompletableFuture<Draft> chosen = desk.read().apply(revision.id());
    CompletableFuture<Draft> other;
    boolean isLater = against.get() == Against.NOW;
    if (isLater) {
      other = CompletableFuture.completedFuture(desk.now().get());
    } else {
      Revision previous =
          revisions.stream().filter(r -> r.number() < revision.number()).findFirst().orElse(null);
      other = previous == null ? chosen : desk.read().apply(previous.id());
    }
    Fx.deliver(
        chosen.thenCombineAsync(
            other,
            (one, two) -> {
              if (number != asked.get()) {
                return List.<DiffRow>of();
              }
              String old = text(isLater ? one : two);
              String fresh = text(isLater ? two : one);
              return DiffRow.of(DiffLine.between(old, fresh));
            },
            worker),
        found -> {
          if (number == asked.get()) {
            rows.setAll(found);
          }
        },
        _ -> {
          if (number == asked.get()) {
            rows.clear();
            trouble.set(Messages.text("history.read-failed"));
          }
        });
  }

  /** Opens a folded stretch. */
  void unfold(DiffRow.Folded folded) {
    int at = rows.indexOf(folded);
    if (at >= 0) {
      rows.remove(at);
      rows.addAll(at, folded.lines().stream().<DiffRow>map(DiffRow.Words::new).toList());
    }
  }

  private static String text(Draft draft) {
    return draft.details().headline() + "\n" + draft.details().standfirst() + "\n" + draft.body();
  }
}
