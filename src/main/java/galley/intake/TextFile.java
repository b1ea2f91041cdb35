package galley.intake;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * A file's text, whatever its encoding.
 *
 * @param text without a byte-order mark and without control characters
 * @param exact whether the text as UTF-8 gives the file's bytes back
 */
record TextFile(String text, boolean exact) {
  /** The largest file that is read as text, in bytes. */
  static final long LARGEST = 64L << 20;

  private static final Pattern SAID =
      Pattern.compile("(?i)<(?:meta|\\?xml)[^>]*(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)");
  private static final int MOST_CONTROLS = 100; // one in so many characters; more is no text

  /** Reads a file and says in the notes what had to be done to it. */
  static TextFile read(Path file, String name, Notes notes) throws RefusedException, IOException {
    if (Files.size(file) > LARGEST) {
      throw new RefusedException(Messages.text("intake.text-too-large", name, LARGEST >> 20));
    }
    return read(Files.readAllBytes(file), name, notes);
  }

  static TextFile read(byte[] bytes, String name, Notes notes) throws RefusedException {
    if (Kinds.isBinary(bytes)) {
      throw new RefusedException(Messages.text("intake.not-text", name));
    }
    String text;
    boolean exact = true;
    Charset marked = mark(bytes);
    if (marked != null) {
      int length = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
      text = decode(bytes, length, marked).orElseThrow(() -> notText(name));
      exact = false;
      notes.changed(
          marked.equals(StandardCharsets.UTF_8)
              ? Messages.text("intake.byte-order-mark")
              : Messages.text("intake.encoding", marked.displayName()));
    } else {
      Optional<String> utf8 = decode(bytes, 0, StandardCharsets.UTF_8);
      Charset wide = wide(bytes);
      if (utf8.isPresent() && wide == null) {
        text = utf8.get();
      } else {
        Charset charset = wide != null ? wide : detect(bytes);
        text = decode(bytes, 0, charset).orElseThrow(() -> notText(name));
        exact = false;
        notes.changed(Messages.text("intake.encoding-guessed", charset.displayName()));
      }
    }
    String clean = withoutControls(text);
    int gone = text.length() - clean.length();
    if (gone > 0) {
      if ((long) gone * MOST_CONTROLS > text.length() && gone > 8) {
        throw notText(name);
      }
      exact = false;
      notes.changed(Messages.text("intake.controls", gone));
    }
    if (clean.contains("\r")) {
      notes.kept(Messages.text("intake.carriage-returns"));
    }
    return new TextFile(clean, exact);
  }

  private static RefusedException notText(String name) {
    return new RefusedException(Messages.text("intake.not-text", name));
  }

  private static @Nullable Charset mark(byte[] b) {
    if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  /** UTF-16 without a mark: in most scripts every other byte is the same, in English it is 0. */
  private static @Nullable Charset wide(byte[] bytes) {
    int length = Math.min(bytes.length, 4096) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (bytes.length % 2 != 0 || length < 8) {
      return null;
    }
    if (odd > length / 4 && even <= length / 64) {
      return StandardCharsets.UTF_16LE;
    }
    return even > length / 4 && odd <= length / 64 ? StandardCharsets.UTF_16BE : null;
  }

  /** What a web page says of itself, and else what its bytes look like. */
  private static Charset detect(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
    Matcher said = SAID.matcher(start);
    if (said.find()
        && Charset.isSupported(said.group(1))
        && decode(bytes, 0, Charset.forName(said.group(1))).isPresent()) {
      return Charset.forName(said.group(1));
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 20));
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    try {
      if (name != null
          && Charset.isSupported(name)
          && decode(bytes, 0, Charset.forName(name)).isPresent()
          && !Charset.forName(name).equals(StandardCharsets.UTF_8)) {
        return Charset.forName(name);
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return windows(bytes); // a name this platform has no table for
    }
    return windows(bytes);
  }

  /** What most files that are not UTF-8 are; ISO 8859-1 takes any byte there is. */
  private static Charset windows(byte[] bytes) {
    Charset western = Charset.forName("windows-1252");
    return decode(bytes, 0, western).isPresent() ? western : StandardCharsets.ISO_8859_1;
  }

  private static Optional<String> decode(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty(); // another encoding, then
    }
  }

  /** Without what HTML 13.2.3.5 calls control characters and noncharacters. */
  private static String withoutControls(String text) {
    int length = text.length();
    int i = 0;
    while (i < length && !isControl(text.charAt(i))) {
      i++;
    }
    if (i == length) {
      return text;
    }
    StringBuilder clean = new StringBuilder(length).append(text, 0, i);
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (!isControl(c)) {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  private static boolean isControl(char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f'
        || c >= 0x7F && c < 0xA0
        || c >= 0xFDD0 && c <= 0xFDEF
        || c >= 0xFFFE;
  }
}
