package galley.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a suggestion changes where it changes no words: only the marks of Markdown around them.
 *
 * <p>Read from the suggestion's own words, not from the page: it serves to say "bold added" on a
 * card, and a card that doesn't know says nothing.
 */
public final class Formatting {
  /** A kind of mark. */
  public enum Look {
    BOLD,
    ITALIC,
    STRUCK,
    CODE,
    LINK,
    HEADING,
    QUOTE,
    LIST
  }

  /** What happened to a mark. */
  public enum What {
    ADDED,
    REMOVED,
    /** Another address, or another level. */
    CHANGED
  }

  public record Change(Look look, What what) {}

  private static final Pattern LINE =
      Pattern.compile("(?m)^[ \\t]{0,3}(?:(#{1,6})(?= |$)|(>)|([-+*]|\\d{1,9}[.)])(?= ))[ \\t]*");
  private static final Pattern LINK =
      Pattern.compile(
          "\\[((?:[^\\[\\]\\\\]|\\\\.){0,2000})]\\(([^()\\s]{0,2000})(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern BOLD =
      Pattern.compile("(\\*\\*|__)(?=\\S)(.{1,2000}?)(?<=\\S)\\1", Pattern.DOTALL);
  private static final Pattern ITALIC =
      Pattern.compile("([*_])(?=\\S)(.{1,2000}?)(?<=\\S)\\1", Pattern.DOTALL);
  private static final Pattern STRUCK =
      Pattern.compile("(~~)(?=\\S)(.{1,2000}?)(?<=\\S)~~", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("(`+)([^`]{1,2000})\\1");

  private Formatting() {}

  /**
   * What a suggestion does to the looks of its words.
   *
   * @return empty where it changes words, or nothing that is known here
   */
  public static List<Change> of(String before, String after) {
    if (before.equals(after) || before.length() + after.length() > 20_000) {
      return List.of();
    }
    Bare old = new Bare(before);
    Bare fresh = new Bare(after);
    if (!old.words.equals(fresh.words)) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    for (Look look : Look.values()) {
      boolean had = old.looks.contains(look);
      boolean has = fresh.looks.contains(look);
      if (had != has) {
        changes.add(new Change(look, has ? What.ADDED : What.REMOVED));
      } else if (had && look == Look.LINK && !old.addresses.equals(fresh.addresses)
          || had && look == Look.HEADING && !old.levels.equals(fresh.levels)) {
        changes.add(new Change(look, What.CHANGED));
      }
    }
    return List.copyOf(changes);
  }

  /** A text without its marks, and what they were. */
  private static final class Bare {
    final Set<Look> looks = EnumSet.noneOf(Look.class);
    final String addresses;
    final String levels;
    final String words;

    Bare(String text) {
      StringBuilder seen = new StringBuilder();
      StringBuilder hashes = new StringBuilder();
      Matcher lines = LINE.matcher(text);
      String rest =
          lines.replaceAll(found -> {
            looks.add(
                found.group(1) != null
                    ? Look.HEADING
                    : found.group(2) != null ? Look.QUOTE : Look.LIST);
            hashes.append(found.group(1) == null ? "" : found.group(1) + " ");
            return "";
          });
      rest =
          LINK.matcher(rest)
              .replaceAll(found -> {
                looks.add(Look.LINK);
                seen.append(found.group(2)).append(' ');
                return Matcher.quoteReplacement(found.group(1));
              });
      rest = without(CODE, Look.CODE, rest);
      rest = without(BOLD, Look.BOLD, rest);
      rest = without(ITALIC, Look.ITALIC, rest);
      rest = without(STRUCK, Look.STRUCK, rest);
      addresses = seen.toString();
      levels = hashes.toString();
      words = rest.strip();
    }

    private String without(Pattern mark, Look look, String text) {
      return mark.matcher(text)
          .replaceAll(found -> {
            looks.add(look);
            return Matcher.quoteReplacement(found.group(2));
          });
    }
  }
}
