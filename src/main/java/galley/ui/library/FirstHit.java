package galley.ui.library;

import galley.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a body the words stand that a search has found. Any thread. */
public final class FirstHit {
  private static final Pattern HIT = Pattern.compile("\u0001([^\u0002]*)\u0002");

  private FirstHit() {}

  /**
   * The first of the passages' hits that lies in the body; empty where they are all in the headline
   * or beside the text.
   *
   * @param excerpts as {@link Row#excerpts} has them
   */
  public static Optional<Span> in(String body, List<String> excerpts) {
    return excerpts.stream()
        .flatMap(excerpt -> excerpt.lines())
        .flatMap(line -> passage(body, line).stream())
        .findFirst()
        .or(() -> excerpts.stream().flatMap(excerpt -> word(body, excerpt).stream()).findFirst());
  }

  /** The hit of a line that the body has just so. */
  private static Optional<Span> passage(String body, String marked) {
    Matcher hit = HIT.matcher(marked);
    if (!hit.find()) {
      return Optional.empty();
    }
    int at = body.indexOf(marked.replaceAll("[\u0001\u0002]", ""));
    int start = at + hit.start();
    return at < 0 ? Optional.empty() : Optional.of(new Span(start, start + hit.group(1).length()));
  }

  /** The first place where the body has a word that was found, whatever stands around it. */
  private static Optional<Span> word(String body, String marked) {
    return HIT.matcher(marked)
        .results()
        .map(hit ->
            Pattern.compile(
                    "\\b" + Pattern.quote(hit.group(1)) + "\\b",
                    Pattern.CASE_INSENSITIVE
                        | Pattern.UNICODE_CASE
                        | Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(body))
        .filter(Matcher::find)
        .map(found -> new Span(found.start(), found.end()))
        .findFirst();
  }
}
