package galley.store;

import galley.post.Draft;
import galley.post.DraftJson;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A draft as bytes, the same for the same draft: one byte for the encoding, the details and
 * pictures as one line of JSON, the body as it is. UTF-8, or UTF-16 where a text holds half a
 * surrogate pair, so that not one character is changed.
 */
final class DraftBytes {
  private static final byte UTF_8 = 8;
  private static final byte UTF_16 = 16;

  private DraftBytes() {}

  static byte[] of(Draft draft) {
    String text =
        JsonMapper.shared().writeValueAsString(DraftJson.writeWithoutBody(draft))
            + "\n"
            + draft.body();
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining() + 1];
      bytes[0] = UTF_8;
      encoded.get(bytes, 1, bytes.length - 1);
      return bytes;
    } catch (CharacterCodingException e) { // half a surrogate pair
      ByteBuffer bytes = ByteBuffer.allocate(1 + text.length() * 2);
      bytes.put(UTF_16).asCharBuffer().put(text);
      return bytes.array();
    }
  }

  /**
   * The draft of these bytes.
   *
   * @throws IllegalArgumentException when they are not a draft's
   */
  static Draft draft(byte[] bytes) {
    String text =
        switch (bytes.length == 0 ? 0 : bytes[0]) {
          case UTF_8 -> new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
          case UTF_16 -> ByteBuffer.wrap(bytes, 1, bytes.length - 1).asCharBuffer().toString();
          default -> throw new IllegalArgumentException("Not a draft");
        };
    int line = text.indexOf('\n');
    if (line < 0) {
      throw new IllegalArgumentException("Not a draft");
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(text.substring(0, line));
      return DraftJson.read(json, text.substring(line + 1));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a draft's details", e);
    }
  }
}
