package galley.check;

import galley.asset.Messages;
import galley.markdown.Heading;
import galley.markdown.LinkUse;
import galley.markdown.ParsedBody;
import galley.markdown.RenderedBlock;
import galley.post.Draft;
import galley.post.Finding;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links need an address, and words; links within the post need a heading to go to. */
final class LinkCheck implements Check {
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");

  @Override
  public List<Finding> check(Draft draft, ParsedBody body) {
    List<Finding> findings = new ArrayList<>();
    Optional<Set<String>> ids = Optional.empty();
    for (LinkUse link : body.links()) {
      String to = link.destination().strip();
      if (to.isEmpty() || to.equals("#")) {
        findings.add(
            finding(
                "link-empty",
                link,
                Messages.text("check.link-empty", shown(link)),
                Messages.text("check.link-empty.fix")));
      } else if (to.startsWith("#")) {
        if (ids.isEmpty()) {
          ids = Optional.of(ids(body));
        }
        if (!ids.get().contains(to.substring(1)) && !ids.get().contains(decoded(to.substring(1)))) {
          findings.add(
              finding(
                  "link-anchor",
                  link,
                  Messages.text("check.link-anchor", to),
                  Messages.text("check.link-anchor.fix")));
        }
      }
    }
    return findings;
  }

  private static Set<String> ids(ParsedBody body) {
    Set<String> ids = new HashSet<>();
    body.outline().stream().map(Heading::id).forEach(ids::add);
    for (RenderedBlock block : body.render((_, _) -> "")) {
      Matcher id = ID.matcher(block.html());
      while (id.find()) {
        ids.add(id.group(1));
      }
    }
    return ids;
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return fragment; // a per cent sign that escapes nothing
    }
  }

  private static String shown(LinkUse link) {
    return link.text().isBlank() ? Messages.text("check.link-no-words") : link.text();
  }

  private static Finding finding(String rule, LinkUse link, String message, String fix) {
    return new Finding(
        rule,
        Finding.Severity.WARNING,
        Optional.of(link.span()),
        link.text().isBlank() ? link.destination() : link.text(),
        message,
        List.of(fix));
  }
}
