package galley.check;

import galley.markdown.ParsedBody;
import galley.post.Draft;
import galley.post.Finding;
import java.util.List;

/** A rule. Stateless and safe for any thread. */
@FunctionalInterface
public interface Check {
  /**
   * What the rule has to say about a draft, in the order of its text.
   *
   * @param body the draft's body, parsed
   */
  List<Finding> check(Draft draft, ParsedBody body);
}
