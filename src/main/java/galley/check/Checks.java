package galley.check;

import galley.markdown.ParsedBody;
import galley.post.Draft;
import galley.post.Finding;
import java.util.Comparator;
import java.util.List;

/** The rules every draft is held to. */
public final class Checks {
  private static final List<Check> BASIC =
      List.of(new DetailsCheck(), new PictureCheck(), new LinkCheck(), new TagCheck());

  private Checks() {}

  /**
   * What would make the page poor or broken for readers: errors first, then in the order of the
   * text.
   */
  public static List<Finding> basic(Draft draft, ParsedBody body) {
    return BASIC.stream()
        .flatMap(check -> check.check(draft, body).stream())
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(finding -> finding.span().map(span -> span.start()).orElse(-1)))
        .toList();
  }
}
