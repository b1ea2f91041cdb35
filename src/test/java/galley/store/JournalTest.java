package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.Effort;
import galley.post.Draft;
import galley.post.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  @TempDir private Path folder;

  @Test
  void givesBackTheStateNotedLast() {
    Path file = folder.resolve("deep/journal/a.journal");
    try (Journal journal = new Journal(file, new Disk(), 41)) {
      assertEquals(Optional.empty(), journal.last());
      assertEquals(42, journal.append(Sample.full()));
      assertEquals(42, journal.append(Sample.full()));
      for (int i = 0; i < 200; i++) {
        assertEquals(43 + i, journal.append(Sample.draft(i, 50)));
      }
    }
    try (Journal journal = new Journal(file, new Disk(), 0)) {
      assertEquals(Optional.of(Sample.draft(199, 50)), journal.last());
      assertEquals(243, journal.append(Sample.full()));
    }
  }

  @Test
  void notesSmallDifferencesSmall() throws IOException {
    Path file = folder.resolve("a.journal");
    try (Journal journal = new Journal(file, new Disk(), 0)) {
      journal.append(Sample.draft(1, 10_000));
      long before = Files.size(file);
      journal.append(
          Sample.draft(1, 10_000).withBody(Sample.draft(1, 10_000).body() + " one more"));
      assertTrue(Files.size(file) - before < 100, "a few words cost a few bytes");
    }
  }

  @Test
  void readsTheExactPrefixOfAJournalTornAtAnyByte() throws IOException {
    Path whole = folder.resolve("whole.journal");
    List<Draft> drafts = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    try (Journal journal = new Journal(whole, new Disk(), 0)) {
      for (int i = 0; Files.exists(whole) ? Files.size(whole) < 64 * 1024 : i == 0; i++) {
        Draft draft = random(i);
        journal.append(draft);
        if (i % 5 == 4) {
          journal.saved(
              DraftBytes.of(draft), Revision.Kind.AUTOSAVED, "", Instant.EPOCH, Instant.EPOCH);
        }
        drafts.add(draft);
        ends.add(Files.size(whole));
      }
    }
    byte[] all = Files.readAllBytes(whole);
    assertTrue(all.length >= 64 * 1024);
    List<byte[]> expected = drafts.stream().map(DraftBytes::of).toList();
    IntStream.rangeClosed(0, all.length)
        .parallel()
        .forEach(length -> {
          List<byte[]> texts = new ArrayList<>();
          JournalFile.Reading reading =
              JournalFile.read(
                  Arrays.copyOf(all, length),
                  noted -> {
                    if (noted instanceof Noted.Text text) {
                      texts.add(text.draft());
                    }
                  });
          long complete = ends.stream().filter(end -> end <= length).count();
          assertFalse(reading.damaged(), "torn, not damaged, at " + length);
          assertTrue(texts.size() >= complete, "lost a state at " + length);
          assertTrue(texts.size() <= complete + 1, "made a state up at " + length);
          for (int i = 0; i < texts.size(); i++) {
            assertTrue(Arrays.equals(expected.get(i), texts.get(i)), "wrong at " + length);
          }
        });
  }

  @Test
  void goesOnAfterATornEnd() throws IOException {
    Path file = folder.resolve("a.journal");
    try (Journal journal = new Journal(file, new Disk(), 0)) {
      journal.append(Sample.draft(1, 50));
      journal.append(Sample.draft(2, 50));
    }
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, all.length - 3));
    try (Journal journal = new Journal(file, new Disk(), 0)) {
      assertEquals(Optional.of(Sample.draft(1, 50)), journal.last());
      journal.append(Sample.draft(3, 50));
    }
    JournalFile.Reading reading = JournalFile.read(file, noted -> {});
    assertFalse(reading.torn());
    assertEquals(Sample.draft(3, 50), DraftBytes.draft(reading.text().orElseThrow()));
  }

  @Test
  void tellsEveryFlippedBit() throws IOException {
    Path file = folder.resolve("a.journal");
    List<Draft> drafts = new ArrayList<>();
    try (Journal journal = new Journal(file, new Disk(), 0)) {
      for (int i = 0; i < 150; i++) {
        drafts.add(Sample.draft(i, 40));
        journal.append(drafts.get(i));
      }
    }
    byte[] all = Files.readAllBytes(file);
    Random random = new Random(Effort.seed(3));
    for (int i = 0; i < Effort.count("flips", 400, 4_000); i++) {
      byte[] flipped = all.clone();
      flipped[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      AtomicInteger strange = new AtomicInteger();
      JournalFile.Reading reading =
          JournalFile.read(
              file,
              noted -> {
                if (noted instanceof Noted.Text text
                    && !drafts.contains(DraftBytes.draft(text.draft()))) {
                  strange.incrementAndGet();
                }
              });
      assertTrue(reading.damaged() || reading.torn(), "silent");
      assertEquals(0, strange.get());
    }
  }

  @Test
  void beginsAnewWhereItsFileIsDeletedWhileOpen() throws IOException {
    Path file = folder.resolve("journal/a.journal");
    try (Journal journal = new Journal(file, new Disk(), 0)) {
      journal.append(Sample.draft(1, 50));
      Files.delete(file);
      Files.delete(file.getParent());
      long sequence = journal.append(Sample.draft(2, 50));
      assertEquals(2, sequence);
    }
    JournalFile.Reading reading = JournalFile.read(file, noted -> {});
    assertEquals(Sample.draft(2, 50), DraftBytes.draft(reading.text().orElseThrow()));
  }

  @Test
  void keepsAllBeforeAWriteThatDoesNotFit() throws IOException {
    Path file = folder.resolve("a.journal");
    AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);
    Disk disk =
        new Disk(bytes -> {
          int fits = Math.min(bytes, room.get());
          room.addAndGet(-fits);
          return fits;
        });
    Random random = new Random(5);
    try (Journal journal = new Journal(file, disk, 0)) {
      for (int i = 0; i < 200; i++) {
        journal.append(Sample.draft(i, 60));
        room.set(random.nextInt(40));
        Draft next = Sample.draft(i + 1000L, 60);
        StoreException full = assertThrows(StoreException.class, () -> journal.append(next));
        assertEquals(StoreException.Kind.FULL, full.kind());
        assertTrue(full.getMessage().contains("the disk is full"), full.getMessage());
        JournalFile.Reading reading = JournalFile.read(file, noted -> {});
        assertEquals(Sample.draft(i, 60), DraftBytes.draft(reading.text().orElseThrow()));
        room.set(Integer.MAX_VALUE);
      }
      assertEquals(Optional.of(Sample.draft(199, 60)), journal.last());
    }
  }

  private static Draft random(int number) {
    Random random = new Random(number);
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < 7_000; i++) {
      noise.append((char) (' ' + random.nextInt(90)));
    }
    return Sample.draft("Noise", "body " + number + " " + noise);
  }
}
