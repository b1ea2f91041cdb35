package galley.export;

import galley.markdown.CodeSpans;
import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps site generators from taking words for template tags. Outside code the brace becomes an
 * entity, which Markdown reads as the same brace. Code has no entities; there the generator's own
 * way to write its tags is used.
 */
final class TemplateTags {
  private static final Pattern NONE = Pattern.compile("(?!)");
  // {#name} and {.name} after a heading, and kramdown's {: .name}, name what is before them
  private static final Pattern HUGO = Pattern.compile("\\{(?=\\{[<%]|[#.])");
  private static final Pattern LIQUID = Pattern.compile("\\{(?=[{%#:])");
  private static final Pattern LIQUID_IN_CODE = Pattern.compile("\\{(?=[{%])");
  private static final Pattern NUNJUCKS = Pattern.compile("\\{(?=[{%#])");
  // Hugo: {{</* name */>}} shows {{< name >}}, in code too
  private static final Pattern HUGO_WHOLE =
      Pattern.compile("\\{\\{([<%])(?!/\\*)((?:(?!\\}\\}).)*?)([>%])\\}\\}");

  // A tag without an end stops Hugo's build, in code too, and can't be written so: its first brace
  // is taken from the front matter then
  private static final Pattern HUGO_OPEN = Pattern.compile("\\{(?=\\{[<%](?!/\\*|\\s*param))");
  private static final String HUGO_BRACE = "{{< param \"galley.brace\" >}}";

  private final Profile profile;
  private final Pattern tag;

  TemplateTags(Profile profile) {
    this.profile = profile;
    tag =
        switch (profile) {
          case HUGO -> HUGO;
          case JEKYLL -> LIQUID;
          case ELEVENTY -> NUNJUCKS;
          case PLAIN, ASTRO -> NONE;
        };
  }

  /** The body with every tag protected; itself where there is none. */
  String protectedFrom(String body) {
    if (!tag.matcher(body).find()) {
      return body;
    }
    StringBuilder out = new StringBuilder(body.length() + 64);
    int at = 0;
    for (Span code : joined(CodeSpans.of(body))) {
      words(body, at, code.start(), out);
      code(code.of(body), out);
      at = code.end();
    }
    words(body, at, body.length(), out);
    return out.toString();
  }

  /** Whether a protected body takes a brace from the front matter. */
  static boolean takesBrace(String body) {
    return body.contains(HUGO_BRACE);
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      if (!joined.isEmpty() && joined.getLast().end() == span.start()) {
        joined.set(joined.size() - 1, new Span(joined.getLast().start(), span.end()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private void words(String body, int start, int end, StringBuilder out) {
    // Seen through at both ends, so that a tag is found whose second sign is code
    Matcher found = tag.matcher(body).region(start, end).useTransparentBounds(true);
    int at = start;
    while (found.find()) {
      out.append(body, at, found.start());
      boolean escaped = backslashes(body, found.start()) % 2 == 1;
      boolean twoBraces = found.start() + 1 < end && body.charAt(found.start() + 1) == '{';
      if (escaped && twoBraces) {
        out.append("{&#123;"); // the backslash before it would take the entity's first sign
        at = found.end() + 1;
        found.region(at, end);
      } else if (escaped) {
        out.setLength(out.length() - 1);
        out.append("&#123;");
        at = found.end();
      } else {
        out.append("&#123;");
        at = found.end();
      }
    }
    out.append(body, at, end);
  }

  private static int backslashes(String body, int at) {
    int count = 0;
    while (at - count > 0 && body.charAt(at - count - 1) == '\\') {
      count++;
    }
    return count;
  }

  private void code(String code, StringBuilder out) {
    switch (profile) {
      case HUGO -> {
        String whole = HUGO_WHOLE.matcher(code).replaceAll("{{$1/*$2*/$3}}");
        out.append(HUGO_OPEN.matcher(whole).replaceAll(Matcher.quoteReplacement(HUGO_BRACE)));
      }
      case JEKYLL, ELEVENTY -> {
        Pattern inCode = profile == Profile.JEKYLL ? LIQUID_IN_CODE : tag;
        out.append(inCode.matcher(code).replaceAll(found -> "{{ \"{\" }}"));
      }
      case PLAIN, ASTRO -> out.append(code);
    }
  }
}
