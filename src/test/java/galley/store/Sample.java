package galley.store;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PublicationDate;
import galley.post.Source;
import galley.post.Stage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** Drafts for the tests of this package. */
public final class Sample {
  private static final String[] WORDS =
      ("ferry harbour council budget school winter river bridge letter market north window paper"
              + " fisher island captain street garden the a of and to in that it was for on with")
          .split(" ");

  private Sample() {}

  /** A draft that is a function of its number: so many words with one moving edit. */
  public static Draft draft(long number, int words) {
    Random random = new Random(42);
    StringBuilder text = new StringBuilder(words * 7);
    int edit = (int) (number * 37 % Math.max(1, words));
    for (int i = 0; i < words; i++) {
      if (i == edit) {
        text.append("[edit ").append(number).append(' ').append(number * 0x9E3779B9L).append("] ");
      }
      text.append(WORDS[random.nextInt(WORDS.length)]);
      text.append(random.nextInt(14) == 0 ? ".\n\n" : " ");
    }
    return new Draft(Details.draft("Post " + number, "post-" + number), text.toString(), List.of());
  }

  static Draft draft(String headline, String body) {
    return new Draft(Details.draft(headline, galley.text.Slug.of(headline)), body, List.of());
  }

  /** A draft that uses everything a draft can have. */
  static Draft full() {
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("zebra", "first");
    extra.put("nothing", null);
    extra.put("count", 3);
    extra.put("long", 3L);
    extra.put("big", new java.math.BigInteger("123456789012345678901234567890"));
    extra.put("half", 0.5);
    extra.put("nan", Double.NaN);
    extra.put("yes", true);
    Map<Object, Object> odd = new LinkedHashMap<>();
    odd.put(1, "a number as key");
    odd.put(null, List.of());
    odd.put("$", "the mark itself");
    extra.put("nested", Arrays.asList(Map.of("a", List.of(1, 2)), null, odd));
    extra.put("apple", "last");
    Details details =
        new Details(
            "Who \u201cpays\u201d\nfor the ferry?",
            "A standfirst",
            "ferry",
            List.of(new Byline("Ana Horvat"), new Byline("B. O\u2019Neil")),
            Optional.of(PublicationDate.parse("2026-11-23T07:10:15.123456789+02:00").orElseThrow()),
            "News",
            List.of("sea", "money"),
            Stage.IN_REVIEW,
            Optional.of("media/ferry.jpg"),
            "en-GB",
            List.of(
                new Source(Source.Kind.LINK, "Port", "https://example.org", Optional.empty()),
                new Source(
                    Source.Kind.INTERVIEW, "Captain", "", Optional.of(LocalDate.of(2026, 1, 2)))),
            extra);
    ImageRef image =
        new ImageRef(
            "media/ferry.jpg",
            Optional.of("ab".repeat(32)),
            "IMG 1.JPG",
            12,
            640,
            480,
            "A ferry",
            "At the quay",
            "Ana",
            "CC BY",
            false);
    return new Draft(
        details,
        "# Body\r\n\ttabs, a NUL \0, half a pair \uD83D, an emoji \uD83D\uDE00, no end",
        List.of(image, ImageRef.place("media/later.png")));
  }

  /** A clock that is set by hand. */
  static final class Hand extends Clock {
    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-11-23T07:10:15Z"));

    private final Duration tick;

    Hand() {
      this(Duration.ZERO);
    }

    /** A clock that goes on by so much with every look at it. */
    Hand(Duration tick) {
      this.tick = tick;
    }

    void set(Instant instant) {
      now.set(instant);
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.getAndUpdate(instant -> instant.plus(tick));
    }
  }

  static Library open(Path folder) {
    return Library.open(folder, new Hand(Duration.ofSeconds(1)), OpenOptions.creating());
  }
}
