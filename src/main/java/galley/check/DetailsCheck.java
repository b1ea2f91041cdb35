package galley.check;

import galley.asset.Messages;
import galley.markdown.ParsedBody;
import galley.post.Draft;
import galley.post.Finding;
import galley.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page needs a headline and a name for its address. */
final class DetailsCheck implements Check {
  @Override
  public List<Finding> check(Draft draft, ParsedBody body) {
    List<Finding> findings = new ArrayList<>();
    if (draft.details().headline().isBlank()) {
      findings.add(
          error(
              "headline",
              "",
              Messages.text("check.no-headline"),
              Messages.text("check.no-headline.fix")));
    }
    String slug = draft.details().slug();
    if (slug.isBlank()) {
      findings.add(
          error("slug", "", Messages.text("check.no-slug"), Messages.text("check.slug.fix")));
    } else if (!Slug.isValid(slug)) {
      findings.add(
          error("slug", slug, Messages.text("check.slug", slug), Messages.text("check.slug.fix")));
    }
    return findings;
  }

  private static Finding error(String rule, String words, String message, String fix) {
    return new Finding(
        rule, Finding.Severity.ERROR, Optional.empty(), words, message, List.of(fix));
  }
}
