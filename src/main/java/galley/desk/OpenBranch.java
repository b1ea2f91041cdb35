package galley.desk;

import galley.post.Anchor;
import galley.post.Anchor.Scope;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.Branch;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Post;
import galley.post.Texts;
import galley.review.Branching;
import galley.review.Hunk;
import galley.review.LiveAnchors;
import galley.review.Proposal;
import galley.text.Sha256;
import galley.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The branch of a post that somebody writes on. The window tells of each edit; the words are read
 * from it when it is time and forced to the disk as the post's own are. Where not said otherwise,
 * all is called on the window's thread; offsets are those of the branch as the window shows it.
 */
public final class OpenBranch {
  private final Suggesting suggesting;
  private final Autosave autosave;
  private final Bench bench;
  private final Author me;
  private final Post post;
  private volatile Branch captured; // what was read together belongs together
  private volatile Optional<Branch> written = Optional.empty();
  private Texts base;
  private LiveAnchors live;
  private Map<UUID, Placement> known; // in the base, when they were last looked at
  private List<Proposal> proposals = List.of();
  private boolean lost;

  OpenBranch(Suggesting suggesting, Bench bench, Author me, Post post, Texts base) {
    this.suggesting = suggesting;
    this.bench = bench;
    this.me = me;
    this.post = post;
    this.base = base;
    captured = new Branch(base, base);
    known = suggesting.placements();
    live = new LiveAnchors(base.body(), known);
    Autosave.Target target =
        new Autosave.Target() {
          @Override
          public void journal(Draft draft) {
            write();
          }

          @Override
          public void commit(Draft draft) {
            write();
          }
        };
    Post start =
        new Post(post.id(), base.in(post.draft()), post.version(), post.created(), post.changed());
    autosave = new Autosave(bench.jobs(), target, bench.clock(), bench.pauses(), start);
  }

  /** On the thread that saves. */
  private void write() {
    Branch now = captured;
    if (!written.equals(Optional.of(now))) {
      suggesting.keep(now);
      written = Optional.of(now);
    }
  }

  /**
   * Names the window's words.
   *
   * @param ui where {@code reader} may be called
   */
  public void attach(Executor ui, Supplier<Texts> reader) {
    autosave.attach(
        ui,
        () -> {
          Texts now = reader.get();
          captured = new Branch(base, now);
          return now.in(post.draft());
        });
  }

  /** The words of the post itself. */
  public Texts base() {
    return base;
  }

  /** To be called at every edit of the branch or of its base; costs next to nothing. */
  public void changed() {
    autosave.changed();
  }

  public void composing(boolean now) {
    autosave.composing(now);
  }

  /** How safe the branch is. Any thread. */
  public SaveState state() {
    return autosave.state();
  }

  /** Tells of every change of the state, on any thread; the returned task ends that. */
  public Runnable onState(Consumer<SaveState> listener) {
    return autosave.onState(listener);
  }

  /** A part of a change of the body, the parts in their order. */
  public void replaced(int at, String removed, String inserted) {
    try {
      live.replaced(at, removed, inserted);
    } catch (IllegalArgumentException e) {
      lost = true; // the window shows another text than was thought: the next look finds all anew
    }
  }

  /** What the branch comes to, found out in the background; pending suggestions are as found. */
  public CompletableFuture<List<Proposal>> compare(Texts shown) {
    Branch branch = new Branch(base, shown);
    if (lost) {
      place(shown.body());
    }
    return CompletableFuture.supplyAsync(() -> Branching.proposals(branch));
  }

  /** Takes in what {@link #compare} found. */
  public void found(List<Proposal> now) {
    proposals = now;
  }

  /** Where the notes on the post's body stand in the branch. */
  public Map<UUID, Placement> placements() {
    Map<UUID, Placement> now = suggesting.placements();
    List<Hunk> hunks = Branching.in(Scope.TEXT, proposals);
    now.forEach((note, place) -> {
      if (!place.equals(known.get(note))) {
        live.put(note, inBranch(place, hunks));
      }
    });
    known = now;
    Map<UUID, Placement> all = new HashMap<>(live.placements());
    all.keySet().retainAll(now.keySet());
    return all;
  }

  private static Placement inBranch(Placement place, List<Hunk> hunks) {
    Span span = Branching.inBranch(place.span(), hunks);
    boolean cut = span.isEmpty() && !place.span().isEmpty();
    return new Placement(cut ? Placement.State.COLLAPSED : place.state(), span);
  }

  /** Where words of the branch stand in the post itself, or those they replace. */
  public Span inBase(Scope scope, Span span) {
    return Branching.inBase(span, Branching.in(scope, proposals), base.of(scope));
  }

  /** Where the caret of the branch's body belongs in the post itself. */
  public int inBase(int caret) {
    return inBase(Scope.TEXT, new Span(caret, caret)).start();
  }

  /** The suggestions so far, where they stand in the branch. */
  public List<PlacedAnnotation> pending() {
    List<PlacedAnnotation> all = new ArrayList<>();
    Instant now = bench.clock().instant();
    Map<Scope, Integer> by = new HashMap<>();
    for (Proposal one : proposals) {
      Hunk hunk = one.hunk();
      int start = hunk.span().start() + by.getOrDefault(one.scope(), 0);
      by.merge(one.scope(), hunk.replacement().length() - hunk.span().length(), Integer::sum);
      Span place = new Span(start, start + hunk.replacement().length());
      all.add(
          new PlacedAnnotation(
              note(one, now), new Placement(Placement.State.LIVE, place), List.of()));
    }
    return all;
  }

  private Annotation note(Proposal one, Instant now) {
    String text = base.of(one.scope());
    return new Annotation(
        one.hunk().id(),
        Annotation.Kind.SUGGESTION,
        Optional.empty(),
        me,
        now,
        now,
        0,
        Annotation.Status.OPEN,
        Anchor.in(one.scope(), text, Sha256.of(text), one.hunk().span()),
        "",
        Optional.of(one.hunk().replacement()),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  public boolean isPending(UUID note) {
    return proposals.stream().anyMatch(one -> one.hunk().id().equals(note));
  }

  /** The branch as it would be had it been begun on these words; nothing of it is lost. */
  public Branch onto(Texts now, Texts shown) {
    return Branching.onto(new Branch(base, shown), now);
  }

  /** The post itself was changed, and the window shows the branch as it follows from that. */
  public void rebase(Branch now) {
    base = now.base();
    proposals = Branching.proposals(now);
    place(now.text().body());
    autosave.changed();
  }

  private void place(String body) {
    known = suggesting.placements();
    List<Hunk> hunks = Branching.in(Scope.TEXT, proposals);
    live = new LiveAnchors(body, Map.of());
    known.forEach((note, place) -> live.put(note, inBranch(place, hunks)));
    lost = false;
  }

  /** The post itself was changed, and what the window shows is that of before. */
  public void rebase(Texts now) {
    base = now;
    known = suggesting.placements();
    autosave.changed();
  }

  /** Writes what is there soon, for those who want to know. */
  public CompletableFuture<Void> flushed() {
    return autosave.flush();
  }

  /**
   * Reads the words a last time, and makes suggestions of them.
   *
   * @return completes when they are suggestions; where that fails, the message says what is safe
   */
  public CompletableFuture<Void> end() {
    CompletableFuture<Void> kept = autosave.end();
    Branch last = captured;
    return kept.handle((done, failure) -> last).thenCompose(suggesting::finish);
  }
}
