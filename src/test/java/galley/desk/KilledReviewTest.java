package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.SmallJvm;
import galley.post.Annotation;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import galley.post.Revision;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that reviews a post or merges packets, again and again. */
final class KilledReviewTest {
  private static final int KILLS = Effort.count("kills", 25, 500);
  private static final int LONGEST = 60; // milliseconds
  private static final String TEXT = ReviewAtWork.ROUND + "0\n\nWords of it.\n";

  @TempDir Path folder;
  private final Random random = new Random(Effort.seed(31));

  @Test
  void nothingThatWasSaidIsLostAndTextAndVerdictAreKeptTogether()
      throws IOException, InterruptedException {
    Path place = folder.resolve("library");
    UUID post;
    try (Desk desk = desk(place)) {
      post = desk.create("Ferry").join().id();
      write(desk, post);
    }
    Map<UUID, String> safe = new HashMap<>();
    long accepted = 0;
    SmallJvm jvm = new SmallJvm(folder.resolve("processes"));
    String[] arguments = {place.toString(), "review", post.toString()};
    jvm.rehearse(ReviewAtWork.class, SmallJvm::go, arguments);
    for (int kill = 0; kill < KILLS; kill++) {
      for (String line : killed(jvm.start(ReviewAtWork.class, arguments))) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("accepted")) {
          accepted = Math.max(accepted, Long.parseLong(words[1]));
        } else if (words.length == 2) {
          safe.put(UUID.fromString(words[1]), words[0]);
        }
      }
      try (Desk desk = desk(place)) {
        try (DraftSession session = desk.open(post).join()) {
          check(session, safe, accepted);
        }
        assertEquals(List.of(), desk.keeping().verify(progress -> {}).join().problems());
      }
    }
    assertTrue(accepted > KILLS / 2, "so much was accepted: " + accepted);
    System.out.printf(
        "Killed while reviewing: %d times; %d annotations safe, none lost; %d accepted%n",
        KILLS, safe.size(), accepted);
  }

  private static void check(DraftSession session, Map<UUID, String> safe, long promised) {
    Map<UUID, PlacedAnnotation> there = new HashMap<>();
    long accepted = 0;
    for (PlacedAnnotation one : session.review().annotations()) {
      Annotation annotation = one.annotation();
      there.put(annotation.id(), one);
      if (annotation.status() == Status.ACCEPTED) {
        accepted = Math.max(accepted, Long.parseLong(annotation.replacement().orElseThrow()));
      }
    }
    safe.forEach((id, what) -> {
      assertTrue(there.containsKey(id), "lost: " + id);
      if (what.equals("replied")) {
        assertEquals(1, there.get(id).replies().size(), "lost the reply to " + id);
      }
    });
    assertEquals(accepted, ReviewAtWork.last(session.latest().body()));
    assertTrue(accepted >= promised, promised + " was accepted, " + accepted + " is there");
  }

  @Test
  void aMergeThatIsKilledLeavesTheOldStateOrTheNewOne() throws IOException, InterruptedException {
    Path mine = folder.resolve("mine");
    Path theirs = folder.resolve("theirs");
    UUID post;
    try (Desk desk = desk(mine);
        Desk other = desk(theirs)) {
      post = desk.create("Ferry").join().id();
      write(desk, post);
      Path packet =
          desk.reviewing().pack(post, PackRequest.to(folder.resolve("first"))).join().file();
      other.importing().bring(List.of(packet), progress -> {}).join();
    }
    SmallJvm jvm = new SmallJvm(folder.resolve("processes"));
    String[] arguments = {mine.toString(), "merge", post.toString(), theirs.toString()};
    jvm.rehearse(ReviewAtWork.class, SmallJvm::go, arguments);
    long merged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      for (String line : killed(jvm.start(ReviewAtWork.class, arguments))) {
        if (line.startsWith("merged ")) {
          merged = Math.max(merged, Long.parseLong(line.substring("merged ".length())));
        }
      }
      try (Desk desk = desk(mine)) {
        try (DraftSession session = desk.open(post).join()) {
          long text = ReviewAtWork.last(session.latest().body());
          long said =
              session.review().annotations().stream()
                  .map(one -> one.annotation().body().substring(ReviewAtWork.ROUND.length()))
                  .mapToLong(Long::parseLong)
                  .max()
                  .orElse(0);
          assertEquals(text, said, "the text and what was said of it");
          assertTrue(text >= merged, merged + " was merged, " + text + " is there");
        }
        assertEquals(List.of(), desk.keeping().verify(progress -> {}).join().problems());
      }
    }
    assertTrue(merged > KILLS / 4, "so much was merged: " + merged);
    System.out.printf("Killed while merging: %d times; %d merges, none in half%n", KILLS, merged);
  }

  private List<String> killed(Process process) throws IOException, InterruptedException {
    SmallJvm.go(process);
    List<String> lines = new ArrayList<>();
    BufferedReader out = process.inputReader();
    int wait = random.nextInt(6);
    for (int i = 0; i < wait; i++) {
      lines.add(String.valueOf(out.readLine()));
    }
    process.waitFor(random.nextInt(LONGEST), TimeUnit.MILLISECONDS);
    process.toHandle().destroyForcibly();
    process.waitFor();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  private static void write(Desk desk, UUID post) {
    desk.change(post, draft -> draft.withBody(TEXT), Revision.Kind.COMMAND).join();
  }

  private static Desk desk(Path place) {
    return Desk.open(place, Clock.systemUTC(), DeskOptions.starting());
  }
}
