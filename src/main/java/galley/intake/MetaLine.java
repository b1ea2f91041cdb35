package galley.intake;

import galley.post.PublicationDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line under a headline that says who wrote an article, when, and how long it takes to read: "By
 * Jane Doe | 3 March 2024 | 5 min read".
 *
 * @param names who it is by
 * @param date when it was published
 * @param updated when it was last changed
 * @param minutes how long it takes to read
 */
record MetaLine(
    List<String> names,
    Optional<PublicationDate> date,
    Optional<PublicationDate> updated,
    Optional<Integer> minutes) {
  private static final int LONGEST = 160;
  private static final Pattern BY =
      Pattern.compile(
          "(?i)(?:(?:article |story |written |posted |published |reported )?by|(?:words|text|story)"
              + " by|(?:writers?|authors?|words|text|byline|reporter)\\s*:)\\s+(.+)");
  private static final Pattern MINUTES =
      Pattern.compile(
          "(?i)(?:(?:estimated )?read(?:ing)? time:?\\s*)?(?:about |approx\\.? )?(\\d{1,3})"
              + "\\s*-?\\s*min(?:ute)?s?\\.?(?:\\s*(?:read|to read|reading(?: time)?))?");
  private static final Pattern PARTS =
      Pattern.compile("\\s*[|·•∙⋅]\\s*|\\s+[–—/-]\\s+|\\s{3,}|\\t+");
  private static final Pattern UPDATED =
      Pattern.compile("(?i)\\b(last )?(updated|modified|edited|revised|amended)\\b");
  // what may stand beside a date in its line
  private static final Pattern AROUND_DATE =
      Pattern.compile(
          "(?i)\\b(first |last |originally )?(published|posted|updated|modified|edited|revised"
              + "|amended|created|date|on|at|am|pm|a\\.m\\.|p\\.m\\.|gmt|utc|bst|est|edt|cst|pst|cet"
              + "|mon(day)?|tue(s|sday)?|wed(nesday)?|thu(rs|rsday)?|fri(day)?|sat(urday)?"
              + "|sun(day)?)\\b|\\d{1,2}[:.h]\\d{2}(:\\d{2})?|[\\s,.;:()–—-]");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "den", "la", "le",
          "al", "el", "bin", "ibn", "ben", "y", "e", "af", "av", "zu", "ter", "ten");

  /** Reads a line; nothing where any part of it is something else. */
  static Optional<MetaLine> of(String line) {
    String bare = TextBlocks.bare(line);
    if (bare.isEmpty() || bare.length() > LONGEST) {
      return Optional.empty();
    }
    return whole(bare).or(() -> parts(bare));
  }

  private static Optional<MetaLine> parts(String line) {
    String[] parts = PARTS.split(line, -1);
    MetaLine all = new MetaLine(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    List<String> unknown = new ArrayList<>();
    int known = 0;
    for (String part : parts) {
      Optional<MetaLine> read = whole(part.strip());
      if (read.isPresent()) {
        all = all.and(read.get());
        known++;
      } else if (!part.isBlank()) {
        unknown.add(part.strip());
      }
    }
    if (known == 0) {
      return dateInside(line);
    }
    // beside a date or a reading time, a name needs no "by"
    for (String part : unknown) {
      if (all.names().isEmpty() && isName(part) && all.hasMore()) {
        all = all.and(names(List.of(part)));
      } else if (!Residue.isOne(part) && !Residue.isSection(part)) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  /** "By Jane Doe, 3 March 2024" and "Posted on 3 March 2024 by Jane Doe". */
  private static Optional<MetaLine> dateInside(String line) {
    Optional<Dates.Found> date = Dates.inText(line);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    String before = line.substring(0, date.get().start()).strip();
    String after = line.substring(date.get().end()).strip();
    boolean updated = UPDATED.matcher(before).find();
    MetaLine when = dated(date.get().date(), updated);
    String first =
        before.replaceFirst("(?i)[,;]?\\s*(?:(?:published|posted|updated)\\s*)?(?:on|:)?\\s*$", "");
    Optional<MetaLine> who =
        AROUND_DATE.matcher(before).replaceAll("").isEmpty()
            ? byline(after.replaceFirst("^[,;:]\\s*", ""))
            : AROUND_DATE.matcher(after).replaceAll("").isEmpty()
                ? byline(first)
                : Optional.empty();
    return who.map(when::and);
  }

  private static Optional<MetaLine> whole(String part) {
    Matcher minutes = MINUTES.matcher(part);
    if (minutes.matches() && part.matches("(?i).*read.*|.*min.*")) {
      return Optional.of(
          new MetaLine(
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(Integer.valueOf(minutes.group(1)))));
    }
    Optional<Dates.Found> date = Dates.inText(part);
    if (date.isPresent()) {
      String rest = part.substring(0, date.get().start()) + " " + part.substring(date.get().end());
      if (AROUND_DATE.matcher(rest).replaceAll("").isEmpty()) {
        return Optional.of(dated(date.get().date(), UPDATED.matcher(rest).find()));
      }
      Matcher beside = MINUTES.matcher(rest.replaceAll("^[\\s,.;|-]+|[\\s,.;|-]+$", ""));
      if (beside.matches()) { // "3 March 2024, 5 min read"
        return Optional.of(
            dated(date.get().date(), false)
                .and(
                    new MetaLine(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Integer.valueOf(beside.group(1))))));
      }
      Optional<Dates.Found> second = Dates.inText(rest);
      if (second.isPresent()) { // "Published 3 March 2024, updated 5 March 2024"
        String left =
            rest.substring(0, second.get().start()) + " " + rest.substring(second.get().end());
        if (AROUND_DATE.matcher(left).replaceAll("").isEmpty()) {
          return Optional.of(dated(date.get().date(), false).and(dated(second.get().date(), true)));
        }
      }
    }
    return byline(part);
  }

  private static MetaLine dated(PublicationDate date, boolean updated) {
    return new MetaLine(
        List.of(),
        updated ? Optional.empty() : Optional.of(date),
        updated ? Optional.of(date) : Optional.empty(),
        Optional.empty());
  }

  private static Optional<MetaLine> byline(String part) {
    Matcher by = BY.matcher(part);
    if (!by.matches()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (String name : by.group(1).split("\\s*,\\s*(?:and\\s+)?|\\s+(?:and|&)\\s+|\\s*;\\s*", -1)) {
      if (isName(name)) {
        names.add(name.strip());
      } else if (names.isEmpty() || name.split("\\s+", -1).length > 6) {
        return Optional.empty(); // "By the time we came", and not a role after a name
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names(names));
  }

  /** Whether words can be a person's name: one to five, each with a capital or a particle. */
  static boolean isName(String text) {
    String[] words = text.strip().split("\\s+", -1);
    if (words.length > 5 || text.isBlank() || text.length() > 60 || Residue.isSection(text)) {
      return false;
    }
    for (String word : words) {
      if (!word.matches("\\p{Lu}[\\p{L}\\p{M}.'’-]*|\\p{Lo}+")
          && !PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return !PARTICLES.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
  }

  private static MetaLine names(List<String> names) {
    return new MetaLine(names, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private boolean hasMore() {
    return date.isPresent() || updated.isPresent() || minutes.isPresent();
  }

  /** Both; what this says goes before what the other says. */
  MetaLine and(MetaLine other) {
    return new MetaLine(
        names.isEmpty() ? other.names : names,
        date.or(() -> other.date),
        updated.or(() -> other.updated),
        minutes.or(() -> other.minutes));
  }
}
