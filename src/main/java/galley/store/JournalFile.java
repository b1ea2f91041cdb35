package galley.store;

import galley.post.Revision;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;

/**
 * The form of a journal: eight bytes of name, then records of length (4 bytes), sequence (8),
 * CRC-32C of both and of what follows (4), and so many bytes, the first of which says what they
 * are; several that hold only together are one record. A text is the difference to the text before
 * it, or whole every {@value #WHOLE_EVERY}th time, so that reading can go on after damage.
 */
final class JournalFile {
  static final byte[] NAME = "GALLEYJ1".getBytes(StandardCharsets.US_ASCII);
  static final int WHOLE_EVERY = 64;
  private static final int HEAD = 16;
  private static final byte WHOLE = 'W';
  private static final byte CHANGE = 'D';
  private static final byte SAVED = 'S';
  private static final byte BINNED = 'B';
  private static final byte NAMED = 'N';
  private static final byte SAID = 'R';
  private static final byte TOGETHER = 'T';
  private static final byte FACTS = 'F';

  private JournalFile() {}

  /**
   * What reading a journal came to.
   *
   * @param sequence of the last record, 0 where there is none
   * @param text the last draft's bytes
   * @param end the length up to which all is good
   * @param torn whether something unfinished follows the end, as a power cut leaves it
   * @param damaged whether records in the middle could not be read
   */
  record Reading(long sequence, Optional<byte[]> text, long end, boolean torn, boolean damaged) {}

  /** Hears what a journal says, in its order. */
  @FunctionalInterface
  interface Listener<E extends Exception> {
    void hear(Noted noted) throws E;
  }

  static <E extends Exception> Reading read(Path file, Listener<E> listener) throws IOException, E {
    return read(Files.readAllBytes(file), listener);
  }

  /** Reads a journal's bytes. */
  static <E extends Exception> Reading read(byte[] all, Listener<E> listener) throws E {
    if (all.length < NAME.length && Arrays.equals(all, Arrays.copyOf(NAME, all.length))) {
      return new Reading(0, Optional.empty(), 0, all.length > 0, false); // cut while being made
    }
    return new Scan(all).run(listener);
  }

  /** A text's record. */
  static ByteBuffer text(long sequence, Optional<byte[]> before, byte[] draft) {
    byte[] difference =
        before
            .map(earlier -> Difference.between(earlier, draft))
            .orElseGet(() -> Difference.whole(draft));
    return record(sequence, before.isPresent() ? CHANGE : WHOLE, difference);
  }

  static ByteBuffer saved(Noted.Saved saved) {
    byte[] words = (saved.kind().name() + "\n" + saved.name()).getBytes(StandardCharsets.UTF_8);
    ByteBuffer content = ByteBuffer.allocate(24 + words.length);
    instant(content, saved.at());
    instant(content, saved.created());
    content.put(words);
    return record(saved.sequence(), SAVED, Arrays.copyOf(content.array(), content.position()));
  }

  static ByteBuffer binned(Noted.Binned binned) {
    ByteBuffer content = ByteBuffer.allocate(16);
    binned.at().ifPresent(at -> instant(content, at));
    return record(binned.sequence(), BINNED, Arrays.copyOf(content.array(), content.position()));
  }

  static ByteBuffer named(Noted.Named named) {
    byte[] name = named.name().getBytes(StandardCharsets.UTF_8);
    byte[] content = ByteBuffer.allocate(8 + name.length).putLong(named.number()).put(name).array();
    return record(named.sequence(), NAMED, content);
  }

  static ByteBuffer said(Noted.Said said) {
    return record(said.sequence(), SAID, said(said.more()));
  }

  static ByteBuffer facts(Noted.Facts said) {
    return record(said.sequence(), FACTS, Difference.whole(SiteFact.bytes(said.facts())));
  }

  private static byte[] said(Reviewed more) {
    return Difference.whole(ReviewedJson.bytes(ReviewedJson.write(more.withoutPlaces())));
  }

  /** Records of one sequence as one, which is read whole or not at all. */
  static ByteBuffer together(long sequence, List<ByteBuffer> records) {
    int length = records.stream().mapToInt(one -> one.remaining() - HEAD + 4).sum();
    ByteBuffer content = ByteBuffer.allocate(length);
    for (ByteBuffer one : records) {
      ByteBuffer inner = one.duplicate();
      inner.position(inner.position() + HEAD);
      content.putInt(inner.remaining()).put(inner);
    }
    return record(sequence, TOGETHER, content.array());
  }

  private static ByteBuffer record(long sequence, byte what, byte[] content) {
    ByteBuffer record = ByteBuffer.allocate(HEAD + 1 + content.length);
    record.putInt(content.length + 1).putLong(sequence).putInt(0).put(what).put(content);
    record.putInt(12, sum(record.array(), 0, content.length + 1));
    return record.flip();
  }

  /** CRC-32C (RFC 3720, B.4) of a record's length, sequence and content. */
  private static int sum(byte[] bytes, int at, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, at, 12);
    crc.update(bytes, at + HEAD, length);
    return (int) crc.getValue();
  }

  private static void instant(ByteBuffer into, Instant at) {
    into.putLong(at.getEpochSecond()).putInt(at.getNano());
  }

  private static Instant instant(ByteBuffer from) {
    return Instant.ofEpochSecond(from.getLong(), from.getInt());
  }

  /** One walk through a journal's bytes. */
  private static final class Scan {
    private final byte[] all;
    private final ByteBuffer buffer;
    private long sequence;
    private Optional<byte[]> text = Optional.empty();
    private boolean damaged;

    Scan(byte[] all) {
      this.all = all;
      buffer = ByteBuffer.wrap(all);
    }

    <E extends Exception> Reading run(Listener<E> listener) throws E {
      int at = NAME.length;
      int end = at;
      boolean broken = !Arrays.equals(Arrays.copyOf(all, NAME.length), NAME);
      damaged = broken;
      while (at < all.length) {
        if (isRecord(at) && (!broken || standsAlone(all[at + HEAD])) && take(at, listener)) {
          damaged |= broken;
          broken = false;
          at += HEAD + buffer.getInt(at);
          end = at;
        } else {
          broken = true;
          at++; // look for the next that says all it says by itself
        }
      }
      return new Reading(sequence, text, end, end < all.length, damaged);
    }

    private static boolean standsAlone(byte what) {
      return what == WHOLE || what == FACTS;
    }

    private boolean isRecord(int at) {
      if (all.length - at <= HEAD) {
        return false;
      }
      int length = buffer.getInt(at);
      return length > 0
          && length <= all.length - at - HEAD
          && buffer.getLong(at + 4) > sequence
          && sum(all, at, length) == buffer.getInt(at + 12);
    }

    private <E extends Exception> boolean take(int at, Listener<E> listener) throws E {
      long number = buffer.getLong(at + 4);
      List<Noted> parts = noted(number, ByteBuffer.wrap(all, at + HEAD, buffer.getInt(at)));
      if (parts.isEmpty()) {
        return false;
      }
      sequence = number;
      for (Noted part : parts) {
        if (part instanceof Noted.Text draft) {
          text = Optional.of(draft.draft());
        }
        listener.hear(part);
      }
      return true;
    }

    /** What a record says; nothing where that can't be read. */
    private List<Noted> noted(long number, ByteBuffer record) {
      try {
        byte what = record.get();
        if (what != TOGETHER) {
          return List.of(noted(number, what, rest(record), text));
        }
        List<Noted> parts = new ArrayList<>();
        Optional<byte[]> before = text;
        while (record.hasRemaining()) {
          int length = record.getInt();
          ByteBuffer inner = record.slice(record.position(), length);
          record.position(record.position() + length);
          Noted part = noted(number, inner.get(), rest(inner), before);
          if (part instanceof Noted.Text draft) {
            before = Optional.of(draft.draft());
          }
          parts.add(part);
        }
        return parts;
      } catch (DataFormatException
          | BufferUnderflowException
          | IndexOutOfBoundsException
          | IllegalArgumentException
          | java.time.DateTimeException
          | java.util.NoSuchElementException e) {
        return List.of(); // damage that the sum did not see
      }
    }

    private static Noted noted(long number, byte what, byte[] content, Optional<byte[]> before)
        throws DataFormatException {
      return switch (what) {
        case WHOLE -> new Noted.Text(number, Difference.text(content));
        case CHANGE -> new Noted.Text(number, Difference.apply(before.orElseThrow(), content));
        case SAVED -> saved(number, ByteBuffer.wrap(content));
        case BINNED -> new Noted.Binned(number, at(ByteBuffer.wrap(content)));
        case NAMED -> named(number, ByteBuffer.wrap(content));
        case FACTS ->
            new Noted.Facts(number, SiteFact.read(ReviewedJson.node(Difference.text(content))));
        case SAID ->
            new Noted.Said(number, ReviewedJson.read(ReviewedJson.node(Difference.text(content))));
        default -> throw new DataFormatException("A record of no known kind");
      };
    }

    private static byte[] rest(ByteBuffer from) {
      byte[] rest = new byte[from.remaining()];
      from.get(rest);
      return rest;
    }

    private static Optional<Instant> at(ByteBuffer content) {
      return content.hasRemaining() ? Optional.of(instant(content)) : Optional.empty();
    }

    private static Noted saved(long number, ByteBuffer content) throws DataFormatException {
      Instant at = instant(content);
      Instant created = instant(content);
      String[] words = words(content).split("\n", 2);
      for (Revision.Kind kind : Revision.Kind.values()) {
        if (words.length == 2 && kind.name().equals(words[0])) {
          return new Noted.Saved(number, kind, words[1], at, created);
        }
      }
      throw new DataFormatException("A revision of no known kind");
    }

    private static Noted named(long number, ByteBuffer content) {
      return new Noted.Named(number, content.getLong(), words(content));
    }

    private static String words(ByteBuffer content) {
      return StandardCharsets.UTF_8.decode(content).toString();
    }
  }
}
