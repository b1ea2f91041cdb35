package galley.intake;

import galley.post.PublicationDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as files write them and as pages show them. */
final class Dates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "((?:19|20)\\d{2})";

  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + "\\s+" + DAY + ",?\\s+" + YEAR + "\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b" + DAY + "\\.?\\s+(?:of\\s+)?" + MONTH + ",?\\s+" + YEAR + "\\b");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b" + YEAR + "[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern NUMBERS =
      Pattern.compile("\\b(\\d{1,2})([./-])(\\d{1,2})\\2" + YEAR + "\\b");
  private static final Pattern SHORT_OFFSET = Pattern.compile("\\s*([+-])(\\d)$");
  private static final Pattern ZONE = Pattern.compile("\\s*(?:GMT|UTC)$");

  private Dates() {}

  /**
   * A date at one place in a text.
   *
   * @param start the first unit of it
   * @param end the unit after it
   */
  record Found(PublicationDate date, int start, int end) {}

  /** A date as front matter and page data hold it: ISO 8601 and the short forms of generators. */
  static Optional<PublicationDate> machine(String text) {
    String form = ZONE.matcher(text.strip()).replaceFirst("Z");
    form = SHORT_OFFSET.matcher(form).replaceFirst("$10$2:00"); // "10:00:00 -5" is 5 hours west
    return PublicationDate.parse(form)
        .or(() ->
            inText(text)
                .filter(found -> found.start() == 0 && found.end() == text.length())
                .map(Found::date));
  }

  /**
   * The first date in words or numbers: "Nov 21, 2024", "21st of November 2024", "2024-11-21",
   * "21.11.2024". Of 03/04/2024 nobody can say which is the month, so it is none.
   */
  static Optional<Found> inText(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    return month(MONTH_FIRST, low, 1, 2, 3)
        .or(() -> month(DAY_FIRST, low, 2, 1, 3))
        .or(() -> yearFirst(low))
        .or(() -> numbers(low));
  }

  private static Optional<Found> month(Pattern form, String text, int month, int day, int year) {
    Matcher found = form.matcher(text);
    return found.find()
        ? found(
            found,
            found.group(year),
            MONTHS.indexOf(found.group(month).substring(0, 3)) + 1,
            found.group(day))
        : Optional.empty();
  }

  private static Optional<Found> yearFirst(String text) {
    Matcher found = YEAR_FIRST.matcher(text);
    return found.find()
        ? found(found, found.group(1), Integer.parseInt(found.group(2)), found.group(3))
        : Optional.empty();
  }

  private static Optional<Found> numbers(String text) {
    Matcher found = NUMBERS.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(3));
    if (found.group(2).equals(".") || first > 12) { // dots are written where the day comes first
      return found(found, found.group(4), second, found.group(1));
    }
    return second > 12 || first == second
        ? found(found, found.group(4), first, found.group(3))
        : Optional.empty();
  }

  private static Optional<Found> found(Matcher at, String year, int month, String day) {
    try {
      LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
      return Optional.of(new Found(PublicationDate.of(date), at.start(), at.end()));
    } catch (DateTimeException e) {
      return Optional.empty(); // 31 November
    }
  }
}
