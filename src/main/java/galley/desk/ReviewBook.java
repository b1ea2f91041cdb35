package galley.desk;

import galley.asset.Messages;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.Author;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.ReviewEvent;
import galley.post.Texts;
import galley.review.Fold;
import galley.review.Folded;
import galley.store.Reviewed;
import galley.store.Round;
import galley.text.Sha256;
import galley.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The events of one open post, what they come to, and where annotations stand in its text while
 * that is written. What goes into the text goes to the disk together with it.
 */
final class ReviewBook {
  private final Bench bench;
  private final Pen pen;
  private final UUID post;
  private final Carrying carrying;
  private final Predicate<ReviewEvent> fits;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Object disk = new Object(); // one writes at a time; never waited for by the window

  // guarded by this
  private final List<ReviewEvent> events;
  private Folded folded;
  private final AnchorPlaces places;
  private List<ReviewEvent> queued = new ArrayList<>(); // wait for a text that has their edits
  private final List<ReviewEvent> due = new ArrayList<>(); // go with the captured text

  ReviewBook(Bench bench, Pen pen, UUID post, Draft start) {
    this.bench = bench;
    this.pen = pen;
    this.post = post;
    Reviewed kept = bench.library().reviews().of(post);
    events = new ArrayList<>(kept.events());
    fits = bench.signatures().of(post, events);
    folded = Fold.of(events, fits);
    carrying =
        new Carrying(sha256 ->
            Optional.ofNullable(kept.texts().get(sha256))
                .or(() -> bench.library().reviews().text(post, sha256)));
    places = new AnchorPlaces(carrying, start, folded.annotations(), kept.placed());
  }

  /** Somebody says something about an annotation, or about the post. */
  record Saying(Author author, UUID subject, ReviewEvent.Action action) {}

  /** A suggestion, and the edit that makes it part of the text. */
  record Acceptance(UUID id, TextEdit edit) {}

  /** What the post lies on. */
  Bench bench() {
    return bench;
  }

  /** The library's folder. */
  Path folder() {
    return bench.library().folder();
  }

  Pen pen() {
    return pen;
  }

  Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  synchronized Folded folded() {
    return folded;
  }

  synchronized Map<UUID, Placement> placements() {
    return places.placements();
  }

  Optional<String> text(String sha256) {
    return bench.library().reviews().text(post, sha256);
  }

  <T> CompletableFuture<T> ask(Callable<T> question) {
    return bench.jobs().ask(question);
  }

  // ---- while the text is written

  synchronized void replaced(int at, String removed, String inserted) {
    places.replaced(at, removed, inserted);
  }

  /** The window's text was read; called where that was done. */
  synchronized void captured(Draft draft) {
    places.captured(draft, folded.annotations());
    due.addAll(queued);
    queued = new ArrayList<>();
  }

  /** The text was changed by something other than the window. */
  synchronized void adopted(Draft draft) {
    places.captured(draft, folded.annotations());
  }

  /** What goes to the library with a text. */
  record Going(List<ReviewEvent> events, Reviewed reviewed) {}

  /**
   * What goes to the library with a draft: events that are due with it, more that are given, and
   * where annotations stand in it.
   *
   * @param texts that go along for the events
   */
  synchronized Going with(
      Draft draft, List<ReviewEvent> more, Map<String, String> texts, List<Round> rounds) {
    texts.forEach(carrying::know);
    List<ReviewEvent> going = new ArrayList<>(places.isCaptured(draft) ? due : List.of());
    going.addAll(more);
    List<ReviewEvent> all = new ArrayList<>(events);
    all.addAll(more);
    Folded then = more.isEmpty() ? folded : Fold.of(all, fits);
    return new Going(
        going,
        new Reviewed(going, texts, places.in(draft, then.annotations()), rounds, then.open()));
  }

  /** What was given by {@link #with} is on the disk. */
  void kept(Going going) {
    synchronized (this) {
      due.removeAll(going.events());
    }
    learn(going.events());
  }

  synchronized boolean isDue() {
    return !due.isEmpty();
  }

  /** Compares signatures before the book is held, so that the window need not wait for that. */
  private void look(List<ReviewEvent> more) {
    for (ReviewEvent event : more) {
      var _ = fits.test(event);
    }
  }

  /** Takes events in that are on the disk, or will be with the next text. */
  void learn(List<ReviewEvent> more) {
    look(more);
    synchronized (this) {
      Set<ReviewEvent> known = new HashSet<>(events);
      List<ReviewEvent> fresh = more.stream().filter(event -> !known.contains(event)).toList();
      if (fresh.isEmpty()) {
        return;
      }
      events.addAll(fresh);
      folded = Fold.of(events, fits);
      places.learn(folded.annotations());
    }
    tell();
  }

  /** Events for what is to be said, one after the other. */
  List<ReviewEvent> write(List<Saying> all) {
    List<ReviewEvent> written = new ArrayList<>();
    long clock = folded().clock();
    for (Saying one : all) {
      written.add(pen.write(post, one.subject(), ++clock, one.author(), one.action()));
    }
    return written;
  }

  // ---- what is said

  CompletableFuture<Void> say(Author author, UUID subject, ReviewEvent.Action action) {
    return say(author, subject, action, Map.of());
  }

  CompletableFuture<Void> say(
      Author author, UUID subject, ReviewEvent.Action action, Map<String, String> texts) {
    return ask(() -> {
      keep(List.of(new Saying(author, subject, action)), texts);
      return nothing();
    });
  }

  private void keep(List<Saying> sayings, Map<String, String> texts) {
    synchronized (disk) {
      List<ReviewEvent> written = write(sayings);
      look(written);
      Reviewed more;
      synchronized (this) {
        List<ReviewEvent> all = new ArrayList<>(events);
        all.addAll(written);
        int open = Fold.of(all, fits).open();
        more = new Reviewed(written, texts, Optional.empty(), List.of(), open);
      }
      bench.library().reviews().add(post, more);
      learn(written);
    }
    bench.changed(post);
  }

  CompletableFuture<List<Annotation>> add(Author author, Map<UUID, Review.Note> notes) {
    List<Saying> sayings = new ArrayList<>();
    Map<String, String> texts = new TreeMap<>();
    synchronized (this) {
      for (Map.Entry<UUID, Review.Note> entry : notes.entrySet()) {
        Review.Note note = entry.getValue();
        if (folded.find(entry.getKey()).isPresent()) {
          continue;
        }
        Optional<String> on = places.text(note.scope());
        Anchor anchor;
        if (on.isEmpty()) {
          anchor = Anchor.on(note.scope(), note.target());
        } else {
          String text = on.get();
          if (note.span().end() > text.length()) {
            return CompletableFuture.failedFuture(
                new DeskException(
                    Messages.text("desk.review-beyond", note.span().end(), text.length())));
          }
          texts.put(Sha256.of(text), text);
          anchor = Anchor.in(note.scope(), text, Sha256.of(text), note.span());
          places.put(entry.getKey(), anchor, note.span());
        }
        sayings.add(
            new Saying(
                author,
                entry.getKey(),
                new ReviewEvent.Made(
                    note.kind(),
                    Optional.empty(),
                    anchor,
                    note.body(),
                    note.replacement(),
                    Optional.empty())));
      }
    }
    return ask(() -> {
      if (!sayings.isEmpty()) {
        keep(sayings, texts);
      }
      return notes.keySet().stream().map(this::needed).toList();
    });
  }

  CompletableFuture<Annotation> reply(Author author, UUID id, String body) {
    Annotation about = needed(id);
    UUID reply = pen.id();
    ReviewEvent.Action action =
        new ReviewEvent.Made(
            Kind.REPLY,
            Optional.of(about.parent().orElse(id)),
            about.anchor(),
            body,
            Optional.empty(),
            Optional.empty());
    return say(author, reply, action).thenApply(done -> needed(reply));
  }

  CompletableFuture<Void> move(Author author, UUID id, Span span) {
    Annotation about = needed(id);
    Anchor anchor;
    String text;
    synchronized (this) {
      Optional<String> on = places.text(about.anchor().scope());
      if (on.isEmpty() || span.end() > on.get().length()) {
        return CompletableFuture.failedFuture(
            new DeskException(
                Messages.text("desk.review-beyond", span.end(), on.orElse("").length())));
      }
      text = on.get();
      anchor = Anchor.in(about.anchor().scope(), text, Sha256.of(text), span);
      places.put(id, anchor, span);
    }
    return say(author, id, new ReviewEvent.Moved(anchor), Map.of(Sha256.of(text), text));
  }

  /** The edits of suggestions, from the end of each text to its start. */
  synchronized List<Acceptance> acceptances(List<UUID> ids) {
    List<Acceptance> all = new ArrayList<>();
    for (UUID id : ids) {
      Annotation about = needed(id);
      String replacement = about.replacement().orElse("");
      if (about.kind() != Kind.SUGGESTION || !about.status().isOpen()) {
        throw new DeskException(
            Messages.text(
                "desk.review-cannot", key(about.kind()), key(about.status()), "accepted"));
      }
      Placement place = places.of(about);
      if (places.isStale(about, place)) {
        throw new DeskException(Messages.text("desk.review-stale", about.anchor().exact()));
      }
      all.add(new Acceptance(id, new TextEdit(about.anchor().scope(), place.span(), replacement)));
    }
    all.sort(
        Comparator.comparing((Acceptance one) -> one.edit().scope())
            .thenComparingInt(one -> -one.edit().span().end()));
    for (int i = 1; i < all.size(); i++) {
      TextEdit later = all.get(i - 1).edit();
      TextEdit earlier = all.get(i).edit();
      if (later.scope() == earlier.scope() && later.span().overlaps(earlier.span())) {
        throw new DeskException(Messages.text("desk.review-overlap"));
      }
    }
    return all;
  }

  /** The window has made the edits: they go to the disk with the next text that is read from it. */
  void accepted(Author author, List<Acceptance> all) {
    List<ReviewEvent> written =
        write(
            all.stream()
                .map(one -> new Saying(author, one.id(), new ReviewEvent.Judged(Status.ACCEPTED)))
                .toList());
    synchronized (this) {
      queued.addAll(written);
      places.accepted(all);
    }
    learn(written);
  }

  /** Makes the edits here, where no window does. */
  synchronized void edited(List<Acceptance> all) {
    places.edited(all);
  }

  // ---- what stands

  synchronized Annotation needed(UUID id) {
    return folded
        .find(id)
        .orElseThrow(() -> new DeskException(Messages.text("desk.review-none", id)));
  }

  synchronized List<PlacedAnnotation> annotations() {
    return places.all(folded);
  }

  /** What suggestions are made on now. */
  synchronized Texts texts() {
    return places.texts();
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  @SuppressWarnings("NullAway") // the only value of Void
  private static Void nothing() {
    return null;
  }
}
