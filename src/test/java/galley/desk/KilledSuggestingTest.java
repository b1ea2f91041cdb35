package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.SmallJvm;
import galley.post.Anchor.Scope;
import galley.post.PlacedAnnotation;
import galley.post.Revision;
import galley.post.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that suggests by writing, again and again. */
final class KilledSuggestingTest {
  private static final int KILLS = Effort.count("kills", 20, 500);
  private static final int LONGEST = 60; // milliseconds
  private static final Pattern WORD = Pattern.compile(SuggesterAtWork.WORD + "(\\d+)");

  @TempDir Path folder;
  private final Random random = new Random(Effort.seed(17));

  @Test
  void nothingThatWasSaidToBeKeptIsLost() throws IOException, InterruptedException {
    Path place = folder.resolve("library");
    UUID post;
    try (Desk desk = desk(place)) {
      post = desk.create("Ferry").join().id();
      desk.change(post, draft -> draft.withBody("Begun."), Revision.Kind.COMMAND).join();
    }
    SmallJvm jvm = new SmallJvm(folder.resolve("processes"));
    jvm.rehearse(SuggesterAtWork.class, SmallJvm::go, place.toString(), post.toString(), "0");
    long kept = 0;
    int promised = 0;
    int left = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long before = kept;
      for (String line : killed(jvm, place, post, kept)) {
        if (line.startsWith("kept ")) {
          kept = Math.max(kept, Long.parseLong(line.substring("kept ".length())));
        }
      }
      promised += kept > before ? 1 : 0;
      left += isLeft(place, post) ? 1 : 0;
      try (Desk desk = desk(place)) {
        try (DraftSession session = desk.open(post).join()) {
          session.review().suggesting().pickUp().join();
          assertEquals(new Texts("Ferry", "", "Begun."), Texts.of(session.latest()));
          List<PlacedAnnotation> all = session.review().annotations();
          long last = Math.min(newest(all, Scope.TEXT), newest(all, Scope.HEADLINE));
          assertTrue(last >= kept, "word " + kept + " was kept, " + last + " is there");
          kept = last; // what was not promised may be there, too
        }
        assertEquals(List.of(), desk.keeping().verify(progress -> {}).join().problems());
      }
    }
    assertTrue(promised > KILLS / 2, "so many after a promise: " + promised);
    System.out.printf(
        "Killed while suggesting: %d times, %d after a promise, %d branches picked up; 0 words"
            + " lost%n",
        KILLS, promised, left);
  }

  private static boolean isLeft(Path place, UUID post) throws IOException {
    Path file = place.resolve("branches").resolve(post + ".json");
    return Files.exists(file) && Files.readString(file).contains(SuggesterAtWork.WORD);
  }

  private static long newest(List<PlacedAnnotation> all, Scope scope) {
    long newest = 0;
    for (PlacedAnnotation one : all) {
      if (one.annotation().anchor().scope() == scope) {
        Matcher words = WORD.matcher(one.annotation().replacement().orElseThrow());
        while (words.find()) {
          newest = Math.max(newest, Long.parseLong(words.group(1)));
        }
      }
    }
    return newest;
  }

  private List<String> killed(SmallJvm jvm, Path place, UUID post, long from)
      throws IOException, InterruptedException {
    Process process =
        jvm.start(SuggesterAtWork.class, place.toString(), post.toString(), String.valueOf(from));
    SmallJvm.go(process);
    BufferedReader out = process.inputReader();
    List<String> lines = new java.util.ArrayList<>();
    int wait = random.nextInt(7);
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

  private static Desk desk(Path place) {
    return Desk.open(place, Clock.systemUTC(), DeskOptions.starting());
  }
}
