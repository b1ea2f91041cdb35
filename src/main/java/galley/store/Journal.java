package galley.store;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.Revision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was written in one post since a verified backup last held it, every state of it. What {@link
 * #append} returned for is on the disk. Any thread may call; calls wait for the disk.
 */
public final class Journal implements AutoCloseable {
  private final Path file;
  private final Disk disk;
  private final long floor;
  private @Nullable FileChannel channel;
  private long sequence;
  private byte @Nullable [] text;
  private int sinceWhole;

  /** A journal whose next sequence lies above the floor. */
  Journal(Path file, Disk disk, long floor) {
    this.file = file;
    this.disk = disk;
    this.floor = floor;
    sequence = floor;
  }

  /**
   * Notes the draft's new state and forces it to the disk; nothing is written where it is the state
   * noted last.
   *
   * @return the sequence of the state
   * @throws StoreException when it could not be written; the journal then still holds all before it
   */
  public synchronized long append(Draft draft) {
    return append(DraftBytes.of(draft));
  }

  /** The state noted last. */
  public synchronized Optional<Draft> last() {
    try {
      ready();
      return Optional.ofNullable(text).map(DraftBytes::draft);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** The state noted last, where anything was noted after this sequence. */
  synchronized Optional<byte[]> beyond(long contained) {
    if (channel == null && !Files.exists(file)) {
      return Optional.empty(); // looking makes no journal
    }
    try {
      ready();
      return sequence > contained ? Optional.ofNullable(text) : Optional.empty();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** Lets the file go; the next call opens it again. */
  @Override
  public synchronized void close() {
    FileChannel open = channel;
    channel = null;
    text = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw unwritten(e);
      }
    }
  }

  synchronized long append(byte[] draft) {
    try {
      ready();
      if (!Arrays.equals(draft, text)) {
        write(textRecord(draft, sequence + 1), sequence + 1);
        noted(draft);
      }
      return sequence;
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** Notes that a draft is being saved as a revision, and the draft before it where it is new. */
  synchronized long saved(byte[] draft, Revision.Kind kind, String name, Instant at, Instant made) {
    try {
      ready();
      boolean isNew = !Arrays.equals(draft, text);
      long number = sequence + (isNew ? 2 : 1);
      ByteBuffer saved = JournalFile.saved(new Noted.Saved(number, kind, name, at, made));
      if (isNew) {
        ByteBuffer first = textRecord(draft, number - 1);
        saved = ByteBuffer.allocate(first.remaining() + saved.remaining()).put(first).put(saved);
        saved.flip();
      }
      write(saved, number);
      if (isNew) {
        noted(draft);
      }
      return sequence;
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /**
   * Notes that a draft is being saved together with what was said about it, as one record.
   *
   * @param named the name that the revision before is given, by its number
   */
  synchronized long saved(
      byte[] draft, Noted.Saved how, Reviewed more, Optional<Noted.Named> named) {
    try {
      ready();
      long number = sequence + 1;
      boolean isNew = !Arrays.equals(draft, text);
      List<ByteBuffer> records = new ArrayList<>();
      named.ifPresent(name ->
          records.add(JournalFile.named(new Noted.Named(number, name.number(), name.name()))));
      if (isNew) {
        records.add(textRecord(draft, number));
      }
      records.add(
          JournalFile.saved(
              new Noted.Saved(number, how.kind(), how.name(), how.at(), how.created())));
      records.add(JournalFile.said(new Noted.Said(number, more)));
      write(JournalFile.together(number, records), number);
      if (isNew) {
        text = draft;
        sinceWhole = JournalFile.WHOLE_EVERY; // a whole one that stands alone comes next
      }
      return sequence;
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** Notes what was said about the post. */
  synchronized long reviewed(Reviewed more) {
    return note(number -> JournalFile.said(new Noted.Said(number, more)));
  }

  /** Notes facts about a site. */
  synchronized long noted(List<SiteFact> facts) {
    return note(number -> JournalFile.facts(new Noted.Facts(number, facts)));
  }

  synchronized long binned(Optional<Instant> at) {
    return note(number -> JournalFile.binned(new Noted.Binned(number, at)));
  }

  synchronized long named(long revision, String name) {
    return note(number -> JournalFile.named(new Noted.Named(number, revision, name)));
  }

  /** The sequence of the last record. */
  synchronized long sequence() {
    try {
      ready();
      return sequence;
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** Deletes the file where a backup holds everything up to this sequence and it has no more. */
  synchronized boolean forget(long contained) throws IOException {
    ready();
    if (sequence > contained) {
      return false;
    }
    long last = sequence;
    close();
    Files.deleteIfExists(file);
    sequence = last;
    return true;
  }

  private long note(LongFunction<ByteBuffer> record) {
    try {
      ready();
      write(record.apply(sequence + 1), sequence + 1);
      return sequence;
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private ByteBuffer textRecord(byte[] draft, long number) {
    boolean whole = sinceWhole >= JournalFile.WHOLE_EVERY;
    return JournalFile.text(number, whole ? Optional.empty() : Optional.ofNullable(text), draft);
  }

  private void noted(byte[] draft) {
    sinceWhole = sinceWhole >= JournalFile.WHOLE_EVERY || text == null ? 0 : sinceWhole + 1;
    text = draft;
  }

  private void write(ByteBuffer record, long number) throws IOException {
    FileChannel open = ready();
    long before = open.position();
    try {
      disk.write(open, record);
      open.force(false);
      sequence = number;
    } catch (IOException e) {
      try (open) {
        channel = null;
        open.truncate(before); // where this fails too, the next opening cuts the torn end off
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  private FileChannel ready() throws IOException {
    FileChannel open = channel;
    if (open != null && Files.exists(file)) {
      return open;
    }
    close();
    Path folder = Disk.folderOf(file);
    Disk.folder(folder);
    boolean isNew = !Files.exists(file);
    long end = 0;
    if (!isNew) {
      JournalFile.Reading reading = JournalFile.read(file, noted -> {});
      sequence = Math.max(Math.max(floor, sequence), reading.sequence());
      text = reading.text().orElse(null);
      sinceWhole = JournalFile.WHOLE_EVERY;
      end = reading.end();
      if (reading.damaged()) { // kept as it is, and a new one begun
        Disk.move(file, file.resolveSibling(file.getFileName() + ".damaged-" + sequence));
        text = null;
        isNew = true;
      }
    }
    open = disk.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (isNew || end < JournalFile.NAME.length) {
        open.truncate(0);
        disk.write(open, ByteBuffer.wrap(JournalFile.NAME));
        open.force(true);
        Disk.forceFolder(folder);
      } else {
        open.truncate(end);
        open.position(end);
      }
    } catch (IOException e) {
      open.close();
      throw e;
    }
    channel = open;
    return open;
  }

  private StoreException unwritten(IOException cause) {
    return new StoreException(
        Failures.kind(cause, StoreException.Kind.NOT_SAVED),
        Messages.text("store.journal.unwritten", file, Failures.reason(cause)),
        cause);
  }
}
