package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Arrival;
import galley.desk.Choices;
import galley.desk.ForeignArrival;
import galley.desk.Preferences.Mode;
import galley.post.Post;
import galley.post.Revision;
import galley.ui.kit.Fx;
import galley.ui.kit.Toasts;
import galley.ui.review.ArrivalView;
import galley.ui.review.ForeignView;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Takes in what comes back from a review: packets, Word documents and marked text. What each brings
 * is shown first, one after the other. On the JavaFX thread.
 */
final class Arriving {
  private static final String PACKET = ".galley";
  private static final List<String> FOREIGN = List.of(".docx", ".md", ".markdown", ".txt");

  private final MainModel model;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /** A file that may be a review from another program, and what it turned out to be. */
  private record Looked(Path file, Optional<ForeignArrival> arrival, Optional<Throwable> failure) {}

  Arriving(MainModel model) {
    this.model = model;
  }

  private static boolean ends(Path file, String end) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(end);
  }

  private static boolean isPacket(Path file) {
    return ends(file, PACKET);
  }

  private static boolean mayBeForeign(Path file) {
    return FOREIGN.stream().anyMatch(end -> ends(file, end));
  }

  /**
   * Shows what reviews bring.
   *
   * @param posts is given the files that are none
   */
  void bring(List<Path> files, Consumer<List<Path>> posts) {
    for (Path file : files.stream().filter(Arriving::isPacket).toList()) {
      queue(() -> packet(file));
    }
    List<Path> rest = files.stream().filter(file -> !isPacket(file)).toList();
    if (rest.stream().noneMatch(Arriving::mayBeForeign)) {
      posts.accept(rest);
      return;
    }
    Optional<UUID> open = model.open().id().or(model.desk().settings()::lastPost);
    List<CompletableFuture<Looked>> looks = new ArrayList<>();
    for (Path file : rest) {
      looks.add(
          mayBeForeign(file)
              ? look(file, open)
              : CompletableFuture.completedFuture(
                  new Looked(file, Optional.empty(), Optional.empty())));
    }
    Fx.deliver(
        CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new)),
        _ -> sort(looks.stream().map(CompletableFuture::join).toList(), posts),
        model::trouble);
  }

  private CompletableFuture<Looked> look(Path file, Optional<UUID> open) {
    return model
        .desk()
        .reviewing()
        .lookForeign(file, open)
        .thenApply(arrival -> new Looked(file, arrival, Optional.empty()))
        .exceptionally(failure -> new Looked(file, Optional.empty(), Optional.of(failure)));
  }

  private void sort(List<Looked> all, Consumer<List<Path>> posts) {
    List<Path> rest = new ArrayList<>();
    for (Looked one : all) {
      if (one.failure().isPresent()) {
        model.trouble(one.failure().get());
      } else if (one.arrival().isPresent()) {
        queue(() -> foreign(one.arrival().get()));
      } else {
        rest.add(one.file());
      }
    }
    posts.accept(rest);
  }

  private void queue(Runnable one) {
    waiting.add(one);
    if (!busy) {
      next();
    }
  }

  private void next() {
    Runnable one = waiting.poll();
    busy = one != null;
    if (one != null) {
      one.run();
    }
  }

  private void packet(Path file) {
    Fx.deliver(
        model.desk().reviewing().look(file),
        arrival ->
            new ArrivalView(arrival, choices -> merge(arrival, choices), this::next)
                .open(model.scene()),
        failure -> {
          model.trouble(failure);
          next();
        });
  }

  private void merge(Arrival arrival, Choices choices) {
    Fx.deliver(
        model.desk().reviewing().merge(arrival, choices),
        post -> merged(arrival, post),
        model::trouble);
  }

  private void merged(Arrival arrival, Post post) {
    model
        .open()
        .open(
            post.id(),
            () -> {
              if (arrival.merge().isPresent()) {
                Toasts.offer(
                    model.scene(),
                    Messages.text("shell.arrival.done"),
                    Messages.text("shell.undo"),
                    () -> undo(post.id()));
              }
            });
  }

  private void foreign(ForeignArrival arrival) {
    new ForeignView(arrival, () -> take(arrival), this::next).open(model.scene());
  }

  private void take(ForeignArrival arrival) {
    Fx.deliver(
        model.desk().reviewing().read(arrival.post().id(), arrival.file()),
        added ->
            model
                .open()
                .open(
                    arrival.post().id(),
                    () -> {
                      model.mode().set(Mode.REVIEW);
                      Toasts.say(
                          model.scene(),
                          Messages.text(
                              "shell.arrival.foreign", added, arrival.file().getFileName()));
                    }),
        model::trouble);
  }

  /** Makes the text before the newest revision the newest again. */
  private void undo(UUID post) {
    Fx.deliver(
        model.desk().revisions(post),
        all -> {
          List<Revision> newest =
              all.stream().sorted((a, b) -> Long.compare(b.number(), a.number())).toList();
          if (newest.size() > 1) {
            model
                .open()
                .shown()
                .ifPresent(session ->
                    Fx.deliver(session.restore(newest.get(1).id()), _ -> {}, model::trouble));
          }
        },
        model::trouble);
  }
}
