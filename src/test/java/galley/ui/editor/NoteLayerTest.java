package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor.Scope;
import galley.post.Placement;
import galley.post.Placement.State;
import galley.text.Span;
import galley.ui.editor.NoteMark.Ink;
import galley.ui.kit.FxTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FxTest
final class NoteLayerTest {
  private static final String TEXT = "The ferry leaves at dawn.\n\nNobody on it is a customer.\n";

  @Test
  void notesArePaintedWithoutTouchingTextOrUndo() {
    try (EditorWindow window = EditorWindow.on(TEXT)) {
      UUID note = UUID.randomUUID();
      show(window, List.of(mark(note, TEXT.indexOf("Nobody"), 6, Ink.COMMENT)));
      assertEquals(1, count(window, ".note-ground"));
      assertEquals(1, count(window, ".note-line"));
      assertEquals(1, count(window, ".note-glyph.comment"));
      assertEquals(TEXT, window.body());
      assertEquals(false, fx(() -> window.editor.actions().canUndo()));
      run(() -> window.editor.notes().current(Optional.of(note)));
      assertEquals(1, count(window, ".note-ground.current"));
      show(window, List.of());
      assertEquals(0, count(window, ".note-ground"));
    }
  }

  @Test
  void everyKindHasAShapeOfItsOwn() {
    List<String> shapes = new ArrayList<>();
    for (Ink ink :
        List.of(
            Ink.COMMENT,
            Ink.QUERY,
            Ink.SOURCE,
            Ink.CHECK,
            Ink.INSERTION,
            Ink.DELETION,
            Ink.CHANGE)) {
      shapes.add(NoteMarks.glyph(ink, State.LIVE));
    }
    shapes.add(NoteMarks.glyph(Ink.COMMENT, State.ORPHAN));
    assertEquals(shapes.size(), shapes.stream().distinct().count());
  }

  @Test
  void levelIsWhereTheWordsAre() {
    try (EditorWindow window = EditorWindow.on(TEXT)) {
      UUID note = UUID.randomUUID();
      show(window, List.of(mark(note, TEXT.indexOf("customer"), 8, Ink.COMMENT)));
      double y = fx(() -> window.editor.notes().level(note).orElseThrow().y());
      Node line = window.scene.getRoot().lookup(".note-line");
      Bounds there = fx(() -> line.localToScene(line.getLayoutBounds()));
      assertEquals(there.getMinY(), y + 20, 6);
    }
  }

  @Test
  void markedWordsThatArePressedTellTheirNote() {
    try (EditorWindow window = EditorWindow.on(TEXT)) {
      UUID around = UUID.randomUUID();
      UUID inside = UUID.randomUUID();
      List<UUID> pressed = new ArrayList<>();
      run(() -> window.editor.notes().onPressed(pressed::add));
      show(
          window,
          List.of(
              mark(around, TEXT.indexOf("Nobody"), 12, Ink.COMMENT),
              mark(inside, TEXT.indexOf("Nobody"), 6, Ink.QUERY)));
      click(window, middle(window, ".note-ground.query"));
      assertEquals(List.of(inside), pressed, "the shorter one is meant");
      Bounds glyph = fx(() -> bounds(window, ".note-glyph.comment"));
      click(window, new Point2D(glyph.getCenterX(), glyph.getCenterY()));
      assertEquals(List.of(inside, around), pressed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "mixed"})
  void everyChangeIsToldInTheBodysOwnOffsets(String ending) {
    String plain = TEXT.repeat(4);
    String body =
        ending.equals("mixed")
            ? plain.replaceFirst("\n", "\r\n").replaceFirst("\n\n", "\r\n\n")
            : plain.replace("\n", ending);
    try (EditorWindow window = EditorWindow.on(body)) {
      StringBuilder shadow = new StringBuilder(body);
      run(() ->
          window
              .editor
              .notes()
              .onReplaced(parts -> {
                for (Replaced part : parts) {
                  int end = part.at() + part.removed().length();
                  assertEquals(part.removed(), shadow.substring(part.at(), end));
                  shadow.replace(part.at(), end, part.inserted());
                }
              }));
      Random random = new Random(7);
      for (int i = 0; i < 60; i++) {
        run(() -> step(window, random));
        assertEquals(window.body(), shadow.toString(), "after step " + i);
      }
    }
  }

  private static void step(EditorWindow window, Random random) {
    Surface area = window.editor.area();
    int length = area.getLength();
    int at = random.nextInt(length + 1);
    int end = Math.min(length, at + random.nextInt(30));
    switch (random.nextInt(6)) {
      case 0 -> area.insertText(at, "new\nline ");
      case 1 -> area.deleteText(at, end);
      case 2 -> area.replaceText(at, end, "other words");
      case 3 -> area.undo();
      case 4 -> area.redo();
      default -> {
        Map<Span, String> parts = new LinkedHashMap<>();
        String body = window.editor.body();
        for (int from = body.indexOf("e"); from >= 0 && parts.size() < 9; ) {
          parts.put(new Span(from, from + 1), "E\nE");
          from = body.indexOf("e", from + 5);
        }
        window.editor.replace(parts);
      }
    }
  }

  @Test
  void manyEditsAreOneStepToUndo() {
    try (EditorWindow window = EditorWindow.on(TEXT)) {
      run(() -> {
        Map<Span, String> parts = new LinkedHashMap<>();
        parts.put(new Span(TEXT.indexOf("dawn"), TEXT.indexOf("dawn") + 4), "half past six");
        parts.put(new Span(4, 9), "boat");
        window.editor.replace(parts);
      });
      assertEquals(TEXT.replace("dawn", "half past six").replace("ferry", "boat"), window.body());
      window.act(TextActions::undo);
      assertEquals(TEXT, window.body());
    }
  }

  @Test
  void targetIsWhatHasTheKeyboard() {
    try (EditorWindow window =
        EditorWindow.on("The ferry leaves| at dawn.\n\n![](media/a.jpg)\n")) {
      assertEquals("leaves", fx(() -> window.editor.notes().target().orElseThrow().words()));
      window.select(4, 9);
      assertEquals("ferry", fx(() -> window.editor.notes().target().orElseThrow().words()));
      run(() -> window.editor.goToLine(2));
      NoteTarget picture = fx(() -> window.editor.notes().target().orElseThrow());
      assertEquals(Scope.IMAGE, picture.scope());
      assertEquals("media/a.jpg", picture.target());
      run(window.editor::focusHeadline);
      NoteTarget headline = fx(() -> window.editor.notes().target().orElseThrow());
      assertEquals(Scope.HEADLINE, headline.scope());
      assertEquals("The ferry", headline.words());
    }
  }

  @Test
  void marksKeepTheirPlaceInABodyWithWindowsLineEnds() {
    String body = TEXT.replace("\n", "\r\n");
    try (EditorWindow window = EditorWindow.on(body)) {
      UUID note = UUID.randomUUID();
      show(window, List.of(mark(note, body.indexOf("customer"), 8, Ink.COMMENT)));
      Bounds ground = fx(() -> bounds(window, ".note-ground"));
      run(() ->
          window.editor.goTo(new Span(body.indexOf("customer"), body.indexOf("customer") + 8)));
      pulse();
      NoteTarget target = fx(() -> window.editor.notes().target().orElseThrow());
      assertEquals("customer", target.words());
      assertEquals(body.indexOf("customer"), target.span().start());
      assertTrue(ground.getWidth() > 50 && ground.getWidth() < 90, ground.toString());
    }
  }

  @Test
  void typingBeforeANoteMovesItsMark() {
    try (EditorWindow window = EditorWindow.on("|" + TEXT)) {
      UUID note = UUID.randomUUID();
      show(window, List.of(mark(note, 4, 5, Ink.COMMENT)));
      double before = fx(() -> bounds(window, ".note-ground").getMinX());
      run(() ->
          window
              .editor
              .notes()
              .onReplaced(_ ->
                  window.editor.notes().show(List.of(mark(note, fx0(window), 5, Ink.COMMENT)))));
      type(window.scene, "xx");
      pulse();
      double after = fx(() -> bounds(window, ".note-ground").getMinX());
      assertEquals(18, after - before, 1, "two letters of nine pixels");
    }
  }

  private static int fx0(EditorWindow window) {
    return window.editor.area().getText().indexOf("ferry");
  }

  private static NoteMark mark(UUID id, int at, int length, Ink ink) {
    return new NoteMark(
        id, Scope.TEXT, "", new Placement(State.LIVE, new Span(at, at + length)), ink);
  }

  private static void show(EditorWindow window, List<NoteMark> marks) {
    run(() -> window.editor.notes().show(marks));
    pulse();
  }

  private static int count(EditorWindow window, String selector) {
    return fx(() -> window.scene.getRoot().lookupAll(selector).size());
  }

  private static Bounds bounds(EditorWindow window, String selector) {
    Node node = window.scene.getRoot().lookup(selector);
    return node.localToScene(node.getLayoutBounds());
  }

  private static Point2D middle(EditorWindow window, String selector) {
    Bounds bounds = fx(() -> bounds(window, selector));
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private static void click(EditorWindow window, Point2D at) {
    run(() -> {
      Surface area = window.editor.area();
      Point2D here = area.sceneToLocal(at);
      for (var type :
          List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
        Event.fireEvent(
            area,
            new MouseEvent(
                type,
                here.getX(),
                here.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
      }
    });
  }
}
