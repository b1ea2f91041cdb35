package galley.desk;

import galley.asset.Messages;
import galley.post.Author;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.KeptDraft;
import galley.post.Post;
import galley.post.ReviewEvent;
import galley.post.Revision;
import galley.review.DraftMerge;
import galley.review.Fold;
import galley.review.Folded;
import galley.review.Packet;
import galley.review.PacketException;
import galley.review.PacketHistory;
import galley.review.PacketReader;
import galley.review.PacketWriter;
import galley.store.Kept;
import galley.store.Library;
import galley.store.Reviewed;
import galley.store.Round;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reviews with people elsewhere: who one is, packets that go out, and packets that come in. */
public final class Reviewing {
  private final Bench bench;
  private final Function<UUID, @Nullable DraftSession> sessions;

  Reviewing(Bench bench, Function<UUID, @Nullable DraftSession> sessions) {
    this.bench = bench;
    this.sessions = sessions;
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

  // ---- out

  /** Writes a post with its review as one file; what is still in the window goes along. */
  public CompletableFuture<Packed> pack(UUID post, PackRequest request) {
    return written(post).thenCompose(done -> bench.jobs().ask(() -> packNow(post, request)));
  }

  private CompletableFuture<Void> written(UUID post) {
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

  private Packed packNow(UUID id, PackRequest request) {
    if (request.note().length() > PackRequest.LONGEST_NOTE) {
      throw new DeskException(Messages.text("desk.packet-note", PackRequest.LONGEST_NOTE));
    }
    Library library = bench.library();
    Post post = needed(id);
    Reviewed kept = library.reviews().of(id);
    Author me = bench.pen().me();
    Round round = round(post, kept, me);
    List<String> past = new ArrayList<>();
    for (Round one : kept.rounds()) {
      String state = Packet.state(one.draft());
      past.remove(state); // the last time counts
      past.add(state);
    }
    past.remove(Packet.state(post.draft()));
    Map<String, String> texts = ReviewFiles.texts(library, id, kept);
    List<KeptDraft> history = history(id, request.history());
    Packet packet =
        new Packet(
            id,
            round.number(),
            round.at(),
            me,
            program(),
            post.draft(),
            past,
            kept.events(),
            texts,
            request.note(),
            history);
    Folded folded = Fold.of(kept.events(), bench.signatures().of(id, kept.events()));
    Map<String, Path> media = media(post.draft(), history, request.pictures());
    Path to = named(request.to());
    try {
      long bytes =
          write(
              new PacketWriter(packet, PlacedAnnotations.of(folded, texts, post.draft())),
              media,
              to);
      library
          .reviews()
          .add(
              id,
              new Reviewed(List.of(), Map.of(), Optional.empty(), List.of(round), folded.open()));
      return new Packed(
          to, round.number(), folded.annotations().size(), media.size(), history.size(), bytes);
    } catch (PacketException e) {
      throw new DeskException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new DeskException(Messages.text("desk.packet-unwritten", to, e.toString()), e);
    }
  }

  /** The round that goes out; the same once more where nothing has changed since. */
  private Round round(Post post, Reviewed kept, Author me) {
    int last = kept.rounds().stream().mapToInt(Round::number).max().orElse(0);
    if (!kept.rounds().isEmpty()) {
      Round newest = kept.rounds().getLast();
      Instant said =
          kept.events().stream().map(ReviewEvent::at).max(Instant::compareTo).orElse(Instant.EPOCH);
      if (newest.out() && newest.draft().equals(post.draft()) && said.isBefore(newest.at())) {
        return newest;
      }
    }
    return new Round(last + 1, true, bench.pen().now(), me.name(), post.draft());
  }

  /** Earlier states that go along, the oldest first. */
  private List<KeptDraft> history(UUID id, PackRequest.History wanted) {
    Library library = bench.library();
    List<KeptDraft> history = new ArrayList<>();
    if (wanted != PackRequest.History.NONE) {
      for (Kept.State state : library.kept(id).map(Kept::states).orElse(List.of())) {
        if (wanted == PackRequest.History.ALL || PacketHistory.isNamed(state.revision())) {
          history.add(new KeptDraft(state.revision(), state.draft()));
        }
      }
    }
    return PacketHistory.fitting(history);
  }

  private Map<String, Path> media(
      Draft draft, List<KeptDraft> history, Optional<Set<String>> chosen) {
    Map<String, Path> media = new TreeMap<>();
    List<ImageRef> images = new ArrayList<>(draft.images());
    history.forEach(past -> images.addAll(past.draft().images()));
    for (ImageRef image : images) {
      Optional<String> sha256 =
          image.sha256().filter(hash -> chosen.map(some -> some.contains(hash)).orElse(true));
      sha256
          .flatMap(bench.library().media()::find)
          .ifPresent(file -> media.put(sha256.orElseThrow(), file));
    }
    return media;
  }

  private static long write(PacketWriter writer, Map<String, Path> media, Path to)
      throws IOException, PacketException {
    Path folder = Objects.requireNonNull(to.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path part = folder.resolve(to.getFileName() + ".part");
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      writer.write(new Unclosed(out), media);
      channel.force(true);
    } catch (IOException | PacketException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    long bytes = Files.size(part);
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return bytes;
  }

  /** Stays open when the zip ends, so that it can be forced. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static Path named(Path wanted) {
    String name = String.valueOf(wanted.getFileName());
    return name.endsWith(Packet.END) ? wanted : wanted.resolveSibling(name + Packet.END);
  }

  private static String program() {
    String version = Reviewing.class.getPackage().getImplementationVersion();
    return "Galley " + (version == null ? "" : version);
  }

  // ---- people with other programs

  /**
   * Writes a post with its review for people who have other programs.
   *
   * @param to the file; or a folder, where it is called by the post's slug
   */
  public CompletableFuture<Path> write(UUID post, ReviewFormat format, Path to) {
    return written(post)
        .thenCompose(done ->
            bench
                .jobs()
                .ask(() ->
                    inSession(
                        post,
                        session -> {
                          Path file =
                              Files.isDirectory(to)
                                  ? to.resolve(session.post().slug() + "." + format.end())
                                  : to;
                          byte[] bytes =
                              new ForeignReview(session, bench.library().media()).written(format);
                          Path part = file.resolveSibling(file.getFileName() + ".part");
                          Files.createDirectories(
                              Objects.requireNonNull(file.toAbsolutePath().getParent()));
                          Files.write(part, bytes);
                          Files.move(
                              part,
                              file,
                              StandardCopyOption.ATOMIC_MOVE,
                              StandardCopyOption.REPLACE_EXISTING);
                          return file;
                        })));
  }

  /**
   * Brings in what people said with other programs: .docx, .md with CriticMarkup, .jsonld. The same
   * file once more adds nothing.
   *
   * @return how many annotations and replies came in
   */
  public CompletableFuture<Integer> read(UUID post, Path file) {
    return written(post)
        .thenCompose(done ->
            bench
                .jobs()
                .ask(() ->
                    inSession(
                        post,
                        session ->
                            new ForeignReview(session, bench.library().media()).read(file))));
  }

  /**
   * What a file from somebody with another program brings; nothing is changed.
   *
   * @param open the post that is open, which it may be about
   * @return nothing for a file that is no review, but a post of its own
   */
  public CompletableFuture<Optional<ForeignArrival>> lookForeign(Path file, Optional<UUID> open) {
    return bench
        .jobs()
        .ask(() -> {
          Optional<ReviewFormat> format = ForeignFiles.format(file);
          Optional<Post> post =
              format.isPresent()
                  ? new ForeignFiles(bench.library()).post(file, format.get(), open)
                  : Optional.empty();
          if (post.isEmpty() && format.filter(ReviewFormat.DOCX::equals).isPresent()) {
            throw new DeskException(Messages.text("desk.review-no-post", file.getFileName()));
          }
          return post.map(found -> new Returned(file, format.orElseThrow(), found));
        })
        .thenCompose(returned ->
            returned.isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : written(returned.get().post().id())
                    .thenCompose(
                        done -> bench.jobs().ask(() -> Optional.of(look(returned.get())))));
  }

  /** A file that is a review of a post. */
  private record Returned(Path file, ReviewFormat format, Post post) {}

  private ForeignArrival look(Returned returned) {
    return inSession(
        returned.post().id(),
        session ->
            new ForeignArrival(
                returned.file(),
                returned.format(),
                session.post(),
                new ForeignReview(session, bench.library().media()).look(returned.file())));
  }

  @FunctionalInterface
  private interface Work<T> {
    T with(DraftSession session) throws IOException;
  }

  private <T> T inSession(UUID post, Work<T> work) {
    DraftSession open = sessions.apply(post);
    try {
      if (open != null) {
        return work.with(open);
      }
      try (DraftSession alone = new DraftSession(bench, needed(post), ended -> {})) {
        return work.with(alone);
      }
    } catch (IOException e) {
      throw new DeskException(
          Messages.text(
              "desk.review-unreadable",
              String.valueOf(e.getMessage()),
              e.getClass().getSimpleName()),
          e);
    }
  }

  // ---- in

  /** Reads a packet and compares it with what is here; nothing is changed. */
  public CompletableFuture<Arrival> look(Path file) {
    return bench
        .jobs()
        .ask(() -> opened(file))
        .thenCompose(opened ->
            written(opened.packet().post())
                .thenCompose(done -> bench.jobs().ask(() -> compared(opened))));
  }

  private static PacketReader.Opened opened(Path file) {
    try {
      return PacketReader.read(file);
    } catch (PacketException e) {
      throw new DeskException(String.valueOf(e.getMessage()), e);
    }
  }

  private Arrival compared(PacketReader.Opened opened) {
    Packet packet = opened.packet();
    UUID id = packet.post();
    Optional<Post> mine = bench.library().post(id);
    if (mine.isEmpty()) {
      ReviewChanges said =
          ReviewChanges.between(
              Fold.of(List.of()),
              Fold.of(packet.events(), bench.signatures().of(id, packet.events())),
              packet.events().size());
      return new Arrival(
          opened, Arrival.Kind.NEW, mine, Optional.empty(), said, packet.history().size());
    }
    if (bench.library().bin().stream().anyMatch(post -> post.id().equals(id))) {
      throw new DeskException(Messages.text("desk.packet-binned", mine.get().headline()));
    }
    Reviewed kept = bench.library().reviews().of(id);
    Set<ReviewEvent> known = new HashSet<>(kept.events());
    List<ReviewEvent> fresh =
        packet.events().stream().filter(event -> !known.contains(event)).toList();
    List<ReviewEvent> all = new ArrayList<>(kept.events());
    all.addAll(fresh);
    Predicate<ReviewEvent> fits = bench.signatures().of(id, all);
    ReviewChanges said =
        ReviewChanges.between(Fold.of(kept.events(), fits), Fold.of(all, fits), fresh.size());
    Optional<DraftMerge> merge = merge(mine.get(), kept, packet);
    int missing = missing(packet).size();
    Arrival.Kind kind;
    if (merge.isEmpty()) {
      kind = fresh.isEmpty() && missing == 0 ? Arrival.Kind.KNOWN : Arrival.Kind.SAID;
    } else {
      boolean forward = merge.get().clean().filter(packet.draft()::equals).isPresent();
      kind = forward ? Arrival.Kind.NEWER : Arrival.Kind.BOTH;
    }
    return new Arrival(opened, kind, mine, merge, said, missing);
  }

  /** The earlier states of a packet that the history here does not have. */
  private List<KeptDraft> missing(Packet packet) {
    Set<UUID> here = new HashSet<>();
    if (!packet.history().isEmpty()) {
      bench.library().revisions(packet.post()).forEach(revision -> here.add(revision.id()));
    }
    return packet.history().stream().filter(past -> !here.contains(past.revision().id())).toList();
  }

  /** Both texts from the last state that both sides had; nothing where theirs is not new here. */
  private static Optional<DraftMerge> merge(Post mine, Reviewed kept, Packet packet) {
    Draft theirs = packet.draft();
    String state = Packet.state(theirs);
    Map<String, Draft> past = new HashMap<>();
    kept.rounds().forEach(round -> past.put(Packet.state(round.draft()), round.draft()));
    if (past.containsKey(state) || mine.draft().equals(theirs)) {
      return Optional.empty();
    }
    Map<String, Draft> common = new LinkedHashMap<>();
    packet.past().stream()
        .filter(past::containsKey)
        .forEach(one -> common.put(one, Objects.requireNonNull(past.get(one))));
    if (common.isEmpty()) {
      throw new DeskException(Messages.text("desk.packet-no-base", mine.headline()));
    }
    Draft base = List.copyOf(common.values()).getLast();
    DraftMerge merge = DraftMerge.of(base, mine.draft(), theirs);
    return merge.clean().filter(mine.draft()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(merge);
  }

  /**
   * Takes a packet in, as one step: all of it or nothing, even where Galley is killed. The states
   * before and after are kept in the history under names; restoring the one before undoes it. The
   * same packet once more changes nothing.
   */
  public CompletableFuture<Post> merge(Arrival arrival, Choices choices) {
    UUID id = arrival.opened().packet().post();
    return written(id).thenCompose(done -> bench.jobs().ask(() -> mergeNow(arrival, choices)));
  }

  /** A packet among files to be brought in: new posts, and what clashes with nothing. */
  Post bring(Path file) throws IOException {
    Arrival arrival = compared(opened(file));
    int clashes = arrival.conflicts().size() + arrival.fieldConflicts().size();
    if (clashes > 0) {
      throw new DeskException(Messages.text("desk.packet-clashes", file.getFileName(), clashes));
    }
    return mergeNow(arrival, Choices.mine());
  }

  private Post mergeNow(Arrival looked, Choices choices) throws IOException {
    Arrival now = compared(looked.opened());
    Packet packet = now.opened().packet();
    boolean decided = now.conflicts().isEmpty() && now.fieldConflicts().isEmpty();
    if (!decided && !now.mine().map(Post::draft).equals(looked.mine().map(Post::draft))) {
      throw new DeskException(
          Messages.text("desk.packet-moved", packet.draft().details().headline()));
    }
    pictures(now.opened());
    Round round = new Round(packet.round(), false, packet.at(), packet.by().name(), packet.draft());
    Reviewed more =
        new Reviewed(
            packet.events(), packet.texts(), Optional.empty(), List.of(round), now.said().open());
    more = more.withPast(missing(packet));
    Post post =
        now.mine().isEmpty()
            ? bench.library().bring(packet.post(), packet.draft(), Revision.Kind.IMPORTED, "", more)
            : joined(now, choices, more);
    bench.changed(post.id());
    return post;
  }

  private Post joined(Arrival arrival, Choices choices, Reviewed more) {
    Post mine = arrival.mine().orElseThrow();
    Packet packet = arrival.opened().packet();
    if (arrival.kind() == Arrival.Kind.KNOWN
        && more.past().isEmpty()
        && bench.library().reviews().of(mine.id()).rounds().containsAll(more.rounds())) {
      return mine;
    }
    Draft draft =
        arrival
            .merge()
            .map(both -> both.with(choices.words(), choices.fields()))
            .orElse(mine.draft());
    String name = Messages.text("desk.packet-merged", packet.round(), packet.by().name());
    String before = Messages.text("desk.packet-before", packet.round(), packet.by().name());
    DraftSession open = sessions.apply(mine.id());
    if (open != null) {
      return open.merged(draft, name, before, more);
    }
    try (DraftSession alone = new DraftSession(bench, mine, ended -> {})) {
      return alone.merged(draft, name, before, more);
    }
  }

  /** Pictures come first: one without a post does no harm, a post without its picture does. */
  private void pictures(PacketReader.Opened opened) throws IOException {
    Path folder = Files.createTempDirectory("galley-packet-");
    try {
      for (Map.Entry<String, String> picture : opened.media().entrySet()) {
        if (bench.library().media().find(picture.getKey()).isEmpty()) {
          Path copy = folder.resolve(picture.getKey());
          opened.copy(picture.getKey(), copy);
          bench.library().media().put(copy, picture.getValue());
          Files.delete(copy);
        }
      }
    } finally {
      Disposal.of(folder);
    }
  }

  private Post needed(UUID id) {
    return bench
        .library()
        .post(id)
        .orElseThrow(() -> new DeskException(Messages.text("desk.no-post", id)));
  }
}
