package galley.ui.library;

import galley.asset.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when something was, as people do: the nearer, the finer. */
final class Ago {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  private final Clock clock;

  Ago(Clock clock) {
    this.clock = clock;
  }

  String say(Instant then) {
    Duration since = Duration.between(then, clock.instant());
    if (since.toSeconds() < 60) {
      return Messages.text("library.now");
    }
    if (since.toMinutes() < 60) {
      return Messages.text("library.minutes", since.toMinutes());
    }
    ZonedDateTime at = then.atZone(clock.getZone());
    LocalDate today = LocalDate.now(clock);
    LocalDate day = at.toLocalDate();
    if (day.equals(today)) {
      return Messages.text("library.today", TIME.format(at));
    }
    if (day.equals(today.minusDays(1))) {
      return Messages.text("library.yesterday");
    }
    return (day.getYear() == today.getYear() ? DAY : YEAR).format(at);
  }
}
