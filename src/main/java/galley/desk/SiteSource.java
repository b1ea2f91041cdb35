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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The posts of a site as a build takes them: those that are ready or published, not taken down, and
 * whose date has come. What is live already stays, whatever the clock says.
 */
final class SiteSource implements SitePosts {
  private final Library library;
  private final Map<UUID, PostState> all;
  private final List<PostState> states = new ArrayList<>();
  private final List<PostSummary> waiting = new ArrayList<>();
  private final List<PostSummary> takenBack = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Gone> gone = new ArrayList<>();

  private SiteSource(Library library, Map<UUID, PostState> all) {
    this.library = library;
    this.all = all;
  }

  static SiteSource of(Library library, KeptSite kept, SiteLog log, Instant now) {
    Map<UUID, PostState> all = new HashMap<>();
    SiteSource source = new SiteSource(library, all);
    library.sites().states().forEach(state -> all.put(state.summary().id(), state));
    List<PostSummary> mine =
        Sites.of(
            kept, all.values().stream().map(PostState::summary).toList(), library.sites().posts());
    Set<UUID> live = log.liveAnywhere();
    Map<UUID, String> down = Withdrawn.of(library, kept.site().id());
    Map<UUID, Set<String>> paths = log.paths();
    for (PostSummary post : mine) {
      PostState state = all.get(post.id());
      if (state != null && !down.containsKey(post.id())) {
        List<String> former = List.copyOf(paths.getOrDefault(post.id(), Set.of()));
        source.take(state, live.contains(post.id()), former, now);
      }
    }
    source.leave(paths, down);
    return source;
  }

  // Whatever was published once and is no longer: taken down, in the bin, on another site
  private void leave(Map<UUID, Set<String>> paths, Map<UUID, String> down) {
    Set<UUID> there =
        Stream.concat(items.stream().map(Item::id), takenBack.stream().map(PostSummary::id))
            .collect(Collectors.toSet());
    paths.forEach((id, all) -> {
      if (!there.contains(id)) {
        all.forEach(path -> gone.add(new Gone(path, down.getOrDefault(id, ""))));
      }
    });
    gone.sort(Comparator.comparing(Gone::path));
  }

  @Override
  public List<Gone> gone() {
    return gone;
  }

  private void take(PostState state, boolean isLive, List<String> former, Instant now) {
    PostSummary post = state.summary();
    if (post.stage() != Stage.READY && post.stage() != Stage.PUBLISHED) {
      if (isLive) {
        takenBack.add(post);
      }
    } else if (!isLive && isLater(post(post.id()), now)) {
      waiting.add(post);
    } else {
      states.add(state);
      items.add(new Item(post.id(), state.version(), post.changed(), former));
    }
  }

  private static boolean isLater(Post post, Instant now) {
    return post.details().date().filter(date -> begin(date).isAfter(now)).isPresent();
  }

  /** A date without a time begins with the day where the publisher is. */
  private static Instant begin(PublicationDate date) {
    return date.time()
        .map(time -> time.atDate(date.day()).toInstant())
        .orElseGet(
            () -> date.day().atTime(LocalTime.MIN).atZone(ZoneId.systemDefault()).toInstant());
  }

  /** The posts that are taken, as they stand. */
  List<PostState> states() {
    return states;
  }

  /** Posts whose date has not come. */
  List<PostSummary> waiting() {
    return waiting;
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

  /** The fingerprints that the drafts will have once they are published, by post. */
  Map<UUID, String> fingerprints() {
    return states.stream()
        .collect(Collectors.toMap(state -> state.summary().id(), this::fingerprint));
  }

  private String fingerprint(PostState state) {
    if (state.summary().stage() == Stage.PUBLISHED) {
      return state.sha256();
    }
    Post post = post(state.summary().id());
    return galley.store.Sites.fingerprint(
        post.draft().withDetails(post.details().withStage(Stage.PUBLISHED)));
  }
}
