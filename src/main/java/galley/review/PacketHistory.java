package galley.review;

import galley.post.KeptDraft;
import galley.post.ReviewEventJson;
import galley.post.Revision;
import galley.post.RevisionJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Earlier states of a post as a packet has them: one revision a line, the oldest first. */
public final class PacketHistory {
  private static final int MOST = 2_000;
  private static final int LARGEST = 16 << 20;
  private static final int LONGEST_NAME = 1_000;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private PacketHistory() {}

  /**
   * Those that go into one packet: all, or where they are too many or too large the named ones and
   * then the newest.
   *
   * @param all the oldest first
   */
  public static List<KeptDraft> fitting(List<KeptDraft> all) {
    Set<KeptDraft> taken = new HashSet<>();
    long size = 0;
    for (boolean named : new boolean[] {true, false}) {
      for (KeptDraft one : all.reversed()) {
        if (isNamed(one.revision()) == named) {
          size += line(one).length() + 1L;
          if (size > LARGEST || taken.size() == MOST) {
            return all.stream().filter(taken::contains).toList();
          }
          taken.add(one);
        }
      }
    }
    return all;
  }

  /** Whether somebody gave a revision its name. */
  public static boolean isNamed(Revision revision) {
    return !revision.name().isEmpty();
  }

  static String write(List<KeptDraft> past) {
    StringBuilder lines = new StringBuilder();
    past.forEach(one -> lines.append(line(one)).append('\n'));
    return lines.toString();
  }

  private static String line(KeptDraft one) {
    return ReviewEventJson.line(RevisionJson.write(one));
  }

  /**
   * What anybody may have written.
   *
   * @throws IllegalArgumentException if it is no history of this post
   */
  static List<KeptDraft> read(UUID post, String lines) {
    List<KeptDraft> past = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    for (String line : lines.split("\n", -1)) {
      if (!line.isBlank()) {
        KeptDraft one = one(post, line);
        if (!ids.add(one.revision().id()) || past.size() == MOST) {
          throw new IllegalArgumentException("No history of one post");
        }
        past.add(one);
      }
    }
    return past;
  }

  private static KeptDraft one(UUID post, String line) {
    KeptDraft read;
    try {
      read = RevisionJson.read(post, JsonMapper.shared().readTree(line));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("No revision", e);
    }
    Revision said = read.revision();
    Instant at = said.at().truncatedTo(ChronoUnit.MICROS); // as the library keeps times
    if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException("A time that no clock shows");
    }
    return new KeptDraft(
        new Revision(
            said.id(), post, said.number(), at, said.kind(), name(said), said.sha256(), 0, 0, 0),
        read.draft());
  }

  private static String name(Revision said) {
    String name = said.name().replaceAll("\\p{Cntrl}", " ");
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
