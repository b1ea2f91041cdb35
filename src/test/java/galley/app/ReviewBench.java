package galley.app;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.Review;
import galley.desk.SaveState;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.text.Span;
import galley.ui.kit.FxTest;
import galley.ui.shell.MainModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What 500 notes on 10,000 words cost the JavaFX thread in processor time, in the whole program:
 * event, styles and layout of a key; going into the review. {@code ./mvnw test -Pbench
 * -Dtest=ReviewBench}
 */
@FxTest
@Tag("bench")
final class ReviewBench {
  private static final int KEYS = 400;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String WORDS =
      "the ferry leaves at dawn and **nobody** on it is a customer ";

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private Scene scene;
  private Wiring wiring;

  @Test
  void fiveHundredNotes() throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 167; i++) {
      body.append(i % 8 == 0 ? "## Section " + i + "\n\n" : "")
          .append(WORDS.repeat(5))
          .append("\n\n");
    }
    Path file = Files.writeString(folder.resolve("long.md"), "---\ntitle: Long\n---\n" + body);
    Path library = folder.resolve("library");
    try (Desk desk = Desk.open(library, Clock.systemUTC(), new DeskOptions(true, false, false))) {
      desk.importing().bring(List.of(file), _ -> {}).join();
    }
    open(library);
    double[] none = type();
    review().addAll(notes(fx(() -> text()))).get(60, TimeUnit.SECONDS);
    until("they are shown", () -> open().reviewed().all().size() == 500);
    double[] written = type();
    double into = cost(() -> command("review"));
    double[] reviewing = type();
    double away = cost(() -> command("write"));
    double again = cost(() -> command("review"));
    System.out.printf(
        "no notes: key median %.2f ms, p95 %.2f; 500 notes: %.2f, %.2f (%.2f of none);"
            + " in review: %.2f, %.2f (%.2f of none)%n",
        none[0],
        none[1],
        written[0],
        written[1],
        written[0] / none[0],
        reviewing[0],
        reviewing[1],
        reviewing[0] / none[0]);
    System.out.printf(
        "into the review %.0f ms of the JavaFX thread, back %.0f, into it again %.0f%n",
        into, away, again);
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
  }

  private void open(Path library) {
    run(() -> {
      Stage stage = new Stage();
      wiring = new Wiring(stage, library, Clock.system(ZoneId.systemDefault()));
      wiring.start(List.of());
      scene = stage.getScene();
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    until(
        "the post is open",
        () ->
            wiring
                .model()
                .map(MainModel::open)
                .flatMap(open -> open.state().get())
                .filter(state -> state.kind() == SaveState.Kind.SAVED)
                .isPresent());
    run(() -> command("write"));
    pulse();
  }

  private static Map<UUID, Review.Note> notes(String text) {
    Map<UUID, Review.Note> notes = new LinkedHashMap<>();
    for (int i = 0; i < 500; i++) {
      int at = text.indexOf("ferry", i * (text.length() - 200) / 500);
      boolean suggests = i % 3 == 0;
      notes.put(
          new UUID(7, i),
          new Review.Note(
              suggests ? Annotation.Kind.SUGGESTION : Annotation.Kind.COMMENT,
              Anchor.Scope.TEXT,
              "",
              new Span(at, at + 5),
              suggests ? "" : "Which ferry is it, number " + i + "?",
              suggests ? Optional.of("boat") : Optional.empty()));
    }
    return notes;
  }

  /** Types into the middle of the text; what a key costs. */
  private double[] type() {
    run(() -> command("go-text"));
    unwatched(() -> {
      var area = area();
      area.moveTo(area.getLength() / 2 + 3);
      area.requestFollowCaret();
      return true;
    });
    pulse();
    double[] times = new double[KEYS];
    for (int i = 0; i < KEYS; i++) {
      String typed = "word ".substring(i % 5, i % 5 + 1);
      times[i] =
          unwatched(() -> {
            long start = THREADS.getCurrentThreadCpuTime();
            Event.fireEvent(
                area(),
                new KeyEvent(
                    KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
          });
      if (i % 10 == 0) {
        pulse();
      }
    }
    double[] late = Arrays.copyOfRange(times, KEYS / 4, KEYS); // the first meet cold code
    Arrays.sort(late);
    return new double[] {late[late.length / 2], late[late.length * 95 / 100]};
  }

  private double cost(Runnable work) {
    double now =
        unwatched(() -> {
          long start = THREADS.getCurrentThreadCpuTime();
          work.run();
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        });
    pulse();
    pulse();
    return now;
  }

  private org.fxmisc.richtext.GenericStyledArea<?, ?, ?> area() {
    return (org.fxmisc.richtext.GenericStyledArea<?, ?, ?>) scene.getRoot().lookup(".manuscript");
  }

  private String text() {
    return area().getText();
  }

  private galley.ui.shell.MainView open() {
    return wiring.view().orElseThrow();
  }

  private Review review() {
    return fx(() ->
        wiring.model().map(MainModel::open).flatMap(open -> open.shown()).orElseThrow().review());
  }

  private void command(String id) {
    open().actions().find(id).orElseThrow().run().run();
  }
}
