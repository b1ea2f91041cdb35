package galley.ui.review;

import galley.post.Annotation;
import galley.post.Author;
import galley.post.PlacedAnnotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Decides which notes of the open post are shown, which one is current, and what was written and
 * not yet sent. On the JavaFX thread.
 */
public final class ReviewModel {
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.OPEN);
  private final ObjectProperty<Optional<UUID>> current =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Unsent>> unsent =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Map<UUID, String> replies = new HashMap<>();
  private final Consumer<Wish> wishes;
  private Consumer<UUID> entering = note -> {};
  private Runnable replied = () -> {};
  private Runnable resumed = () -> {};
  private List<PlacedAnnotation> all = List.of();
  private List<PlacedAnnotation> shown = List.of();
  private Optional<Author> me = Optional.empty();
  private Function<UUID, Level> levels = note -> Level.NOWHERE;
  private Predicate<UUID> pending = note -> false;

  /**
   * @param wishes is told what a person wants
   */
  public ReviewModel(Consumer<Wish> wishes) {
    this.wishes = wishes;
    filter.addListener((_, _, _) -> choose());
    current.addListener((_, _, _) -> choose());
    unsent.addListener((_, before, now) -> {
      if (!before.map(Unsent::id).equals(now.map(Unsent::id))) {
        tell();
      }
    });
  }

  /** Names who is at the desk. */
  public void me(Author author) {
    me = Optional.of(author);
    choose();
  }

  Optional<Author> me() {
    return me;
  }

  boolean isMine(Annotation annotation) {
    return me.filter(author ->
            author.device().isEmpty()
                ? author.name().equals(annotation.author().name())
                : author.device().equals(annotation.author().device()))
        .isPresent();
  }

  /** Names who knows which suggestions are still being made. */
  public void pending(Predicate<UUID> whoKnows) {
    pending = whoKnows;
  }

  /** Whether this is a suggestion being made: it can be taken back, and nothing else. */
  boolean isPending(UUID note) {
    return pending.test(note);
  }

  /** Names who knows how high a note's words stand. */
  public void levels(Function<UUID, Level> whoKnows) {
    levels = whoKnows;
  }

  Level level(UUID note) {
    return levels.apply(note);
  }

  /** Shows these notes, in the order of their places. */
  public void show(List<PlacedAnnotation> notes) {
    all = List.copyOf(notes);
    open.set((int) all.stream().filter(note -> note.annotation().status().isOpen()).count());
    choose();
  }

  /** Shows another post's notes: nothing is current, and no filter hides any that are open. */
  public void begin() {
    current.set(Optional.empty());
    filter.set(Filter.OPEN);
    replies.clear();
    show(List.of());
  }

  private void choose() {
    String name = me.map(Author::name).orElse("");
    List<PlacedAnnotation> now =
        all.stream()
            .filter(note -> filter.get().takes(note, name) || isCurrent(note.annotation().id()))
            .toList();
    shown = now;
    tell();
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  void onChanged(Runnable listener) {
    listeners.add(listener);
  }

  /** Every note there is. */
  public List<PlacedAnnotation> all() {
    return all;
  }

  /** The notes the filter lets through, and the current one. */
  List<PlacedAnnotation> shown() {
    return shown;
  }

  /** How many notes wait for somebody. */
  public ReadOnlyIntegerProperty openCount() {
    return open.getReadOnlyProperty();
  }

  ObjectProperty<Filter> filter() {
    return filter;
  }

  /** The note that is ringed, in the text and among the cards. */
  public ObjectProperty<Optional<UUID>> current() {
    return current;
  }

  boolean isCurrent(UUID note) {
    return current.get().filter(note::equals).isPresent();
  }

  Optional<PlacedAnnotation> find(UUID note) {
    return all.stream().filter(each -> each.annotation().id().equals(note)).findFirst();
  }

  /** The place of the current note among those shown, from 1; 0 for none. */
  int number() {
    for (int i = 0; i < shown.size(); i++) {
      if (isCurrent(shown.get(i).annotation().id())) {
        return i + 1;
      }
    }
    return 0;
  }

  /**
   * Makes the next note current, or the one before; after the last comes the first.
   *
   * @param caret where to begin while none is current
   */
  public Optional<UUID> step(int by, int caret) {
    List<UUID> ids = shown.stream().map(note -> note.annotation().id()).toList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    int at = number() - 1;
    int next;
    if (at >= 0) {
      next = Math.floorMod(at + by, ids.size());
    } else {
      int behind = 0;
      while (behind < ids.size() && level(ids.get(behind)).order() < caret) {
        behind++;
      }
      next = Math.floorMod(by > 0 ? behind : behind - 1, ids.size());
    }
    current.set(Optional.of(ids.get(next)));
    return current.get();
  }

  /** The note to go on with after this one was judged: the next one open of its kind, or any. */
  Optional<UUID> after(UUID note) {
    List<PlacedAnnotation> rest = new ArrayList<>(shown);
    int at = 0;
    while (at < rest.size() && !rest.get(at).annotation().id().equals(note)) {
      at++;
    }
    for (int i = 1; i <= rest.size(); i++) {
      Annotation next = rest.get((at + i) % rest.size()).annotation();
      if (next.status().isOpen() && !next.id().equals(note)) {
        return Optional.of(next.id());
      }
    }
    return Optional.empty();
  }

  /** What somebody has begun to write and not posted. */
  public ObjectProperty<Optional<Unsent>> unsent() {
    return unsent;
  }

  /** The words of a reply that was begun. */
  String reply(UUID note) {
    return replies.getOrDefault(note, "");
  }

  void reply(UUID note, String words) {
    if (words.isBlank()) {
      replies.remove(note);
    } else {
      replies.put(note, words);
    }
    replied.run();
  }

  /** The replies that were begun, by the notes they answer. */
  public Map<UUID, String> replies() {
    return Map.copyOf(replies);
  }

  /** Brings back replies that were begun before; those begun since stay. */
  public void replies(Map<UUID, String> begun) {
    begun.forEach(replies::putIfAbsent);
    if (!begun.isEmpty()) {
      resumed.run();
    }
  }

  /** Tells of each key in a reply. */
  public void onReplyWritten(Runnable listener) {
    replied = listener;
  }

  /** Tells when replies came back. */
  void onResumed(Runnable listener) {
    resumed = listener;
  }

  void wish(Wish wish) {
    wishes.accept(wish);
  }

  /** Accepts or rejects a suggestion; the next open note becomes current. */
  public void judge(UUID note, boolean accept) {
    Optional<UUID> next = after(note);
    wish(accept ? new Wish.Accept(note) : new Wish.Reject(note));
    goOn(note, next);
  }

  /** Gives a note another status; where that closes it, the next open one becomes current. */
  void judge(UUID note, Annotation.Status status) {
    Optional<UUID> next = status.isOpen() ? Optional.of(note) : after(note);
    wish(new Wish.Judge(note, status));
    goOn(note, next);
  }

  private void goOn(UUID note, Optional<UUID> next) {
    current.set(next);
    next.ifPresentOrElse(entering, () -> wish(new Wish.GoTo(note)));
  }

  /** Names who puts the keyboard on a card. */
  void onEnter(Consumer<UUID> card) {
    entering = card;
  }

  /** Whether a note is a suggestion that waits to be judged. */
  boolean canJudge(UUID note) {
    return find(note)
        .map(PlacedAnnotation::annotation)
        .filter(said -> said.kind() == Annotation.Kind.SUGGESTION && said.status().isOpen())
        .isPresent();
  }
}
