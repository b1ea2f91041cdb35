package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.text.Span;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Scrolling, counting, composing, and what a screen reader hears. */
@FxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AroundTheTextTest {
  private EditorWindow window;

  @BeforeAll
  void showAWindow() {
    window = new EditorWindow(700, 700);
  }

  @AfterAll
  void closeTheWindow() {
    window.close();
  }

  private static String longBody() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      body.append("Line ")
          .append(i)
          .append(
              " of a long post, long enough to be wrapped once in a window as wide as this one"
                  + " is.\n\n");
    }
    return body.toString();
  }

  @Test
  void aLineCanBeBroughtToTheTopAndIsReportedThere() {
    window.open(longBody());
    for (double line : new double[] {-1, -0.4, 0, 12.5, 200.25, 411, 3.75}) {
      run(() -> window.editor.scrollToLine(line, false));
      pulse();
      assertEquals(line, fx(window.editor::firstVisibleLine), 0.08);
    }
  }

  @Test
  void scrollingIsToldWhenThePersonDoesItOnly() {
    window.open(longBody());
    List<Double> told = new ArrayList<>();
    run(() -> window.editor.onScrolled(told::add));
    run(() -> window.editor.scrollToLine(40, false));
    pulse();
    assertEquals(List.of(), told);
    run(() -> window.editor.area().scrollYBy(300));
    pulse();
    assertTrue(told.getLast() > 40, told::toString);
    run(() -> window.editor.onScrolled(line -> {}));
  }

  @Test
  void wayToAFarLineIsSeenUnlessNothingShouldMove() {
    window.open(longBody());
    run(() -> Look.still(window.scene, true));
    double there =
        fx(() -> {
          window.editor.goToLine(400);
          window.editor.area().layout();
          return window.editor.firstVisibleLine();
        });
    run(() -> {
      Look.still(window.scene, false);
      window.editor.goToLine(0);
    });
    pulse();
    double begun =
        fx(() -> {
          window.editor.goToLine(400);
          return window.editor.firstVisibleLine();
        });
    assertTrue(begun < there - 1, begun + " comes before " + there);
    until("it arrives", () -> Math.abs(window.editor.firstVisibleLine() - there) < 0.1);
  }

  @Test
  void goingToASpanSelectsItInView() {
    window.open("One.\r\n\r\n" + longBody().replace("\n", "\r\n") + "the end");
    String body = window.body();
    int at = body.indexOf("Line 250");
    run(() -> window.editor.goTo(new Span(at, at + 8)));
    pulse();
    assertEquals("Line 250", fx(() -> window.editor.area().getSelectedText()));
    double top = fx(window.editor::firstVisibleLine);
    int line = fx(() -> window.editor.place().get().line());
    assertTrue(top > line - 20 && top <= line, top + " for " + line);
  }

  @Test
  void composingIsToldAndOnlyWhatIsCommittedStays() {
    window.open("|");
    List<Boolean> told = new ArrayList<>();
    run(() -> window.editor.onComposing(told::add));
    compose("に", "");
    compose("にほ", "");
    assertEquals("にほ", window.body());
    compose("", "日本");
    assertEquals("日本", window.body());
    assertEquals(List.of(true, true, false), told);
    run(() -> window.editor.onComposing(now -> {}));
  }

  @Test
  void aDeadKeyMakesOneLetter() {
    window.open("caf|");
    compose("´", "");
    compose("", "é");
    assertEquals("café|", window.state());
  }

  private void compose(String composed, String committed) {
    run(() ->
        Event.fireEvent(
            window.editor.area(),
            new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                composed.isEmpty()
                    ? List.of()
                    : List.of(
                        new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW)),
                committed,
                composed.length())));
  }

  @Test
  void aScreenReaderHearsTheText() {
    window.open("One.\nTwo|.");
    Surface area = window.editor.area();
    assertEquals(AccessibleRole.TEXT_AREA, fx(area::getAccessibleRole));
    assertEquals("One.\nTwo.", asked(AccessibleAttribute.TEXT));
    assertEquals(8, asked(AccessibleAttribute.CARET_OFFSET));
    assertEquals(1, asked(AccessibleAttribute.LINE_FOR_OFFSET, 6));
    assertEquals(5, asked(AccessibleAttribute.LINE_START, 1));
    assertEquals(9, asked(AccessibleAttribute.LINE_END, 1));
    window.select(0, 3);
    assertEquals(0, asked(AccessibleAttribute.SELECTION_START));
    assertEquals(3, asked(AccessibleAttribute.SELECTION_END));
  }

  private Object asked(AccessibleAttribute attribute, Object... parameters) {
    return fx(() -> window.editor.area().queryAccessibleAttribute(attribute, parameters));
  }

  @Test
  void zoomAndFocusChangeNothingInTheText() {
    window.open("# One\n\ntwo");
    run(() -> {
      window.editor.zoom(1.6);
      window.editor.focusMode(true);
    });
    pulse();
    assertEquals(
        24.0,
        fx(() ->
            Surface.textOf(window.editor.area().box(2)).lookup(".text")
                    instanceof javafx.scene.text.Text text
                ? text.getFont().getSize()
                : 0));
    run(() -> {
      window.editor.zoom(1);
      window.editor.focusMode(false);
    });
    assertEquals("# One\n\ntwo", window.body());
  }
}
