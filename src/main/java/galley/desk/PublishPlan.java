package galley.desk;

import galley.desk.PostChange.Kind;
import galley.post.Destination;
import galley.post.Finding;
import galley.post.PostSummary;
import galley.publish.Plan;
import galley.store.PostState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a publication would do, before anything is sent. */
public record PublishPlan(BuiltSite built, Destination to, Plan plan, Basis basis) {
  /** What it was made from. */
  record Basis(SiteSource source, Outgoing outgoing, SiteLog log) {}

  /**
   * An error that was passed over before and is what it was.
   *
   * @param slug of its post
   */
  public record Passed(String slug, Finding finding, String reason) {}

  /** Findings that stand in the way, by the slug of their post. */
  public Map<String, List<Finding>> errors() {
    return basis.outgoing().errors();
  }

  /** Findings that do not stand in the way, by the slug of their post. */
  public Map<String, List<Finding>> warnings() {
    return basis.outgoing().warnings();
  }

  /** Errors that were passed over before, and are not asked about again. */
  public List<Passed> passed() {
    return basis.outgoing().passed();
  }

  /** What becomes of the files at the destination. */
  public SiteChange change() {
    return new SiteChange(
        plan.add().stream().map(file -> file.path()).toList(),
        plan.change().stream().map(file -> file.path()).toList(),
        plan.gone(),
        plan.same().size());
  }

  /** What becomes of posts, by headline: those that are new there, that change, and that go. */
  public List<PostChange> posts() {
    Map<UUID, LogEntry.Put> live = basis.log().live(to.name());
    Map<UUID, String> paths = built.made().paths();
    List<PostChange> all = new ArrayList<>();
    for (PostState state : basis.source().states()) {
      PostSummary post = state.summary();
      LogEntry.Put put = live.remove(post.id());
      String path = paths.getOrDefault(post.id(), "");
      if (put == null) {
        all.add(change(post, Kind.NEW, path));
      } else if (!put.sha256().equals(basis.outgoing().prints().get(post.id()))
          || !put.path().equals(path)) {
        all.add(change(post, Kind.CHANGED, path));
      }
    }
    takenBack().forEach(post -> live.remove(post.id()));
    live.forEach((id, put) ->
        all.add(
            basis
                .source()
                .known(id)
                .map(post -> change(post, Kind.GONE, put.path()))
                .orElseGet(() -> new PostChange(id, Kind.GONE, put.path(), "", put.path()))));
    all.sort(Comparator.comparing(PostChange::kind).thenComparing(PostChange::headline));
    return all;
  }

  private static PostChange change(PostSummary post, Kind kind, String path) {
    return new PostChange(post.id(), kind, post.slug(), post.headline(), path);
  }

  public String release() {
    return plan.release().id();
  }

  /** Posts that are live and are no longer ready: a publication would take them down unasked. */
  public List<PostSummary> takenBack() {
    return basis.source().takenBack();
  }
}
