package galley.desk;

import galley.post.Destination;
import galley.post.Finding;
import galley.post.PostSummary;
import galley.publish.Plan;
import java.util.List;
import java.util.Map;

/**
 * What a publication would do, before anything is sent.
 *
 * @param errors findings that stand in the way, by the slug of their post
 */
public record PublishPlan(
    BuiltSite built, Destination to, Plan plan, Map<String, List<Finding>> errors, Basis basis) {
  /** What it was made from. */
  record Basis(SiteSource source, SiteLog log) {}

  /** What becomes of the files at the destination. */
  public SiteChange change() {
    return new SiteChange(
        plan.add().stream().map(file -> file.path()).toList(),
        plan.change().stream().map(file -> file.path()).toList(),
        plan.gone(),
        plan.same().size());
  }

  public String release() {
    return plan.release().id();
  }

  /** Posts that are live and are no longer ready: a publication would take them down unasked. */
  public List<PostSummary> takenBack() {
    return basis.source().takenBack();
  }
}
