package galley.review;

import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.Author;
import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.post.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Makes what stands out of everything that happened. The same events give the same result in
 * whatever order they came. An event that makes no sense where it stands changes nothing, and
 * stays: nothing is ever deleted.
 */
public final class Fold {
  private static final Comparator<ReviewEvent> ORDER =
      Comparator.comparingLong(ReviewEvent::clock)
          .thenComparing(event -> event.author().device())
          .thenComparing(ReviewEvent::id)
          .thenComparing(ReviewEventJson::write);

  private final Predicate<ReviewEvent> fits;
  private final Map<UUID, Standing> made = new LinkedHashMap<>();
  private final List<StageMove> stages = new ArrayList<>();
  private Optional<SignOff> signOff = Optional.empty();
  private int unknown;

  private Fold(Predicate<ReviewEvent> fits) {
    this.fits = fits;
  }

  /** Folds events, comparing each signature. */
  public static Folded of(List<ReviewEvent> events) {
    return of(events, Signing::fits);
  }

  /**
   * Folds events.
   *
   * @param fits whether an event is as its author's device signed it
   */
  public static Folded of(List<ReviewEvent> events, Predicate<ReviewEvent> fits) {
    Fold fold = new Fold(fits);
    long clock = 0;
    for (ReviewEvent event : fold.once(events)) {
      clock = Math.max(clock, event.clock());
      fold.take(event);
    }
    return fold.folded(clock);
  }

  /** The order in which events count. */
  public static List<ReviewEvent> ordered(List<ReviewEvent> events) {
    return events.stream().sorted(ORDER).toList();
  }

  /** Whether two wrote on one device, or under one name where neither has a device. */
  public static boolean isSame(Author one, Author other) {
    return one.device().isEmpty()
        ? other.device().isEmpty() && one.name().equals(other.name())
        : one.device().equals(other.device());
  }

  /** In order, and of events with one id the one that is signed. */
  private List<ReviewEvent> once(List<ReviewEvent> events) {
    List<ReviewEvent> ordered = ordered(events).stream().distinct().toList();
    Map<UUID, ReviewEvent> first = new HashMap<>();
    Set<UUID> twice = new HashSet<>();
    for (ReviewEvent event : ordered) {
      if (first.putIfAbsent(event.id(), event) != null) {
        twice.add(event.id());
      }
    }
    if (twice.isEmpty()) {
      return ordered;
    }
    for (ReviewEvent event : ordered) {
      if (twice.contains(event.id()) && fits.test(event)) {
        first.put(event.id(), event);
        twice.remove(event.id());
      }
    }
    return ordered.stream().filter(event -> event.equals(first.get(event.id()))).toList();
  }

  private void take(ReviewEvent event) {
    Optional<Standing> about = Optional.ofNullable(made.get(event.subject()));
    switch (event.action()) {
      case ReviewEvent.Made said -> {
        if (about.isEmpty()) {
          made.put(event.subject(), new Standing(event, said, fits.test(event)));
        }
      }
      case ReviewEvent.Worded worded -> about.ifPresent(standing -> standing.word(event, worded));
      case ReviewEvent.Judged judged -> about.ifPresent(standing -> standing.judge(event, judged));
      case ReviewEvent.Moved moved -> about.ifPresent(standing -> standing.move(event, moved));
      case ReviewEvent.Answered answer ->
          about.ifPresent(standing -> standing.answer(event, answer));
      case ReviewEvent.SignedOff signed -> sign(event, signed);
      case ReviewEvent.Staged staged ->
          stages.add(
              new StageMove(
                  event.author(), event.at(), staged.from(), staged.to(), fits.test(event)));
      case ReviewEvent.Unknown _ -> unknown++;
    }
  }

  private void sign(ReviewEvent event, ReviewEvent.SignedOff signed) {
    signOff =
        signed.withdrawn()
            ? Optional.empty()
            : Optional.of(new SignOff(event.author(), event.at(), signed, fits.test(event)));
  }

  private Folded folded(long clock) {
    List<Annotation> roots = new ArrayList<>();
    Map<UUID, List<Annotation>> replies = new HashMap<>();
    for (Standing standing : made.values()) {
      UUID root = root(standing);
      if (root.equals(standing.id)) {
        roots.add(standing.annotation(Optional.empty()));
      } else {
        replies
            .computeIfAbsent(root, _ -> new ArrayList<>())
            .add(standing.annotation(Optional.of(root)));
      }
    }
    return new Folded(roots, replies, signOff, stages, clock, unknown);
  }

  /** The annotation a reply belongs to in the end; itself where that never came. */
  private UUID root(Standing standing) {
    Set<UUID> seen = new HashSet<>();
    Standing at = standing;
    while (at.made.parent().isPresent() && seen.add(at.id)) {
      Standing above = made.get(at.made.parent().get());
      if (above == null || above == at) {
        return at.id;
      }
      at = above;
    }
    return seen.contains(at.id) ? standing.id : at.id; // replies in a ring are shown, too
  }

  /** One annotation while it is being made. */
  private final class Standing {
    private final UUID id;
    private final ReviewEvent first;
    private final ReviewEvent.Made made;
    private Status status = Status.OPEN;
    private galley.post.Anchor anchor;
    private String body;
    private Optional<String> replacement;
    private Optional<Source> source = Optional.empty();
    private Instant changed;
    private boolean verified;

    Standing(ReviewEvent first, ReviewEvent.Made made, boolean verified) {
      id = first.subject();
      this.first = first;
      this.made = made;
      this.verified = verified;
      anchor = made.anchor();
      body = made.body();
      replacement = made.replacement();
      changed = first.at();
    }

    void word(ReviewEvent event, ReviewEvent.Worded worded) {
      if (isAuthor(event) && status != Status.WITHDRAWN) {
        body = worded.body();
        replacement = worded.replacement().or(() -> replacement);
        touched(event);
      }
    }

    void judge(ReviewEvent event, ReviewEvent.Judged judged) {
      Status wanted = judged.status();
      boolean may =
          wanted == Status.WITHDRAWN ? isAuthor(event) : Transitions.may(kind(), status, wanted);
      if (status != Status.WITHDRAWN && may) {
        status = wanted;
        touched(event);
      }
    }

    void move(ReviewEvent event, ReviewEvent.Moved moved) {
      if (moved.anchor().scope() == anchor.scope()) {
        anchor = moved.anchor();
        touched(event);
      }
    }

    void answer(ReviewEvent event, ReviewEvent.Answered answer) {
      if (kind() == Kind.SOURCE) {
        source = Optional.of(answer.source());
        touched(event);
      } else if (Transitions.may(kind(), status, Status.ANSWERED)) {
        source = Optional.of(answer.source());
        status = Status.ANSWERED;
        touched(event);
      }
    }

    private Kind kind() {
      return made.kind();
    }

    /** Taking back and putting in other words is the author's alone, and so must be signed. */
    private boolean isAuthor(ReviewEvent event) {
      return isSame(first.author(), event.author())
          && (event.author().device().isEmpty() || fits.test(event));
    }

    private void touched(ReviewEvent event) {
      changed = event.at();
      verified = verified && fits.test(event);
    }

    Annotation annotation(Optional<UUID> parent) {
      return new Annotation(
          id,
          kind(),
          parent,
          first.author(),
          first.at(),
          changed,
          first.clock(),
          status,
          anchor,
          body,
          replacement,
          made.rule(),
          source,
          verified);
    }
  }
}
