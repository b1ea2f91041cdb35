package galley.ui.library;

import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where in a body the words stand that a search has found. An excerpt is without markup, a body is
 * with it, so they are compared word by word. Any thread.
 */
public final class FirstHit {
  private static final Pattern HIT = Pattern.compile("\u0001([^\u0002]*)\u0002");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /** How many words on either side tell one place from another. */
  private static final int AROUND = 12;

  /** Words of an address or of a tag that may stand between two words of the text. */
  private static final int BETWEEN = 8;

  private FirstHit() {}

  /**
   * The first of the excerpts' hits that lies in the body; empty where they are all in the headline
   * or beside the text.
   *
   * @param excerpts as {@link Row#excerpts} has them
   */
  public static Optional<Span> in(String body, List<String> excerpts) {
    List<Word> words = words(body);
    List<Place> places =
        excerpts.stream()
            .flatMap(excerpt -> excerpt.lines())
            .flatMap(line -> best(words, line).stream())
            .toList();
    return places.stream()
        .filter(Place::isThere)
        .findFirst()
        .map(Place::span)
        .or(() -> places.stream().map(Place::first).findFirst());
  }

  private record Word(String folded, int start, int end) {}

  /**
   * Where a hit may stand.
   *
   * @param first where the same words stand for the first time
   * @param shared of the words around it in the excerpt that stand around it here
   * @param wanted words around it in the excerpt
   */
  private record Place(Span span, Span first, int shared, int wanted) {
    /** Whether the excerpt is from here; a little may be lost in the markup. */
    boolean isThere() {
      return shared * 3 >= wanted * 2;
    }
  }

  private static List<Word> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> new Word(word.group().toLowerCase(Locale.ROOT), word.start(), word.end()))
        .toList();
  }

  /** The place in the body that is most like that of the line's first hit. */
  private static Optional<Place> best(List<Word> body, String line) {
    Optional<MatchResult> hit = HIT.matcher(line).results().findFirst();
    if (hit.isEmpty()) {
      return Optional.empty();
    }
    List<String> wanted = folded(words(hit.get().group(1)));
    List<String> before = folded(words(line.substring(0, hit.get().start())));
    List<String> after = folded(words(line.substring(hit.get().end())));
    before = before.subList(Math.max(0, before.size() - AROUND), before.size());
    after = after.subList(0, Math.min(after.size(), AROUND));
    Optional<Place> best = Optional.empty();
    for (int i = 0; i < body.size() && !wanted.isEmpty(); i++) {
      int last = end(body, i, wanted);
      if (last >= 0) {
        Span span = new Span(body.get(i).start(), body.get(last).end());
        int shared =
            shared(body.subList(0, i).reversed(), before.reversed())
                + shared(body.subList(last + 1, body.size()), after);
        if (best.isEmpty() || shared > best.get().shared()) {
          Span first = best.map(Place::first).orElse(span);
          best = Optional.of(new Place(span, first, shared, before.size() + after.size()));
        }
      }
    }
    return best;
  }

  /** Where the words end that begin here, or -1 where they don't. */
  private static int end(List<Word> body, int from, List<String> wanted) {
    if (!body.get(from).folded().equals(wanted.getFirst())) {
      return -1;
    }
    int at = from;
    for (String word : wanted.subList(1, wanted.size())) {
      int next = at + 1;
      while (next < body.size() && !body.get(next).folded().equals(word)) {
        next++;
      }
      if (next >= body.size() || next - at > BETWEEN) {
        return -1;
      }
      at = next;
    }
    return at;
  }

  /** How many of the wanted words come in their order, none far from the one before. */
  private static int shared(List<Word> there, List<String> wanted) {
    int shared = 0;
    int at = -1;
    for (String word : wanted) {
      for (int i = at + 1; i < there.size() && i - at <= BETWEEN; i++) {
        if (there.get(i).folded().equals(word)) {
          at = i;
          shared++;
          break;
        }
      }
    }
    return shared;
  }

  private static List<String> folded(List<Word> words) {
    List<String> folded = new ArrayList<>();
    words.forEach(word -> folded.add(word.folded()));
    return folded;
  }
}
