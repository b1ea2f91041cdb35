package galley.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date a post carries: a day, and the time of day where its author gave one.
 *
 * @param day as readers see it
 * @param time with its offset from UTC
 */
public record PublicationDate(LocalDate day, Optional<OffsetTime> time) {
  // RFC 3339, and the blank and the short forms that site generators write
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt"
              + " ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d+)?)?\\s*(Z|z|[+-]\\d{2}:?\\d{2})?)?");

  public static PublicationDate of(LocalDate day) {
    return new PublicationDate(day, Optional.empty());
  }

  /** Reads {@code 2026-11-23} or a date with a time; a time without an offset is taken as UTC. */
  public static Optional<PublicationDate> parse(String text) {
    Matcher found = FORM.matcher(text.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
      if (found.group(4) == null) {
        return Optional.of(of(day));
      }
      String fraction = found.group(7);
      int nanos =
          fraction == null
              ? 0
              : (int) Math.round(Double.parseDouble("0" + fraction) * 1e9) % 1_000_000_000;
      LocalTime time =
          LocalTime.of(
              number(found, 4),
              number(found, 5),
              found.group(6) == null ? 0 : number(found, 6),
              nanos);
      String offset = found.group(8);
      ZoneOffset zone = offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset.replace('z', 'Z'));
      return Optional.of(new PublicationDate(day, Optional.of(time.atOffset(zone))));
    } catch (DateTimeException e) {
      return Optional.empty(); // 30 February, or 25 o'clock
    }
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  /** As {@code 2026-11-23}, or RFC 3339 where there is a time. */
  @Override
  public String toString() {
    return time.map(at ->
            at.getSecond() == 0 && at.getNano() == 0
                ? day + "T" + at.toLocalTime() + ":00" + at.getOffset()
                : OffsetDateTime.of(day, at.toLocalTime(), at.getOffset()).toString())
        .orElse(day.toString());
  }
}
