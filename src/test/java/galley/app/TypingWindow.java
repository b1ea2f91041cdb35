package galley.app;

import galley.desk.SaveState;
import galley.ui.shell.MainModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * The program's window in a process of its own, typed into at the end of a library's first post. It
 * says {@value #BEGIN} and {@value #END} around the typing, between what JavaFX's pulse log says.
 */
final class TypingWindow {
  static final String BEGIN = "typing begins";
  static final String END = "typing ends";
  private static final int BETWEEN_KEYS = 50; // milliseconds; faster than the preview's pause

  private final Stage stage = new Stage();
  private final Wiring wiring;

  private TypingWindow(Path library) {
    wiring = new Wiring(stage, library, Clock.system(ZoneId.systemDefault()));
    wiring.start(List.of());
    stage.setWidth(1440);
    stage.setHeight(900);
  }

  /** A library and the words to type. */
  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    Platform.startup(ready::countDown);
    ready.await();
    CompletableFuture<TypingWindow> made = new CompletableFuture<>();
    Platform.runLater(() -> made.complete(new TypingWindow(Path.of(arguments[0]))));
    made.join().type(arguments[1]);
    System.exit(0);
  }

  private void type(String words) throws InterruptedException {
    until(() -> state() == SaveState.Kind.SAVED);
    Scene scene = stage.getScene();
    on(() -> wiring.view().orElseThrow().actions().find("go-text").orElseThrow().run().run());
    on(() -> key(scene, pressed(KeyCode.END, true)));
    letters(scene, words); // the first words meet cold code and a preview that is being drawn
    until(() -> state() == SaveState.Kind.SAVED);
    TimeUnit.SECONDS.sleep(1);
    Node paper = scene.getRoot().lookup(".paper");
    Bounds place = paper.localToScene(paper.getLayoutBounds());
    System.err.println(BEGIN + " in %.0f-%.0f".formatted(place.getMinX(), place.getMaxX()));
    letters(scene, words);
    System.err.println(END);
  }

  private static void letters(Scene scene, String words) throws InterruptedException {
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      on(() -> {
        if (letter == '\n') {
          key(scene, pressed(KeyCode.ENTER, false));
        }
        String typed = letter == '\n' ? "\r" : String.valueOf(letter);
        key(
            scene,
            new KeyEvent(
                KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
      });
      TimeUnit.MILLISECONDS.sleep(BETWEEN_KEYS);
    }
  }

  private static KeyEvent pressed(KeyCode code, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
  }

  private static void key(Scene scene, KeyEvent event) {
    Node owner = scene.getFocusOwner();
    Event.fireEvent(owner == null ? scene.getRoot() : owner, event);
  }

  private SaveState.Kind state() {
    return wiring
        .model()
        .map(MainModel::open)
        .flatMap(open -> open.state().get())
        .map(SaveState::kind)
        .orElse(null);
  }

  private static void until(BooleanSupplier so) throws InterruptedException {
    boolean[] is = {false};
    while (!is[0]) {
      on(() -> is[0] = so.getAsBoolean());
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static void on(Runnable work) {
    CompletableFuture.runAsync(work, Platform::runLater).join();
  }
}
