package galley.desk;

import galley.asset.Messages;
import galley.images.PictureCache;
import galley.images.Pictures;
import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import galley.store.Instance;
import galley.store.Library;
import galley.store.OpenOptions;
import galley.store.Opening;
import galley.store.SearchResult;
import galley.text.Slug;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A library, open for work: everything the window and the commands do goes through here.
 *
 * <p>Any thread may call. Futures complete on background threads, with a {@link DeskException} or a
 * {@link galley.store.StoreException} whose message is a plain sentence when something could not be
 * done.
 */
public final class Desk implements AutoCloseable {
  private static final long SETTINGS_MILLIS = 700;

  private final Library library;
  private final Jobs jobs;
  private final Bench bench;
  private final Pictures pictures;
  private final Exporting exporting;
  private final Settings settings;
  private final Upkeep upkeep;
  private final List<Consumer<DeskEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Map<UUID, DraftSession> sessions = new ConcurrentHashMap<>();
  private final AtomicBoolean settingsDue = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Desk(Library library, Clock clock, DeskOptions options, Autosave.Pauses pauses) {
    this.library = library;
    jobs = new Jobs(this::tell);
    bench = new Bench(library, jobs, clock, this::tell, pauses);
    pictures =
        new Pictures(
            new PictureCache(
                library.folder().resolve("cache").resolve("pictures"),
                PictureCache.STANDARD_SIZE,
                clock));
    exporting = new Exporting(bench, pictures, new OpenPosts(bench, sessions::get));
    settings = new Settings(library.folder().resolve("desk.json"), this::settingsChanged);
    upkeep = new Upkeep(bench, options.upkeep(), library::health);
  }

  /**
   * Opens a library. Blocks while journals are replayed or a backup is restored.
   *
   * @throws galley.store.StoreException when it can't be opened; the message says why and what is
   *     safe
   */
  public static Desk open(Path folder, Clock clock, DeskOptions options) {
    return open(folder, clock, options, Autosave.Pauses.STANDARD);
  }

  static Desk open(Path folder, Clock clock, DeskOptions options, Autosave.Pauses pauses) {
    OpenOptions first = options.create() ? OpenOptions.creating() : OpenOptions.existing();
    OpenOptions how =
        Settings.peek(folder).backupFolder().map(first::withSecondBackups).orElse(first);
    Desk desk = new Desk(Library.open(folder, clock, how), clock, options, pauses);
    desk.importing().sweep();
    if (options.sample() && desk.opening().created()) {
      new SamplePost(desk.importing()).bring();
    }
    desk.upkeep.start();
    return desk;
  }

  /** Whether there is a library in a folder. */
  public static boolean isLibrary(Path folder) {
    return Library.isThere(folder);
  }

  /**
   * Asks the Galley that has this library open to come forward and to bring these files in.
   *
   * @return whether there is one and it will
   */
  public static boolean ask(Path folder, List<Path> files) {
    return Instance.ask(folder, files);
  }

  /** Names who hears that another Galley asked; called on a thread of its own. */
  public void onAsked(Consumer<List<Path>> whoHears) {
    library.instance().onAsked(whoHears);
  }

  /** What happened at the opening: whether the library is new, what came back after a crash. */
  public Opening opening() {
    return library.opening();
  }

  public Path folder() {
    return library.folder();
  }

  public Settings settings() {
    return settings;
  }

  public Jobs jobs() {
    return jobs;
  }

  /** All posts but those in the bin, the last changed first. */
  public CompletableFuture<List<PostSummary>> posts() {
    return jobs.ask(library::posts);
  }

  /** The posts in the bin. They stay for thirty days. */
  public CompletableFuture<List<PostSummary>> bin() {
    return jobs.ask(library::bin);
  }

  /** Tells of what happens here; the returned task ends that. */
  public Runnable onChange(Consumer<DeskEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** One post as the library has it. */
  public CompletableFuture<Post> post(UUID id) {
    return jobs.ask(() -> needed(id));
  }

  /** The post of a slug or an id. */
  public CompletableFuture<Optional<Post>> find(String slugOrId) {
    return jobs.ask(() -> library.find(slugOrId));
  }

  /** Opens a post for writing; one that is open already gives the same session. */
  public CompletableFuture<DraftSession> open(UUID post) {
    return jobs.ask(() ->
        sessions.computeIfAbsent(
            post,
            id ->
                new DraftSession(bench, needed(id), ended -> sessions.remove(ended.id(), ended))));
  }

  public CompletableFuture<Post> create(String headline) {
    return create(new Draft(Details.draft(headline, Slug.of(headline)), "", List.of()));
  }

  public CompletableFuture<Post> create(Draft draft) {
    return jobs.ask(() -> told(library.create(draft, Revision.Kind.CREATED)));
  }

  /** A new draft with the same text and pictures. */
  public CompletableFuture<Post> duplicate(UUID post) {
    return jobs.ask(() -> {
      Draft draft = needed(post).draft();
      Details details = draft.details();
      String headline = Messages.text("desk.copy-of", details.headline());
      return told(
          library.create(
              draft.withDetails(
                  details
                      .withHeadline(headline)
                      .withSlug(Slug.of(headline))
                      .withStage(galley.post.Stage.DRAFT)),
              Revision.Kind.CREATED));
    });
  }

  /** Puts a post into the bin; a session that is open on it should be ended before. */
  public CompletableFuture<Void> bin(UUID post) {
    return jobs.ask(() -> {
      library.toBin(post);
      bench.changed(post);
      return nothing();
    });
  }

  /** Takes a post out of the bin. */
  public CompletableFuture<Void> unbin(UUID post) {
    return jobs.ask(() -> {
      library.fromBin(post);
      bench.changed(post);
      return nothing();
    });
  }

  /** Gives a post another headline. */
  public CompletableFuture<Post> rename(UUID post, String headline) {
    return change(
        post,
        draft -> draft.withDetails(draft.details().withHeadline(headline)),
        Revision.Kind.AUTOSAVED);
  }

  /** Changes a post, whether it is open in the window or not, and keeps a revision. */
  public CompletableFuture<Post> change(
      UUID post, UnaryOperator<Draft> change, Revision.Kind kind) {
    DraftSession open = sessions.get(post);
    if (open != null) {
      return open.change(change, kind);
    }
    return jobs.ask(() -> {
      // As in the window, so that annotations are carried over and stages have who and when.
      try (DraftSession alone = new DraftSession(bench, needed(post), ended -> {})) {
        return alone.changed(change, kind);
      }
    });
  }

  /**
   * Changes many posts: those that are open each in its window, the others a hundred at once.
   *
   * @return how many there were
   */
  public CompletableFuture<Integer> change(
      Map<UUID, UnaryOperator<Draft>> changes, Revision.Kind kind) {
    Map<UUID, UnaryOperator<Draft>> closed = new LinkedHashMap<>(changes);
    List<CompletableFuture<Post>> open = new ArrayList<>();
    changes.forEach((post, change) -> {
      DraftSession session = sessions.get(post);
      if (session != null) {
        closed.remove(post);
        open.add(session.change(change, kind));
      }
    });
    return CompletableFuture.allOf(open.toArray(CompletableFuture[]::new))
        .thenCompose(_ -> jobs.ask(() -> new Together(bench, closed, kind).change() + open.size()));
  }

  /** Searches headlines, standfirsts and bodies. */
  public CompletableFuture<Found> search(String words, int limit) {
    return jobs.ask(() -> {
      SearchResult result = library.search().find(words, limit);
      return new Found(
          result.total(),
          result.millis(),
          result.hits().stream()
              .map(hit ->
                  new Found.Hit(
                      hit.post(), hit.slug(), hit.headline(), hit.score(), hit.excerpts()))
              .toList());
    });
  }

  /** A post's revisions, the newest first. */
  public CompletableFuture<List<Revision>> revisions(UUID post) {
    return jobs.ask(() ->
        library.revisions(post).stream()
            .sorted((a, b) -> Long.compare(b.number(), a.number()))
            .toList());
  }

  /** What a post said then. */
  public CompletableFuture<Draft> revision(UUID revision) {
    return jobs.ask(() -> library.revision(revision));
  }

  /** Names a post's newest state, so that it stays for ever. */
  public CompletableFuture<Revision> milestone(UUID post, String name) {
    DraftSession open = sessions.get(post);
    CompletableFuture<Void> written =
        open == null ? CompletableFuture.completedFuture(nothing()) : open.flushed();
    return written
        .thenCompose(done -> revisions(post))
        .thenCompose(all -> jobs.ask(() -> library.name(all.getFirst().id(), name)));
  }

  /** Names a state of a post, so that it stays for ever. */
  public CompletableFuture<Revision> name(UUID revision, String name) {
    return jobs.ask(() -> library.name(revision, name));
  }

  /** The file of a picture, where the library has it. */
  public Optional<Path> media(String sha256) {
    return library.media().find(sha256);
  }

  /** Opens picture files; what it makes of them is kept in the library's {@code cache}. */
  public Pictures pictures() {
    return pictures;
  }

  public Importing importing() {
    return new Importing(bench, reviewing());
  }

  /** Brings the sample post in, once more where it is there already. */
  public CompletableFuture<ImportReport> sample() {
    return jobs.ask(() -> new SamplePost(importing()).bring());
  }

  public Exporting exporting() {
    return exporting;
  }

  /** Reviews with people elsewhere. */
  public Reviewing reviewing() {
    return new Reviewing(bench, new OpenPosts(bench, sessions::get));
  }

  /** Where posts are published. */
  public Sites sites() {
    return new Sites(bench);
  }

  /** Builds them. */
  public SiteBuilding siteBuilding() {
    return new SiteBuilding(bench, pictures);
  }

  /** Puts them into the folders of site generators. */
  public SiteMarkdown siteMarkdown() {
    return new SiteMarkdown(bench, pictures);
  }

  /** Puts them onto their hosts. */
  public Publishing publishing(People people) {
    return new Publishing(bench, siteBuilding(), this::change, people);
  }

  public Keeping keeping() {
    return new Keeping(bench, settings);
  }

  /**
   * Ends sessions that are still open, makes a backup where something changed, and lets the library
   * go. Blocks; to be called where the window's text may be read.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      List.copyOf(sessions.values()).forEach(DraftSession::close);
      settings.write();
      upkeep.close();
      jobs.close();
    } finally {
      library.close();
    }
  }

  private Post needed(UUID id) {
    return library.post(id).orElseThrow(() -> new DeskException(Messages.text("desk.no-post", id)));
  }

  private Post told(Post post) {
    bench.changed(post.id());
    return post;
  }

  private void tell(DeskEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  private void settingsChanged() {
    if (!closed.get() && settingsDue.compareAndSet(false, true)) {
      jobs.later(
          SETTINGS_MILLIS,
          () -> {
            settingsDue.set(false);
            settings.write();
          });
    }
  }

  @SuppressWarnings("NullAway") // the only value of Void
  private static Void nothing() {
    return null;
  }
}
