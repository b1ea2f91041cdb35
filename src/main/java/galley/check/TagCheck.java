package galley.check;

import galley.asset.Messages;
import galley.markdown.CodeSpans;
import galley.markdown.LinkUse;
import galley.markdown.ParsedBody;
import galley.post.Draft;
import galley.post.Finding;
import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags of other programs mean nothing here, and readers would see them as they stand: those of
 * Hugo, Jekyll and Eleventy, and the shortcodes of WordPress. What is code is meant to be seen.
 */
final class TagCheck implements Check {
  private static final int MOST = 60;

  // Square brackets are common in prose: only with named values, at an end tag, or alone on a line
  // with a name that is known
  private static final Pattern TAG =
      Pattern.compile(
          """
          \\{\\{[^\\n{}]+\\}\\}
          |\\{%[^\\n]*?%\\}
          |^\\{:[^\\n{}]*\\}[\\x20\\t]*$
          |\\[[a-z][\\w-]*(?:\\s+[\\w-]+=(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s"'\\[\\]]+))+\\s*/?\\](?![(\\[:])
          |\\[/[a-z][\\w-]*\\](?![(\\[:])
          |^\\[(?:gallery|playlist|caption|embed|audio|video|youtube|vimeo|toc|TOC)\\][\\x20\\t]*$
          """,
          Pattern.COMMENTS | Pattern.MULTILINE);

  @Override
  public List<Finding> check(Draft draft, ParsedBody body) {
    String text = body.source();
    Matcher tag = TAG.matcher(text);
    List<Finding> findings = new ArrayList<>();
    Optional<List<Span>> shown = Optional.empty();
    while (tag.find()) {
      if (shown.isEmpty()) {
        shown = Optional.of(meant(body));
      }
      Span span = new Span(tag.start(), tag.start() + tag.group().stripTrailing().length());
      if (shown.get().stream().noneMatch(span::overlaps)) {
        findings.add(finding(span, tag.group().strip()));
      }
    }
    return findings;
  }

  /** What is code, or a link. */
  private static List<Span> meant(ParsedBody body) {
    List<Span> all = new ArrayList<>(CodeSpans.of(body.source()));
    body.links().stream().map(LinkUse::span).forEach(all::add);
    return all;
  }

  private static Finding finding(Span span, String tag) {
    String words = tag.length() > MOST ? tag.substring(0, MOST - 1) + "…" : tag;
    return new Finding(
        "template-tag",
        Finding.Severity.WARNING,
        Optional.of(span),
        words,
        Messages.text("check.template-tag", words),
        List.of(Messages.text("check.template-tag.fix")));
  }
}
