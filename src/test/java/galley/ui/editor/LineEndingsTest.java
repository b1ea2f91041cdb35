package galley.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineEndingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a\nb\n",
        "a\r\nb\r\n",
        "a\rb",
        "a\r\nb\nc\rd\r\n\r\n",
        "\r\n\r",
        "a\0b\r\n"
      })
  void anUneditedBodyComesBackUnchanged(String body) {
    LineEndings endings = new LineEndings(body);
    assertEquals(body, endings.restored(endings.plain()));
  }

  @Test
  void newLinesEndAsMostDo() {
    LineEndings endings = new LineEndings("a\r\nb\r\n");
    assertEquals("a\r\nnew\r\nb\r\n", endings.restored("a\nnew\nb\n"));
    assertEquals("x\r\ny", endings.restored("x\ny"));
  }

  @Test
  void untouchedLinesKeepTheirOwnEndings() {
    LineEndings endings = new LineEndings("a\nb\r\nc\r\nd\n");
    assertEquals("a\nb\r\nX\r\nd\n", endings.restored("a\nb\nX\nd\n"));
  }

  @Test
  void offsetsAreCountedInBothTexts() {
    String body = "a\r\nb\r\nc";
    LineEndings endings = new LineEndings(body);
    assertEquals(4, endings.toPlain(body, 6));
    assertEquals(0, endings.toPlain(body, 0));
  }
}
