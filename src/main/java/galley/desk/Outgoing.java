package galley.desk;

import galley.check.Checks;
import galley.desk.LogEntry.Put;
import galley.markdown.Markdown;
import galley.post.Finding;
import galley.post.Post;
import galley.post.Stage;
import galley.store.PostState;
import galley.store.Sites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a publication would put before readers.
 *
 * @param prints the fingerprints that the drafts will have once they are published, by post
 * @param looked the posts that readers have not seen as they are now, by id
 * @param before what was passed over before
 */
record Outgoing(Map<UUID, String> prints, Map<UUID, Looked> looked, PassedOver before) {
  private static final int AT_ONCE = 64;

  /** A post that was checked. */
  record Looked(String slug, List<Fault> faults, List<Finding> warnings) {}

  /**
   * An error.
   *
   * @param mark what it is known by
   * @param passed why it was passed over before
   */
  record Fault(Finding finding, String mark, Optional<String> passed) {}

  /**
   * Looks at the posts of a site that was built; blocks.
   *
   * @param live what stands at the destination
   */
  static Outgoing of(SiteSource source, Map<UUID, Put> live, PassedOver before) {
    Outgoing outgoing = new Outgoing(new HashMap<>(), new HashMap<>(), before);
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
    List<Finding> all = Checks.basic(post.draft(), Markdown.parse(post.body()));
    List<Finding> found = of(all, Finding.Severity.ERROR);
    List<String> marks = PassedOver.marks(post.draft(), found);
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      faults.add(new Fault(found.get(i), marks.get(i), before.why(post.id(), marks.get(i))));
    }
    looked.put(post.id(), new Looked(post.slug(), faults, of(all, Finding.Severity.WARNING)));
  }

  private static List<Finding> of(List<Finding> all, Finding.Severity severity) {
    return all.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** What does not stand in the way, and readers may stumble over, by the slug of its post. */
  Map<String, List<Finding>> warnings() {
    Map<String, List<Finding>> warnings = new TreeMap<>();
    looked.values().stream()
        .filter(one -> !one.warnings().isEmpty())
        .forEach(one -> warnings.put(one.slug(), one.warnings()));
    return warnings;
  }

  /** Errors that stand in the way, by the slug of their post. */
  Map<String, List<Finding>> errors() {
    Map<String, List<Finding>> errors = new TreeMap<>();
    looked
        .values()
        .forEach(one -> {
          List<Finding> open =
              one.faults().stream()
                  .filter(fault -> fault.passed().isEmpty())
                  .map(Fault::finding)
                  .toList();
          if (!open.isEmpty()) {
            errors.put(one.slug(), open);
          }
        });
    return errors;
  }

  /** Errors that were passed over before, and are what they were. */
  List<PublishPlan.Passed> passed() {
    return looked.values().stream()
        .flatMap(one ->
            one.faults().stream()
                .flatMap(fault ->
                    fault.passed().stream()
                        .map(why -> new PublishPlan.Passed(one.slug(), fault.finding(), why))))
        .toList();
  }

  /**
   * All that is passed over once this is published.
   *
   * @param reason why what stands in the way now is
   */
  Map<UUID, Map<String, String>> passedWith(String reason) {
    Map<UUID, Map<String, String>> all = new HashMap<>();
    for (UUID post : prints.keySet()) {
      Looked now = looked.get(post);
      Map<String, String> some =
          now == null ? before.of(post) : marked(now.faults().stream(), reason);
      if (!some.isEmpty()) {
        all.put(post, some);
      }
    }
    return all;
  }

  private static Map<String, String> marked(Stream<Fault> faults, String reason) {
    Map<String, String> marked = new TreeMap<>();
    faults.forEach(fault -> marked.put(fault.mark(), fault.passed().orElse(reason)));
    return marked;
  }
}
