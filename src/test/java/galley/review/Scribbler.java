package galley.review;

import galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who changes a text as people do, and remembers what was changed. */
final class Scribbler {
  private static final Pattern WORD =
      Pattern.compile("https?://\\S+|[\\p{L}\\p{N}]+(?:['’./:,-][\\p{L}\\p{N}]+)*");

  /**
   * One change.
   *
   * @param place what is replaced in the text, empty for an insertion
   */
  record Change(Span place, String words) {}

  private final String text;
  private final Random random;
  private final List<Span> words = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private int fresh;

  Scribbler(String text, Random random) {
    this.text = text;
    this.random = random;
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      words.add(new Span(found.start(), found.end()));
    }
  }

  /** The changes, in order; none within another. */
  List<Change> scribble(int count) {
    for (int done = 0, tries = 0; done < count && tries < count * 50; tries++) {
      List<Change> next = next();
      if (!next.isEmpty() && next.stream().noneMatch(this::taken)) {
        changes.addAll(next);
        done++;
      }
    }
    changes.sort(Comparator.comparingInt(change -> change.place().start()));
    return changes;
  }

  /** The text with the changes made. */
  String result() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Change change : changes) {
      out.append(text, at, change.place().start()).append(change.words());
      at = change.place().end();
    }
    return out.append(text, at, text.length()).toString();
  }

  private boolean taken(Change next) {
    // a word of distance within one side, for two changes side by side are one
    Span wide = new Span(Math.max(0, next.place().start() - 12), next.place().end() + 12);
    return changes.stream()
        .anyMatch(change -> change.place().overlaps(wide) || wide.contains(change.place().start()));
  }

  private List<Change> next() {
    int at = random.nextInt(words.size() - 40) + 10;
    int many = 1 + random.nextInt(3);
    Span word = words.get(at);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        Span old = new Span(word.start(), words.get(at + many - 1).end());
        yield old.of(text).indexOf('\n') >= 0
            ? List.of()
            : List.of(new Change(old, some(1 + random.nextInt(3), old.of(text))));
      }
      case 3, 4 -> List.of(new Change(new Span(word.start(), words.get(at + many).start()), ""));
      case 5, 6 -> List.of(new Change(at(word.start()), some(many, "") + " "));
      case 7 -> List.of(new Change(at(word.start() + word.length() / 2), "x"));
      case 8 -> List.of(new Change(at(word.end()), ","));
      case 9 ->
          List.of(
              new Change(at(word.start()), "**"),
              new Change(at(words.get(at + many + 1).end()), "**"));
      case 10 -> {
        Span sentence = sentence(at);
        yield sentence.length() < 400 ? List.of(new Change(sentence, "")) : List.of();
      }
      default ->
          List.of(
              new Change(at(sentence(at).end()), "Zu" + some(4 + random.nextInt(8), "") + ". "));
    };
  }

  private Span sentence(int word) {
    int start = word;
    while (start > 0 && !ends(start - 1)) {
      start--;
    }
    int end = word;
    while (end + 2 < words.size() && !ends(end)) {
      end++;
    }
    return new Span(words.get(start).start(), words.get(end + 1).start());
  }

  private boolean ends(int word) {
    return text.substring(words.get(word).end(), words.get(word + 1).start()).matches("[.?!]+ +");
  }

  private static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** Words of the text other than those given, and words that are nowhere else. */
  private String some(int count, String other) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String known = words.get(random.nextInt(words.size())).of(text);
      out.add(
          random.nextBoolean() && !other.contains(known)
              ? known
              : "q" + Integer.toString(random.nextInt(1 << 24), 36) + fresh++);
    }
    return String.join(" ", out);
  }
}
