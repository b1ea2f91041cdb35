package galley.store;

import galley.post.Draft;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All posts with their texts, revisions and pictures, in one folder. What a method returned for is
 * on the disk, twice: in the database and in the post's journal. Every call waits for the disk, so
 * none belongs on the interface's thread; any other thread may call. Failures are {@link
 * StoreException}s with a sentence for the person.
 */
public final class Library implements AutoCloseable {
  private final Vault vault;
  private final Clock clock;
  private final Media media;
  private final Journals journals;
  private final Search search;
  private final Reviews reviews;
  private final Changes changes;
  private final Sites sites;
  private final Branches branches;

  private Library(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
    media = vault.media();
    journals = vault.journals();
    reviews = new Reviews(vault);
    changes = new Changes(vault, clock);
    sites = new Sites(vault);
    branches = new Branches(vault.layout(), vault.way().seams().disk());
    search = new Search(vault.layout().search(), vault.database(), journals);
  }

  /** Whether there is a library in a folder, sound or not. */
  public static boolean isThere(Path folder) {
    return Files.isRegularFile(new Layout(folder).database());
  }

  /**
   * Opens the library in a folder, and brings back what can be brought back.
   *
   * @throws StoreException of a kind and with a sentence that say why it can't be opened
   */
  public static Library open(Path folder, Clock clock, OpenOptions options) {
    return open(folder, clock, options, Seams.real());
  }

  static Library open(Path folder, Clock clock, OpenOptions options, Seams seams) {
    return new Library(Vault.open(new Layout(folder), clock, options, seams), clock);
  }

  public Path folder() {
    return vault.layout().folder();
  }

  /** What happened when the library was opened last. */
  public Opening opening() {
    return vault.opening();
  }

  /** The lock that keeps others out, through which they can ask for files to be opened. */
  public Instance instance() {
    return vault.instance();
  }

  /** All posts that are not in the bin, the one changed last first. */
  public List<PostSummary> posts() {
    return list(false);
  }

  /** The posts in the bin, the one changed last first. */
  public List<PostSummary> bin() {
    return list(true);
  }

  /** A post, in the bin or not, its text compared with its fingerprint. */
  public Optional<Post> post(UUID id) {
    return vault.read(connection -> new Reading(connection, journals).post(id));
  }

  /**
   * Many posts at once, each as {@link #post(UUID)} gives it; those that are not there are left
   * out. All of them are in memory together.
   */
  public Map<UUID, Post> posts(Collection<UUID> ids) {
    Map<UUID, Post> posts = HashMap.newHashMap(ids.size());
    // Texts are taken apart here, so that those who wait for the database have it meanwhile
    for (Posts.Stored stored : vault.read(connection -> Posts.stored(connection, ids))) {
      UUID id = stored.row.id();
      Reading.post(stored).or(() -> post(id)).ifPresent(post -> posts.put(id, post));
    }
    return posts;
  }

  /** The post with this slug or id. */
  public Optional<Post> find(String slugOrId) {
    Optional<UUID> id = id(slugOrId);
    if (id.isPresent()) {
      Optional<Post> post = post(id.get());
      if (post.isPresent()) {
        return post;
      }
    }
    return vault.read(connection -> {
      Optional<UUID> found = Posts.bySlug(connection, slugOrId.strip());
      return found.isPresent()
          ? new Reading(connection, journals).post(found.get())
          : Optional.empty();
    });
  }

  /** Takes a new post in; its slug gets a number where another post has it. */
  public Post create(Draft draft, Revision.Kind kind) {
    return create(List.of(draft), kind).getFirst();
  }

  /** Takes many new posts in at once: all of them or none. */
  public List<Post> create(List<Draft> drafts, Revision.Kind kind) {
    List<Post> posts = changes.create(drafts, kind);
    posts.forEach(search::update);
    return posts;
  }

  /**
   * Saves a post. The journal has it before the database is tried. A draft that has not changed
   * makes a revision only where there is another reason to keep it, such as an export.
   *
   * @param post with the version that was read
   * @param name what a person called this state, empty where nobody did
   * @return the post as it is now
   * @throws StaleException when someone else saved it since; nothing is written then
   */
  public Post save(Post post, Revision.Kind kind, String name) {
    Post saved = changes.save(post, kind, name);
    search.update(saved);
    return saved;
  }

  /**
   * Saves a post together with what was said about it: both are kept, or neither is.
   *
   * @param before the name that the state before is given, which keeps it for ever; may be empty
   * @throws StaleException when someone else saved it since; nothing is written then
   */
  public Post save(Post post, Revision.Kind kind, String name, String before, Reviewed more) {
    Post saved = changes.save(post, new Saving.How(kind, name, before), more);
    search.update(saved);
    return saved;
  }

  /**
   * Saves many posts: all of them, or none.
   *
   * @throws StaleException when someone else saved one of them since; nothing is written then
   */
  public List<Post> save(List<Unsaved> all, Revision.Kind kind) {
    List<Post> saved = changes.save(all, kind);
    saved.forEach(search::update);
    return saved;
  }

  /** Takes a post in that came with what was said about it, under its own id. */
  public Post bring(UUID id, Draft wanted, Revision.Kind kind, String name, Reviewed more) {
    Post post = changes.bring(id, wanted, new Saving.How(kind, name, ""), more);
    search.update(post);
    return post;
  }

  /** What people say about the posts. */
  public Reviews reviews() {
    return reviews;
  }

  /** Where posts are published. */
  public Sites sites() {
    return sites;
  }

  /** What people suggest by writing. */
  public Branches branches() {
    return branches;
  }

  public void toBin(UUID post) {
    changes.bin(post, true);
    search.remove(post);
  }

  /** Takes a post out of the bin; its slug gets a number where another post has it by now. */
  public void fromBin(UUID post) {
    changes.bin(post, false);
    post(post).ifPresent(search::update);
  }

  /**
   * Deletes the posts for good that went into the bin before an instant.
   *
   * @return their ids
   */
  public List<UUID> emptyBin(Instant before) {
    List<UUID> gone = changes.emptyBin(before);
    gone.forEach(branches::delete);
    return gone;
  }

  /** A post's revisions, the newest first. */
  public List<Revision> revisions(UUID post) {
    return vault.read(connection -> Revisions.plain(connection, post));
  }

  /** What a revision says, its text compared with its fingerprint. */
  public Draft revision(UUID revision) {
    return vault.read(connection -> new Reading(connection, journals).revision(revision));
  }

  /** Names a revision, which keeps it for ever. */
  public Revision name(UUID revision, String name) {
    return changes.name(revision, name);
  }

  /**
   * Lets revisions go that have grown old and that nothing keeps; see the guide's chapter on
   * history.
   *
   * @return how many went
   */
  public int thin() {
    return changes.thin();
  }

  /**
   * Lets picture files go that nothing has used since an instant, neither a post, in the bin or
   * not, nor a revision or a journal, and that were unused already at the newest good backup.
   *
   * @return the fingerprints of those that went
   */
  public List<String> clearPictures(Instant before) {
    try {
      return new Clearing(vault).run(Changes.now(clock), before);
    } catch (IOException e) {
      throw Vault.notSaved(e);
    }
  }

  /** Everything that is kept of a post, in the bin or not. */
  public Optional<Kept> kept(UUID post) {
    return vault.read(connection -> new Adoption(connection, journals).kept(post));
  }

  /**
   * Takes posts in as another library kept them, all or none: the same ids, times and revisions.
   *
   * @throws StoreException where an id or a slug is taken; nothing is changed then
   */
  public void adopt(List<Kept> all) {
    adopt(all, Map.of());
  }

  /** As {@link #adopt(List)}, together with sites by their ids. */
  public void adopt(List<Kept> all, Map<UUID, List<SiteFact>> places) {
    changes.adopt(all, sites, places);
    for (Kept kept : all) {
      if (kept.binned().isEmpty()) {
        search.update(kept.post());
      }
    }
  }

  public Media media() {
    return media;
  }

  /** A post's journal, which stays open until it is closed. */
  public Journal journal(UUID post) {
    long floor =
        vault.read(connection ->
            Posts.find(connection, post).map(row -> row.row().journalSequence()).orElse(0L));
    return journals.hold(post, floor);
  }

  public Backups backups() {
    return vault.backups();
  }

  public Search search() {
    return search;
  }

  /** What a post's journal holds beyond the post, as a save leaves it that failed. */
  public Optional<Draft> unsaved(UUID post) {
    return vault.read(connection -> new Reading(connection, journals).unsaved(post));
  }

  /** Looks whether the library is still there, may be written, and has room. Quick. */
  public Health health() {
    return vault.health();
  }

  /** Reads everything and compares it with its fingerprints. */
  public Verification verify(Progress progress) {
    return new Check(vault).run(progress);
  }

  /**
   * Puts a backup in the library's place. What is there now is kept as a backup and set aside, so
   * this can be undone by restoring that.
   */
  public void restore(Path backup) {
    vault.restore(backup);
    search.rebuild();
  }

  /** Closes the library; what was saved stays saved. */
  @Override
  public void close() {
    try {
      search.close();
    } finally {
      vault.close();
    }
  }

  private List<PostSummary> list(boolean binned) {
    return vault.read(connection ->
        Posts.all(connection).stream()
            .map(Posts.Sealed::row)
            .filter(row -> row.binned().isPresent() == binned)
            .map(PostRow::summary)
            .toList());
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
