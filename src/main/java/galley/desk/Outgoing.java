package galley.desk;

import galley.check.Checks;
import galley.desk.LogEntry.Put;
import galley.markdown.Markdown;
import galley.post.Finding;
import galley.post.Post;
import galley.post.Stage;
import galley.store.PostState;
import galley.store.Sites;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a publication would put before readers.
 *
 * @param prints the fingerprints that the drafts will have once they are published, by post
 * @param errors findings in what readers have not seen yet, by the slug of their post
 */
record Outgoing(Map<UUID, String> prints, Map<String, List<Finding>> errors) {
  private static final int AT_ONCE = 64;

  /**
   * Looks at the posts of a site that was built; blocks.
   *
   * @param live what stands at the destination
   */
  static Outgoing of(SiteSource source, Map<UUID, Put> live) {
    Outgoing outgoing = new Outgoing(new HashMap<>(), new TreeMap<>());
    List<PostState> states = source.states();
    for (int i = 0; i < states.size(); i += AT_ONCE) {
      outgoing.look(states.subList(i, Math.min(states.size(), i + AT_ONCE)), source, live);
    }
    return outgoing;
  }

  private void look(List<PostState> states, SiteSource source, Map<UUID, Put> live) {
    List<UUID> unseen =
        states.stream()
            .filter(state -> !isKnown(state, live))
            .map(state -> state.summary().id())
            .toList();
    Map<UUID, Post> posts = unseen.isEmpty() ? Map.of() : source.posts(unseen);
    for (PostState state : states) {
      UUID id = state.summary().id();
      Post post = posts.get(id);
      String print = post == null ? state.sha256() : print(state, post);
      prints.put(id, print);
      Put put = live.get(id);
      if (post != null && (put == null || !put.sha256().equals(print))) {
        check(post);
      }
    }
  }

  private static boolean isKnown(PostState state, Map<UUID, Put> live) {
    Put put = live.get(state.summary().id());
    return state.summary().stage() == Stage.PUBLISHED
        && put != null
        && put.sha256().equals(state.sha256());
  }

  private static String print(PostState state, Post post) {
    return state.summary().stage() == Stage.PUBLISHED
        ? state.sha256()
        : Sites.fingerprint(post.draft().withDetails(post.details().withStage(Stage.PUBLISHED)));
  }

  private void check(Post post) {
    List<Finding> found =
        Checks.basic(post.draft(), Markdown.parse(post.body())).stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .toList();
    if (!found.isEmpty()) {
      errors.put(post.slug(), found);
    }
  }
}
