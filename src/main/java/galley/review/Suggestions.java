package galley.review;

import galley.text.Edits;
import galley.text.Edits.Edit;
import galley.text.Sha256;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody suggests for a text, taken from the two states of it. Pure; the same texts give the
 * same suggestions with the same ids on every machine.
 *
 * <p>Changes with at most two words, marks or blanks between them are one suggestion, unless a
 * sentence ends there; so are the two halves of a mark around words ({@code **}), for neither is
 * worth anything alone.
 */
public final class Suggestions {
  private static final Set<String> PAIRED = Set.of("*", "**", "***", "_", "__", "~~", "`", "``");
  private static final int FURTHEST_MARK = 400;

  private final String base;
  private final String branch;

  private final String salt;

  private Suggestions(String salt, String base, String branch) {
    this.salt = salt;
    this.base = base;
    this.branch = branch;
  }

  /** The suggestions that turn a text into another, in order; no two of them touch. */
  public static List<Hunk> between(String base, String branch) {
    return between("", base, branch);
  }

  /** As {@link #between(String, String)}, with other ids for each salt. */
  static List<Hunk> between(String salt, String base, String branch) {
    return new Suggestions(salt, base, branch).hunks();
  }

  /** The text with suggestions taken, whatever their order. */
  public static String apply(String base, List<Hunk> hunks) {
    StringBuilder out = new StringBuilder(base.length());
    int at = 0;
    for (Hunk hunk : sorted(hunks)) {
      if (hunk.span().start() < at) {
        throw new IllegalArgumentException("Two suggestions for the same words");
      }
      out.append(base, at, hunk.span().start()).append(hunk.replacement());
      at = hunk.span().end();
    }
    return out.append(base, at, base.length()).toString();
  }

  /**
   * What is left to decide after one of them was taken: the same suggestions with their ids, at the
   * places where they now stand.
   */
  public static List<Hunk> afterTaking(Hunk taken, List<Hunk> hunks) {
    int by = taken.replacement().length() - taken.span().length();
    List<Hunk> rest = new ArrayList<>();
    for (Hunk hunk : hunks) {
      if (!hunk.id().equals(taken.id())) {
        boolean later = hunk.span().start() >= taken.span().end();
        rest.add(later ? hunk.at(hunk.span().shifted(by)) : hunk);
      }
    }
    return List.copyOf(rest);
  }

  /** Both states in one text: what is to go before what is to come. */
  public static MarkedUp markup(String base, List<Hunk> hunks) {
    StringBuilder text = new StringBuilder();
    List<MarkedUp.Stretch> stretches = new ArrayList<>();
    int at = 0;
    for (Hunk hunk : sorted(hunks)) {
      Span old = hunk.span();
      add(text, stretches, new Span(at, old.start()), base.substring(at, old.start()), null);
      add(text, stretches, old, old.of(base), hunk);
      add(text, stretches, new Span(old.end(), old.end()), hunk.replacement(), hunk);
      at = old.end();
    }
    add(text, stretches, new Span(at, base.length()), base.substring(at), null);
    return new MarkedUp(text.toString(), stretches);
  }

  private static void add(
      StringBuilder text,
      List<MarkedUp.Stretch> stretches,
      Span inBase,
      String words,
      @Nullable Hunk hunk) {
    if (words.isEmpty()) {
      return;
    }
    Span place = new Span(text.length(), text.length() + words.length());
    text.append(words);
    MarkedUp.Kind kind =
        hunk == null
            ? MarkedUp.Kind.KEPT
            : inBase.isEmpty() ? MarkedUp.Kind.INSERTED : MarkedUp.Kind.DELETED;
    stretches.add(
        new MarkedUp.Stretch(kind, place, inBase, Optional.ofNullable(hunk).map(Hunk::id)));
  }

  private static List<Hunk> sorted(List<Hunk> hunks) {
    return hunks.stream()
        .sorted(
            Comparator.<Hunk>comparingInt(hunk -> hunk.span().start())
                .thenComparingInt(hunk -> hunk.span().end()))
        .toList();
  }

  private List<Hunk> hunks() {
    List<Edit> edits = Edits.between(base, branch);
    List<Hunk> hunks = new ArrayList<>();
    String hash = edits.isEmpty() ? "" : salt + Sha256.of(base);
    for (int i = 0; i < edits.size(); ) {
      int last = i;
      for (int next = joined(edits, last); next > last; next = joined(edits, last)) {
        last = next;
      }
      Span span = new Span(edits.get(i).before().start(), edits.get(last).before().end());
      Span after = new Span(edits.get(i).after().start(), edits.get(last).after().end());
      String replacement = after.of(branch);
      hunks.add(new Hunk(id(hash, span, replacement), span, replacement));
      i = last + 1;
    }
    return List.copyOf(hunks);
  }

  /** The last of the edits that belong to this one, as far as can be seen from here. */
  private int joined(List<Edit> edits, int at) {
    if (at + 1 == edits.size()) {
      return at;
    }
    Edit edit = edits.get(at);
    String came = edit.after().of(branch);
    String went = edit.before().of(base);
    if (PAIRED.contains(came) != PAIRED.contains(went) && (came + went).length() <= 3) {
      for (int i = at + 1; i < edits.size() && i <= at + 8; i++) {
        Edit other = edits.get(i);
        Span between = edit.until(other);
        if (between.length() > FURTHEST_MARK || between.of(base).contains("\n\n")) {
          break;
        }
        if (other.after().of(branch).equals(came) && other.before().of(base).equals(went)) {
          return i;
        }
      }
    }
    Span gap = edit.until(edits.get(at + 1));
    boolean near = Edits.pieces(gap.of(base), 3) <= 2;
    return near && !Sentences.endsIn(base, gap) ? at + 1 : at;
  }

  /** A UUID of one's own making (RFC 9562, version 8) from what makes the suggestion. */
  private static UUID id(String base, Span span, String replacement) {
    String hash = Sha256.of(base + "\n" + span.start() + "\n" + span.end() + "\n" + replacement);
    byte[] bytes = HexFormat.of().parseHex(hash.substring(0, 32));
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 8 | bytes[i] & 0xFF;
      low = low << 8 | bytes[i + 8] & 0xFF;
    }
    return new UUID(
        high & 0xFFFFFFFFFFFF0FFFL | 0x8000L, low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
  }
}
