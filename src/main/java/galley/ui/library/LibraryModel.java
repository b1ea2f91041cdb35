package galley.ui.library;

import galley.desk.Desk;
import galley.desk.DeskEvent;
import galley.desk.Found;
import galley.markdown.ParsedBody;
import galley.post.Details;
import galley.post.PostSummary;
import galley.store.FirstWords;
import galley.ui.kit.Fx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Decides which posts the list shows: a shelf, a tag, or what a search finds. Reads the library in
 * the background, again after each change. On the JavaFX thread.
 */
public final class LibraryModel implements AutoCloseable {
  private static final int MOST_HITS = 200;

  /**
   * How many posts there are.
   *
   * @param tags each tag with its number of posts, in alphabetical order
   */
  record Counts(Map<Shelf, Integer> shelves, Map<String, Integer> tags) {
    static final Counts NONE = new Counts(Map.of(), Map.of());

    int of(Shelf shelf) {
      return shelves.getOrDefault(shelf, 0);
    }
  }

  private record Contents(
      List<PostSummary> posts, List<PostSummary> bin, Counts counts, Map<UUID, PostSummary> byId) {}

  private final Desk desk;
  private final Consumer<Throwable> trouble;
  private final Runnable stopListening;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.ALL);
  private final ObjectProperty<Optional<String>> tag = new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
  private final ObjectProperty<Optional<UUID>> current =
      new SimpleObjectProperty<>(Optional.empty());
  private Contents contents = new Contents(List.of(), List.of(), Counts.NONE, Map.of());
  private boolean reading;
  private boolean stale;
  private Optional<PostSummary> written = Optional.empty();
  private int searches;

  /**
   * @param trouble is told of a failure, on the JavaFX thread
   */
  public LibraryModel(Desk desk, Consumer<Throwable> trouble) {
    this.desk = desk;
    this.trouble = trouble;
    shelf.addListener((_, _, _) -> show());
    tag.addListener((_, _, _) -> show());
    query.addListener((_, _, _) -> show());
    current.addListener((_, _, _) -> written = Optional.empty());
    stopListening =
        desk.onChange(event -> {
          if (event instanceof DeskEvent.PostsChanged) {
            Fx.run(this::read);
          }
        });
    read();
  }

  /** Reads the library again; what comes while it is being read is read once more afterwards. */
  public void read() {
    if (reading) {
      stale = true;
      return;
    }
    reading = true;
    CompletableFuture<Contents> work = desk.posts().thenCombine(desk.bin(), LibraryModel::sorted);
    Fx.deliver(
        work,
        now -> {
          reading = false;
          contents = now;
          putWritten();
          counts.set(now.counts());
          loaded.set(true);
          show();
          if (stale) {
            stale = false;
            read();
          }
        },
        failure -> {
          reading = false;
          trouble.accept(failure);
        });
  }

  private static Contents sorted(List<PostSummary> posts, List<PostSummary> bin) {
    Comparator<PostSummary> newestFirst =
        Comparator.comparing(PostSummary::changed).reversed().thenComparing(PostSummary::headline);
    List<PostSummary> recent = posts.stream().sorted(newestFirst).toList();
    Map<Shelf, Integer> shelves = new EnumMap<>(Shelf.class);
    Map<String, Integer> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<UUID, PostSummary> byId = new HashMap<>();
    for (PostSummary post : recent) {
      shelves.merge(Shelf.of(post.stage()), 1, Integer::sum);
      post.tags().forEach(name -> tags.merge(name, 1, Integer::sum));
      byId.put(post.id(), post);
    }
    shelves.put(Shelf.ALL, recent.size());
    shelves.put(Shelf.BIN, bin.size());
    return new Contents(
        recent, bin.stream().sorted(newestFirst).toList(), new Counts(shelves, tags), byId);
  }

  /**
   * Shows the open post as it was just written down, before the library has it.
   *
   * @param body the text as it was read last
   * @param at when it was written
   */
  public void follow(UUID post, Details details, ParsedBody body, Instant at) {
    PostSummary before = contents.byId().get(post);
    if (before != null) {
      written = Optional.of(summary(before, details, FirstWords.of(details, body), at));
      putWritten();
      showWritten();
    }
  }

  private static PostSummary summary(
      PostSummary before, Details details, FirstWords first, Instant at) {
    return new PostSummary(
        before.id(),
        details.slug(),
        details.headline(),
        first.text(),
        details.stage(),
        details.section(),
        details.tags(),
        first.words(),
        before.openNotes(),
        at);
  }

  /** Puts what was written down first, unless the library already has it, or something newer. */
  private void putWritten() {
    written =
        written.flatMap(now -> {
          PostSummary read = contents.byId().get(now.id());
          return read == null || !read.changed().isBefore(now.changed())
              ? Optional.empty()
              : Optional.of(now.withOpenNotes(read.openNotes()));
        });
    written.ifPresent(now -> {
      List<PostSummary> posts = new ArrayList<>(contents.posts());
      posts.removeIf(post -> post.id().equals(now.id()));
      posts.addFirst(now);
      Map<UUID, PostSummary> byId = new HashMap<>(contents.byId());
      byId.put(now.id(), now);
      contents = new Contents(posts, contents.bin(), contents.counts(), byId);
    });
  }

  private void showWritten() {
    if (query.get().isBlank()) {
      show();
    } else {
      replace(rows.stream().map(row -> new Row(shown(row.post()), row.excerpts())).toList());
    }
  }

  private PostSummary shown(PostSummary post) {
    return contents.byId().getOrDefault(post.id(), post);
  }

  private void show() {
    String words = query.get().strip();
    searches++;
    if (words.isEmpty()) {
      List<Row> next = new ArrayList<>();
      for (PostSummary post : shelf.get() == Shelf.BIN ? contents.bin() : contents.posts()) {
        if (wanted(post)) {
          next.add(Row.of(post));
        }
      }
      replace(next);
      return;
    }
    int asked = searches;
    Fx.deliver(
        desk.search(words, MOST_HITS),
        found -> {
          if (asked == searches) {
            replace(hits(found));
          }
        },
        trouble);
  }

  private List<Row> hits(Found found) {
    List<Row> next = new ArrayList<>();
    found
        .hits()
        .forEach(hit -> {
          PostSummary post = contents.byId().get(hit.post());
          if (post != null && wanted(post)) {
            next.add(new Row(post, hit.excerpts()));
          }
        });
    return next;
  }

  private boolean wanted(PostSummary post) {
    boolean there = shelf.get() == Shelf.BIN || shelf.get().holds(post.stage());
    return there && tag.get().map(post.tags()::contains).orElse(true);
  }

  private void replace(List<Row> next) {
    if (ids(rows).equals(ids(next))) {
      for (int i = 0; i < next.size(); i++) {
        if (!rows.get(i).equals(next.get(i))) {
          rows.set(i, next.get(i)); // keeps what is chosen and in view
        }
      }
    } else {
      rows.setAll(next);
    }
  }

  private static List<UUID> ids(List<Row> of) {
    return of.stream().map(row -> row.post().id()).toList();
  }

  ObservableList<Row> rows() {
    return rows;
  }

  ObjectProperty<Shelf> shelf() {
    return shelf;
  }

  ObjectProperty<Optional<String>> tag() {
    return tag;
  }

  /** What is searched for; blank shows the shelf. */
  StringProperty query() {
    return query;
  }

  ReadOnlyObjectProperty<Counts> counts() {
    return counts.getReadOnlyProperty();
  }

  /** Whether the library was read once. */
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /** The post in the editor, which the list marks. */
  public ObjectProperty<Optional<UUID>> current() {
    return current;
  }

  /** Every post outside the bin, newest first. */
  public List<PostSummary> posts() {
    return contents.posts();
  }

  /** Whether the list shows what was deleted; a search finds only what was not. */
  boolean isBin() {
    return shelf.get() == Shelf.BIN && query.get().isBlank();
  }

  /** What the list says of a post, also of one in the bin. */
  public Optional<PostSummary> summary(UUID post) {
    return Stream.concat(contents.posts().stream(), contents.bin().stream())
        .filter(summary -> summary.id().equals(post))
        .findFirst();
  }

  @Override
  public void close() {
    stopListening.run();
  }
}
