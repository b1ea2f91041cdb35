package galley.desk;

import galley.asset.Messages;
import galley.post.Post;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The posts that are open for writing, and those that are opened for one piece of work. */
final class OpenPosts {
  private final Bench bench;
  private final Function<UUID, @Nullable DraftSession> sessions;

  OpenPosts(Bench bench, Function<UUID, @Nullable DraftSession> sessions) {
    this.bench = bench;
    this.sessions = sessions;
  }

  /** What is done with a session. */
  @FunctionalInterface
  interface Work<T> {
    T with(DraftSession session);
  }

  /** Completes when what is in the window is in the library. */
  CompletableFuture<Void> written(UUID post) {
    DraftSession open = sessions.apply(post);
    return open == null ? pickedUp(post) : open.flushed();
  }

  /** What was suggested by writing when the program was killed goes along as suggestions. */
  private CompletableFuture<Void> pickedUp(UUID post) {
    return bench
        .jobs()
        .ask(
            () -> bench.library().branches().read(post).flatMap(left -> bench.library().post(post)))
        .thenCompose(found -> {
          if (found.isEmpty()) {
            return CompletableFuture.completedFuture(null);
          }
          DraftSession alone = new DraftSession(bench, found.get(), ended -> {});
          return alone
              .review()
              .suggesting()
              .pickUp()
              .whenComplete((done, failure) -> alone.close());
        });
  }

  /** Works with the post's session, or with one that lives as long as the work. */
  <T> T with(UUID post, Work<T> work) {
    DraftSession open = sessions.apply(post);
    if (open != null) {
      return work.with(open);
    }
    try (DraftSession alone = new DraftSession(bench, needed(post), ended -> {})) {
      return work.with(alone);
    }
  }

  Post needed(UUID id) {
    return bench
        .library()
        .post(id)
        .orElseThrow(() -> new DeskException(Messages.text("desk.no-post", id)));
  }
}
