package galley.app;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.Settings;
import galley.ui.editor.EditorView;
import galley.ui.kit.EmptyState;
import galley.ui.kit.Fx;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import galley.ui.kit.Trouble;
import galley.ui.library.LibraryModel;
import galley.ui.library.LibraryView;
import galley.ui.preview.PreviewView;
import galley.ui.shell.BareFrame;
import galley.ui.shell.MainModel;
import galley.ui.shell.MainView;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/**
 * Builds the window and everything in it, by hand. The window shows its frame at once; the library
 * is opened beside it. On the JavaFX thread.
 */
final class Wiring {
  private static final Logger LOG = Logger.getLogger(Wiring.class.getName());

  private final Stage stage;
  private final Path folder;
  private final Clock clock;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Layers layers = new Layers(BareFrame.node());
  private final Scene scene = new Scene(layers, WindowPlace.WIDTH, WindowPlace.HEIGHT);
  private final WindowPlace place;
  private final Executor background =
      Executors.newFixedThreadPool(
          2, task -> Thread.ofPlatform().daemon().name("galley-text").unstarted(task));
  private Optional<Desktop> desktop = Optional.empty();
  private Optional<String> refusal = Optional.empty();

  /** What there is once the library is open. */
  private record Desktop(Desk desk, MainModel model, MainView view) {}

  Wiring(Stage stage, Path folder, Clock clock) {
    this.stage = stage;
    this.folder = folder;
    this.clock = clock;
    place = new WindowPlace(stage);
  }

  /**
   * Shows the window and opens the library.
   *
   * @param files to bring in once it is open
   */
  void start(List<Path> files) {
    start(files, opening(folder, clock));
  }

  /** As {@link #start(List)}, with a library whose opening has begun. */
  void start(List<Path> files, CompletableFuture<Desk> opening) {
    Settings remembered = Settings.peek(folder);
    Look.dress(scene);
    Look.theme(scene, MainModel.theme(remembered.preferences().appearance()));
    stage.setTitle(Messages.text("app.name"));
    stage.setMinWidth(560);
    stage.setMinHeight(420);
    stage.setScene(scene);
    place.restore(remembered.window());
    stage.setOnCloseRequest(event -> {
      event.consume();
      quit();
    });
    // A library that is open by now needs no frame without it.
    boolean ready = opening.isDone();
    if (ready) {
      open(files, opening);
    }
    stage.show();
    if (!ready) {
      open(files, opening);
    }
  }

  /** Completes when the window is closed and everything is written. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  Optional<MainView> view() {
    return desktop.map(Desktop::view);
  }

  Optional<MainModel> model() {
    return desktop.map(Desktop::model);
  }

  /** Why the library is not open, as the window says it. */
  Optional<String> refusal() {
    return refusal;
  }

  private void open(List<Path> files, CompletableFuture<Desk> opening) {
    Fx.deliver(opening, desk -> build(desk, files), failure -> refuse(failure, files));
  }

  /** Begins to open a library, on a thread of its own. */
  static CompletableFuture<Desk> opening(Path folder, Clock clock) {
    CompletableFuture<Desk> opening = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("galley-open")
        .start(() -> {
          try {
            opening.complete(Desk.open(folder, clock, DeskOptions.window()));
          } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "The library could not be opened", e);
            opening.completeExceptionally(e);
          }
        });
    return opening;
  }

  private void build(Desk desk, List<Path> files) {
    EditorView editor = new EditorView(background);
    LibraryModel library = new LibraryModel(desk, failure -> Trouble.show(scene, failure));
    MainModel model = new MainModel(desk, editor, library, scene);
    PreviewView preview = new PreviewView(desk::media, desk.pictures());
    MainView view =
        new MainView(
            new MainView.Parts(editor, new LibraryView(library, clock, model::wish), preview),
            model,
            clock,
            this::quit);
    desktop = Optional.of(new Desktop(desk, model, view));
    Rest.follow(scene);
    layers.content(view.node());
    place.follow(desk.settings());
    stage
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            model.flush();
          }
        });
    model.openLast();
    view.tellOpening(desk.opening());
    model.bring(files);
    Trouble.follow(desk, scene);
    desk.onAsked(more -> Fx.run(() -> comeForward(more)));
  }

  private void comeForward(List<Path> files) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    desktop.ifPresent(now -> now.model().bring(files));
  }

  private void refuse(Throwable failure, List<Path> files) {
    refusal = Optional.of(Trouble.words(failure));
    Button again = new Button(Messages.text("app.again"));
    again.getStyleClass().add("primary");
    again.setOnAction(_ -> {
      refusal = Optional.empty();
      layers.content(BareFrame.node());
      open(files, opening(folder, clock));
    });
    Button quit = new Button(Messages.text("app.quit"));
    quit.setOnAction(_ -> end());
    layers.content(
        new EmptyState(Messages.text("app.not-open"), refusal.orElse(""), List.of(again, quit))
            .node());
  }

  /** Writes what is left, closes the window, and lets the library go. */
  void quit() {
    if (desktop.isEmpty()) {
      end();
      return;
    }
    Desktop now = desktop.get();
    if (now.view().publishing().isBusy()) {
      now.view().publishing().askToLeave(this::quit);
      return;
    }
    place.remember(now.desk().settings());
    Fx.deliver(
        now.model().open().leave(),
        _ -> close(now),
        failure -> now.view().askToLose(Trouble.words(failure), () -> close(now)));
  }

  private void close(Desktop now) {
    stage.hide();
    desktop = Optional.empty();
    now.view().close();
    Thread.ofPlatform()
        .name("galley-close")
        .start(() -> {
          try {
            now.desk().close();
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The library could not be closed in order", e);
          }
          Fx.run(this::end);
        });
  }

  private void end() {
    stage.hide();
    ended.complete(null);
  }
}
