package galley.desk;

import galley.post.Author;
import galley.post.ReviewEvent;
import galley.review.Ids;
import galley.review.Signing;
import galley.store.Library;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes events in the name of whoever works here, signed by this device. Blocks at first use. */
final class Pen {
  /** Told apart by people who see few colours, too, and never the only sign. */
  private static final String[] COLOURS = {
    "#1f5fa8", "#a04a1c", "#2c7a4b", "#7a3b8f", "#8a6d00", "#b03060", "#2a7f86", "#5b5b9c"
  };

  private final Library library;
  private final Clock clock;
  private @Nullable Signing signing;

  Pen(Library library, Clock clock) {
    this.library = library;
    this.clock = clock;
  }

  /** Who works here, on this device. */
  Author me() {
    Author named =
        library.reviews().identity().orElseGet(() -> named(System.getProperty("user.name", "?")));
    return on(named);
  }

  /** An author of that name on this device. */
  Author as(String name) {
    Author me = me();
    return me.name().equals(name) ? me : on(named(name));
  }

  void identity(String name, Optional<String> colour, Optional<String> initials) {
    Author standard = named(name);
    library
        .reviews()
        .identity(
            new Author(
                standard.name(),
                initials.filter(text -> !text.isBlank()).orElse(standard.initials()),
                colour.orElse(standard.colour()),
                ""));
  }

  /** An event, signed. */
  ReviewEvent write(
      UUID post, UUID subject, long logical, Author author, ReviewEvent.Action action) {
    Instant now = now();
    ReviewEvent event =
        new ReviewEvent(Ids.at(now), post, subject, logical, now, author, action, "");
    return author.device().isEmpty() ? event : signing().sign(event);
  }

  UUID id() {
    return Ids.at(now());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** What people go by who wrote under that name. */
  static Author named(String name) {
    String shown = name.isBlank() ? "?" : name.strip();
    StringBuilder initials = new StringBuilder();
    for (String word : shown.split("[\\s.·-]+")) {
      if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
        initials.appendCodePoint(word.codePointAt(0));
      }
    }
    String colour = COLOURS[Math.floorMod(shown.hashCode(), COLOURS.length)];
    return new Author(shown, initials.toString().toUpperCase(Locale.ROOT), colour, "");
  }

  private Author on(Author author) {
    return new Author(author.name(), author.initials(), author.colour(), signing().device());
  }

  private synchronized Signing signing() {
    Signing known = signing;
    if (known == null) {
      known = Signing.of(library.reviews().device(Signing::fresh, Pen::isPair));
      signing = known;
    }
    return known;
  }

  private static boolean isPair(byte[] keys) {
    try {
      Signing.of(keys);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
