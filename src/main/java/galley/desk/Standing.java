package galley.desk;

import galley.desk.LiveSite.LivePost;
import galley.desk.LiveSite.State;
import galley.desk.LogEntry.Put;
import galley.post.Destination;
import galley.post.KeptSite;
import galley.post.PostSummary;
import galley.publish.Publisher;
import galley.publish.Survey;
import galley.store.Library;
import galley.store.PostState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what stands at a destination with the desk. Blocks. */
final class Standing {
  private final Bench bench;
  private final SiteHosts hosts;

  Standing(Bench bench, SiteHosts hosts) {
    this.bench = bench;
    this.hosts = hosts;
  }

  LiveSite at(KeptSite kept, Destination to) {
    UUID id = kept.site().id();
    SiteLog log = SiteLog.of(library(), id);
    SiteSource source = SiteSource.of(library(), kept, log, bench.clock().instant()).settled();
    Publisher publisher = hosts.publisher(id, to);
    record Found(Survey files, List<Publisher.Kept> releases) {}
    Found found =
        hosts.with(to, host -> new Found(publisher.survey(host), publisher.releases(host)));
    List<LivePost> posts = posts(source, log.live(to.name()), Withdrawn.of(library(), id).keySet());
    int ready = source.states().size();
    return new LiveSite(
        new SiteView(kept, ready, ready),
        to,
        log.entries().stream()
            .filter(entry -> entry.destination().equals(to.name()))
            .reduce((_, later) -> later),
        found.files(),
        posts,
        found.releases().stream().map(one -> published(log, to, one)).toList());
  }

  /** When a release was published, as the log has it; its own time is that of its plan. */
  private static Publisher.Kept published(SiteLog log, Destination to, Publisher.Kept kept) {
    return log.entries().stream()
        .filter(entry -> entry.destination().equals(to.name()))
        .filter(entry -> entry.release().equals(kept.release()))
        .findFirst()
        .map(entry -> new Publisher.Kept(kept.release(), entry.at()))
        .orElse(kept);
  }

  private static List<LivePost> posts(SiteSource source, Map<UUID, Put> live, Set<UUID> down) {
    Map<UUID, String> prints = Outgoing.of(source, live, PassedOver.NOTHING).prints();
    List<LivePost> posts = new ArrayList<>();
    for (PostState state : source.states()) {
      PostSummary post = state.summary();
      Put put = live.remove(post.id());
      if (put == null) {
        posts.add(of(post, State.COMING, ""));
      } else {
        boolean same = put.sha256().equals(prints.get(post.id()));
        posts.add(of(post, same ? State.SAME : State.CHANGED, put.path()));
      }
    }
    for (PostSummary post : source.takenBack()) {
      Put put = live.remove(post.id());
      posts.add(of(post, State.TAKEN_BACK, put == null ? "" : put.path()));
    }
    live.forEach((id, put) ->
        posts.add(
            source
                .known(id)
                .map(post -> of(post, State.GOING, put.path(), down.contains(id)))
                .orElseGet(
                    () -> new LivePost(id, State.GOING, "", put.path(), put.path(), false))));
    for (UUID id : down) {
      if (!live.containsKey(id)) {
        source.known(id).ifPresent(post -> posts.add(of(post, State.DOWN, "", true)));
      }
    }
    posts.sort(Comparator.comparing(LivePost::headline).thenComparing(LivePost::slug));
    return posts;
  }

  private static LivePost of(PostSummary post, State state, String path) {
    return of(post, state, path, false);
  }

  private static LivePost of(PostSummary post, State state, String path, boolean withdrawn) {
    return new LivePost(post.id(), state, post.slug(), post.headline(), path, withdrawn);
  }

  private Library library() {
    return bench.library();
  }
}
