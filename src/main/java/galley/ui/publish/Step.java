package galley.ui.publish;

import galley.desk.LiveSite;
import galley.desk.LogEntry;
import galley.desk.Progress;
import galley.desk.PublishPlan;
import galley.desk.Published;
import galley.post.Destination;
import galley.publish.Sent;
import java.util.List;

/** Where a publication is, from the choice of the site to its outcome. */
sealed interface Step {
  /** The sites are being read. */
  record Reading() implements Step {}

  /**
   * There is nothing to publish to.
   *
   * @param site whether there is a site, so that only its destination is wanting
   */
  record Nowhere(boolean site) implements Step {}

  /** The site is built and the host is looked at; nothing is changed there. */
  record Planning(Progress now) implements Step {}

  /** The person has to say something before it goes on. */
  record Asking(Question question) implements Step {}

  /** What would be done. */
  record Planned(PublishPlan plan) implements Step {}

  /** Under way. */
  record Sending(Sent now, boolean stopping) implements Step {}

  /**
   * All of it stands there.
   *
   * @param back whether it is an earlier release
   */
  record Done(Destination to, Published done, boolean back) implements Step {}

  /** What is live, compared with the desk, and what was published before. */
  record Live(LiveSite live, List<LogEntry> log) implements Step {}

  /** Whether a post is to be taken down. */
  record TakingDown(Live seen, LiveSite.LivePost post) implements Step {}

  /** Whether to go back to the release that stood there since an earlier publication. */
  record GoingBack(Live seen, LogEntry to) implements Step {}

  /**
   * It did not come about.
   *
   * @param sending whether something was being sent already
   */
  record Failed(Throwable failure, boolean sending) implements Step {}
}
