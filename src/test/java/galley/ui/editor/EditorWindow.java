package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.unwatched;

import galley.post.Details;
import galley.post.Draft;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** A window with one editor in it, for tests. */
final class EditorWindow implements AutoCloseable {
  final EditorView editor;
  final Scene scene;
  private final Stage stage;

  EditorWindow(int width, int height) {
    editor = fx(() -> new EditorView(ForkJoinPool.commonPool()));
    scene =
        fx(() -> {
          // As in the program: the scene has its looks before it has an editor.
          Layers layers = new Layers(new Region());
          Scene window = new Scene(layers, width, height);
          Look.dress(window);
          layers.content(editor.node());
          return window;
        });
    stage =
        fx(() -> {
          Stage window = new Stage();
          window.setX(0);
          window.setY(0);
          window.setScene(scene);
          window.show();
          return window;
        });
    pulse();
  }

  /** A window on this body, the caret where the bar is, or at the start. */
  static EditorWindow on(String body) {
    EditorWindow window = new EditorWindow(700, 700);
    window.open(body);
    return window;
  }

  void open(String marked) {
    int bar = marked.indexOf('|');
    open(draft(bar < 0 ? marked : marked.substring(0, bar) + marked.substring(bar + 1)), bar);
  }

  void open(Draft draft, int caret) {
    // The first long text meets cold code; what opening costs is measured in the bench.
    var _ =
        unwatched(() -> {
          editor.open(draft, PictureStore.none(), Math.max(0, caret), -1);
          editor.focusBody();
          editor.node().layout();
          return true;
        });
    pulse();
  }

  static Draft draft(String body) {
    return new Draft(Details.draft("The ferry", "ferry"), body, List.of());
  }

  /** The body with a bar where the caret is, or bars around what is selected. */
  String state() {
    return fx(() -> {
      String text = editor.area().getText();
      int from = editor.area().getSelection().getStart();
      int to = editor.area().getSelection().getEnd();
      return from == to
          ? text.substring(0, from) + "|" + text.substring(from)
          : text.substring(0, from) + "|" + text.substring(from, to) + "|" + text.substring(to);
    });
  }

  String body() {
    return fx(editor::body);
  }

  void select(int from, int to) {
    run(() -> editor.area().selectRange(from, to));
  }

  void act(Consumer<TextActions> action) {
    run(() -> action.accept(editor.actions()));
  }

  @Override
  public void close() {
    run(stage::close);
  }
}
