package galley.desk;

import galley.asset.Messages;
import galley.export.SitePosts;
import galley.post.KeptSite;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.PublicationDate;
import galley.post.Stage;
import galley.store.Library;
import galley.store.PostState;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The posts of a site as a build takes them: those that are ready or published, not taken down, and
 * whose date has come. What is live already stays, whatever the clock says.
 */
final class SiteSource implements SitePosts {
  private static final int AT_ONCE = 64;

  private final Library library;
  private final Map<UUID, PostState> all;
  private final Seen seen;
  private final Map<UUID, PostState> states = new LinkedHashMap<>();
  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private final List<PostSummary> takenBack = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();

  /**
   * What readers saw and see.
   *
   * @param live posts that stand somewhere
   * @param paths every path a post was ever published at
   * @param down posts that were taken down, with where they lead
   */
  private record Seen(
      Set<UUID> live, Map<UUID, Set<String>> paths, Map<UUID, String> down, Instant now) {}

  private SiteSource(Library library, Map<UUID, PostState> all, Seen seen) {
    this.library = library;
    this.all = all;
    this.seen = seen;
  }

  static SiteSource of(Library library, KeptSite kept, SiteLog log, Instant now) {
    Map<UUID, PostState> all = new HashMap<>();
    library.sites().states().forEach(state -> all.put(state.summary().id(), state));
    Map<UUID, String> down = Withdrawn.of(library, kept.site().id());
    SiteSource source =
        new SiteSource(library, all, new Seen(log.liveAnywhere(), log.paths(), down, now));
    Sites.of(kept, all.values().stream().map(PostState::summary).toList(), library.sites().posts())
        .stream()
        .filter(post -> !down.containsKey(post.id()))
        .forEach(source::take);
    return source;
  }

  private void take(PostSummary post) {
    PostState state = all.get(post.id());
    if (state == null) {
      return;
    }
    if (post.stage() == Stage.READY || post.stage() == Stage.PUBLISHED) {
      states.put(post.id(), state);
      List<String> former = List.copyOf(seen.paths().getOrDefault(post.id(), Set.of()));
      items.add(new Item(post.id(), state.version(), post.changed(), former));
    } else if (seen.live().contains(post.id())) {
      takenBack.add(post);
    }
  }

  // Whatever was published once and is no longer: taken down, in the bin, on another site
  @Override
  public List<Gone> gone() {
    Set<UUID> there =
        Stream.concat(states().stream().map(PostState::summary), takenBack.stream())
            .map(PostSummary::id)
            .collect(Collectors.toSet());
    List<Gone> gone = new ArrayList<>();
    seen.paths()
        .forEach((id, paths) -> {
          if (!there.contains(id)) {
            paths.forEach(path -> gone.add(new Gone(path, seen.down().getOrDefault(id, ""))));
          }
        });
    gone.sort(Comparator.comparing(Gone::path));
    return gone;
  }

  @Override
  public boolean waits(UUID id, Optional<PublicationDate> date) {
    boolean later =
        !seen.live().contains(id) && date.filter(day -> begin(day).isAfter(seen.now())).isPresent();
    if (later) {
      waiting.add(id);
    }
    return later;
  }

  /** Finds out which posts wait where no build does; reads those that no reader has seen. */
  SiteSource settled() {
    List<UUID> unseen = states.keySet().stream().filter(id -> !seen.live().contains(id)).toList();
    for (int i = 0; i < unseen.size(); i += AT_ONCE) {
      posts(unseen.subList(i, Math.min(unseen.size(), i + AT_ONCE)))
          .forEach((id, post) -> waits(id, post.details().date()));
    }
    return this;
  }

  /** A date without a time begins with the day where the publisher is. */
  private static Instant begin(PublicationDate date) {
    return date.time()
        .map(time -> time.atDate(date.day()).toInstant())
        .orElseGet(
            () -> date.day().atTime(LocalTime.MIN).atZone(ZoneId.systemDefault()).toInstant());
  }

  /** The posts that are taken, as they stand; known once the site was built or this is settled. */
  List<PostState> states() {
    return states.values().stream()
        .filter(state -> !waiting.contains(state.summary().id()))
        .toList();
  }

  /** Posts whose date has not come; known once the site was built or this is settled. */
  List<PostSummary> waiting() {
    return states.values().stream()
        .map(PostState::summary)
        .filter(post -> waiting.contains(post.id()))
        .toList();
  }

  /** Posts that are live and are no longer ready. */
  List<PostSummary> takenBack() {
    return takenBack;
  }

  /** A post of the library as a list shows it; empty where it is in the bin or gone. */
  Optional<PostSummary> known(UUID id) {
    return Optional.ofNullable(all.get(id)).map(PostState::summary);
  }

  @Override
  public List<Item> items() {
    return items;
  }

  @Override
  public Post post(UUID id) {
    return library.post(id).orElseThrow(() -> new DeskException(Messages.text("desk.no-post", id)));
  }

  @Override
  public Map<UUID, Post> posts(List<UUID> ids) {
    return library.posts(ids);
  }
}
