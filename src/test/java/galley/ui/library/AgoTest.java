package galley.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgoTest {
  private final Ago ago =
      new Ago(Clock.fixed(Instant.parse("2026-11-23T10:42:07Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:41:30Z, Just now",
    "2026-11-23T10:50:00Z, Just now",
    "2026-11-23T10:40:00Z, 2 min ago",
    "2026-11-23T08:05:00Z, Today 08:05",
    "2026-11-22T23:59:00Z, Yesterday",
    "2026-11-18T12:00:00Z, 18 Nov",
    "2025-11-18T12:00:00Z, 18 Nov 2025"
  })
  void theNearerTheFiner(Instant then, String words) {
    assertEquals(words, ago.say(then));
  }
}
