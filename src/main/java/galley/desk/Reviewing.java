package galley.desk;

import galley.post.Author;
import galley.post.Post;
import galley.store.Round;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Reviews with people elsewhere: who one is, packets that go out, and packets that come in. */
public final class Reviewing {
  private final Bench bench;
  private final OpenPosts open;

  Reviewing(Bench bench, OpenPosts open) {
    this.bench = bench;
    this.open = open;
  }

  /** Who works here, on this device. */
  public CompletableFuture<Author> identity() {
    return bench.jobs().ask(() -> bench.pen().me());
  }

  /** Names who works here; what was said before keeps the name it was said under. */
  public CompletableFuture<Author> identity(
      String name, Optional<String> colour, Optional<String> initials) {
    return bench
        .jobs()
        .ask(() -> {
          bench.pen().identity(name, colour, initials);
          return bench.pen().me();
        });
  }

  /** The number of the last packet of a post that went out or came in; 0 before the first. */
  public CompletableFuture<Integer> round(UUID post) {
    return bench
        .jobs()
        .ask(() ->
            bench.library().reviews().of(post).rounds().stream()
                .mapToInt(Round::number)
                .max()
                .orElse(0));
  }

  /** Writes a post with its review as one file; what is still in the window goes along. */
  public CompletableFuture<Packed> pack(UUID post, PackRequest request) {
    return after(post, () -> new Packing(bench, open).pack(post, request));
  }

  /** Reads a packet and compares it with what is here; nothing is changed. */
  public CompletableFuture<Arrival> look(Path file) {
    return bench
        .jobs()
        .ask(() -> Receiving.opened(file))
        .thenCompose(opened ->
            after(opened.packet().post(), () -> new Receiving(bench, open).compared(opened)));
  }

  /**
   * Takes a packet in, as one step: all of it or nothing, even where Galley is killed. The states
   * before and after are kept in the history under names; restoring the one before undoes it. The
   * same packet once more changes nothing.
   */
  public CompletableFuture<Post> merge(Arrival arrival, Choices choices) {
    return after(
        arrival.opened().packet().post(), () -> new Receiving(bench, open).merge(arrival, choices));
  }

  /** A packet among files to be brought in: new posts, and what clashes with nothing. */
  Post bring(Path file) throws IOException {
    return new Receiving(bench, open).bring(file);
  }

  /**
   * Writes a post with its review for people who have other programs.
   *
   * @param to the file; or a folder, where it is called by the post's slug, and where nothing is
   *     replaced that somebody may have written into
   */
  public CompletableFuture<Path> write(UUID post, ReviewFormat format, Path to) {
    return after(post, () -> new Documents(bench, open).write(post, format, to));
  }

  /**
   * Brings in what people said with other programs: .docx, .md with CriticMarkup, .jsonld. The same
   * file once more adds nothing.
   *
   * @return how many annotations and replies came in
   */
  public CompletableFuture<Integer> read(UUID post, Path file) {
    return after(post, () -> open.with(post, session -> new ForeignReview(session).read(file)));
  }

  /**
   * What a file from somebody with another program brings; nothing is changed.
   *
   * @param shown the post that is open, which it may be about
   * @return nothing for a file that is no review, but a post of its own
   */
  public CompletableFuture<Optional<ForeignArrival>> lookForeign(Path file, Optional<UUID> shown) {
    return bench
        .jobs()
        .ask(() -> new ForeignFiles(bench.library()).returned(file, shown))
        .thenCompose(returned ->
            returned.isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : after(returned.get().post().id(), () -> Optional.of(look(returned.get()))));
  }

  private ForeignArrival look(ForeignFiles.Returned returned) {
    return open.with(
        returned.post().id(),
        session ->
            new ForeignArrival(
                returned.file(),
                returned.format(),
                session.post(),
                new ForeignReview(session).look(returned.file())));
  }

  /** Does something when what is in the window is in the library. */
  private <T> CompletableFuture<T> after(UUID post, Callable<T> work) {
    return open.written(post).thenCompose(done -> bench.jobs().ask(work));
  }
}
