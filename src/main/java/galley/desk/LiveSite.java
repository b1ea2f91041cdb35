package galley.desk;

import galley.post.Destination;
import galley.publish.Publisher;
import galley.publish.Survey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands at a destination, compared with the desk.
 *
 * @param last the publication that it comes from, as the log has it
 * @param files beside what was left there
 * @param posts that stand there, were taken down, or would go live now; by headline
 * @param releases that can be gone back to, the newest first
 */
public record LiveSite(
    SiteView site,
    Destination to,
    Optional<LogEntry> last,
    Survey files,
    List<LivePost> posts,
    List<Publisher.Kept> releases) {
  public LiveSite {
    posts = List.copyOf(posts);
    releases = List.copyOf(releases);
  }

  /** How a post at the destination is to the one on the desk. */
  public enum State {
    /** It says the same. */
    SAME,
    /** The desk says something else since. */
    CHANGED,
    /** It stands there, and on the desk it is no longer ready. */
    TAKEN_BACK,
    /** It stands there until the next publication: taken down, in the bin, or on another site. */
    GOING,
    /** It is ready, and not there yet. */
    COMING,
    /** It was taken down and is not there. */
    DOWN
  }

  /**
   * A post.
   *
   * @param path below the site's home, empty where it lies nowhere
   * @param withdrawn whether a person took it down, and may take that back
   */
  public record LivePost(
      UUID post, State state, String slug, String headline, String path, boolean withdrawn) {}

  /** How many posts are in a state. */
  public int count(State state) {
    return (int) posts.stream().filter(post -> post.state() == state).count();
  }
}
