package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DraftSession;
import galley.desk.Preferences;
import galley.desk.Preferences.Appearance;
import galley.desk.Preferences.Mode;
import galley.post.PostSummary;
import galley.post.Stage;
import galley.ui.editor.EditorView;
import galley.ui.kit.Fx;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import galley.ui.kit.Toasts;
import galley.ui.kit.Trouble;
import galley.ui.library.FirstHit;
import galley.ui.library.LibraryModel;
import galley.ui.library.Wish;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** Decides what the window shows and does, and remembers how a person likes it. */
public final class MainModel {
  private static final String SIZE = "shell.size";
  private static final String STILL = "shell.still";
  private static final double[] ZOOMS = {
    0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4
  };

  private final Desk desk;
  private final Scene scene;
  private final LibraryModel library;
  private final EditorView editor;
  private final OpenPost open;
  private final PostDeeds deeds;
  private final BringIn bringIn;
  private final Exchange exchange;
  private final Arriving arriving;
  private final ObjectProperty<Mode> mode;
  private final ObjectProperty<Appearance> appearance;
  private final DoubleProperty zoom;
  private final DoubleProperty size;
  private final BooleanProperty sync;
  private final BooleanProperty still;
  private final BooleanProperty libraryShown;
  private final BooleanProperty reading = new SimpleBooleanProperty();
  private final BooleanBinding hasPost;

  public MainModel(Desk desk, EditorView editor, LibraryModel library, Scene scene) {
    this.desk = desk;
    this.scene = scene;
    this.library = library;
    this.editor = editor;
    open = new OpenPost(desk, editor, this::trouble);
    deeds = new PostDeeds(open, editor, library, scene, this::trouble);
    exchange = new Exchange(this, editor);
    arriving = new Arriving(this);
    bringIn = new BringIn(desk, scene, open::open, this::trouble);
    Preferences now = desk.settings().preferences();
    mode = new SimpleObjectProperty<>(now.mode());
    appearance = new SimpleObjectProperty<>(now.appearance());
    zoom = new SimpleDoubleProperty(now.zoom());
    size = new SimpleDoubleProperty(size(desk.settings().other(SIZE, "1")));
    sync = new SimpleBooleanProperty(now.scrollSync());
    still = new SimpleBooleanProperty(Boolean.parseBoolean(desk.settings().other(STILL, "false")));
    libraryShown = new SimpleBooleanProperty(now.libraryShown());
    hasPost = Bindings.createBooleanBinding(() -> open.session().get().isPresent(), open.session());
    mode.addListener((_, _, to) -> change(p -> p.withMode(to)));
    zoom.addListener((_, _, to) -> change(p -> p.withZoom(to.doubleValue())));
    sync.addListener((_, _, to) -> change(p -> p.withScrollSync(to)));
    appearance.addListener((_, _, to) -> {
      change(p -> p.withAppearance(to));
      Look.theme(scene, theme(to));
    });
    still.addListener((_, _, to) -> {
      desk.settings().remember(STILL, to.toString());
      Look.still(scene, to);
    });
    size.addListener((_, _, to) -> desk.settings().remember(SIZE, to.toString()));
    libraryShown.addListener(
        (_, _, to) -> change(p -> p.withPanes(p.libraryWidth(), p.rightWidth(), to)));
    open.session()
        .addListener((_, _, session) -> library.current().set(session.map(DraftSession::id)));
    Look.theme(scene, theme(now.appearance()));
    Look.still(scene, still.get());
  }

  private static double size(String remembered) {
    try {
      return Math.clamp(Double.parseDouble(remembered), 0.8, 2.5);
    } catch (NumberFormatException e) {
      return 1; // edited by hand
    }
  }

  /** What the window wears for a preference. */
  public static Theme theme(Appearance appearance) {
    return switch (appearance) {
      case SYSTEM -> Theme.SYSTEM;
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }

  private void change(UnaryOperator<Preferences> change) {
    desk.settings().change(change);
  }

  /** Opens the post that was open last, or the newest one there is. */
  public void openLast() {
    Fx.deliver(
        desk.posts(),
        posts -> {
          Optional<UUID> last =
              desk.settings()
                  .lastPost()
                  .filter(id -> posts.stream().anyMatch(post -> post.id().equals(id)));
          last.or(() -> posts.stream().map(PostSummary::id).findFirst()).ifPresent(open::open);
        },
        this::trouble);
  }

  /** Does what the library pane asks for. */
  public void wish(Wish wish) {
    switch (wish) {
      case Wish.Open(UUID post, var excerpts) -> open.open(post, () -> showHit(excerpts));
      case Wish.Create() -> deeds.create();
      case Wish.Duplicate(UUID post) -> deeds.duplicate(post);
      case Wish.Delete(UUID post) -> deeds.delete(post);
      case Wish.Restore(UUID post) -> deeds.putBack(post);
      case Wish.Rename(UUID post, String headline) -> deeds.rename(post, headline);
      case Wish.Move(List<UUID> posts, var stage) -> deeds.move(posts, stage);
      case Wish.BringIn(List<Path> files) -> bring(files);
    }
  }

  private void showHit(List<String> excerpts) {
    FirstHit.in(editor.body(), excerpts).ifPresent(editor::showHit);
  }

  /** Brings files in, opens the first post that comes, and reports. */
  public void bring(List<Path> files) {
    arriving.bring(files, bringIn::bring);
  }

  /** What goes out for review. */
  Exchange exchange() {
    return exchange;
  }

  void move(UUID post, Stage stage) {
    deeds.move(post, stage);
  }

  void create() {
    deeds.create();
  }

  void duplicate(UUID post) {
    deeds.duplicate(post);
  }

  void delete(UUID post) {
    deeds.delete(post);
  }

  /** Brings the example in, again where it is there already, and opens it. */
  void example() {
    Fx.deliver(
        desk.sample(),
        report -> report.posts().stream().findFirst().ifPresent(post -> open.open(post.id())),
        this::trouble);
  }

  /** Makes a backup now, and says so. */
  void backUp() {
    Fx.deliver(
        desk.keeping().backUp(),
        _ -> Toasts.say(scene, Messages.text("shell.backed-up")),
        this::trouble);
  }

  /** Writes everything now, and says so. */
  void save() {
    open.session()
        .get()
        .ifPresent(session ->
            Fx.deliver(
                session.flushed(),
                _ -> Toasts.say(scene, Messages.text("shell.saved.now")),
                this::trouble));
  }

  /** Writes what was typed soon: the window lost the keyboard. */
  public void flush() {
    open.remember();
    open.session().get().ifPresent(DraftSession::flush);
  }

  /** Keeps the post as it stands under a name. */
  void keep(String name) {
    open.id()
        .ifPresent(post ->
            Fx.deliver(
                desk.milestone(post, name),
                _ -> Toasts.say(scene, Messages.text("shell.kept", name)),
                this::trouble));
  }

  void trouble(Throwable failure) {
    Trouble.show(scene, failure);
  }

  void zoomIn() {
    for (double step : ZOOMS) {
      if (step > zoom.get() + 0.01) {
        zoom.set(step);
        return;
      }
    }
  }

  void zoomOut() {
    for (int i = ZOOMS.length - 1; i >= 0; i--) {
      if (ZOOMS[i] < zoom.get() - 0.01) {
        zoom.set(ZOOMS[i]);
        return;
      }
    }
  }

  public Desk desk() {
    return desk;
  }

  Scene scene() {
    return scene;
  }

  LibraryModel library() {
    return library;
  }

  public OpenPost open() {
    return open;
  }

  ObjectProperty<Mode> mode() {
    return mode;
  }

  ObjectProperty<Appearance> appearance() {
    return appearance;
  }

  DoubleProperty zoom() {
    return zoom;
  }

  /** The size of the interface's text; 1 is as designed. */
  DoubleProperty size() {
    return size;
  }

  BooleanProperty sync() {
    return sync;
  }

  /** Whether nothing glides, whatever the system says. */
  BooleanProperty still() {
    return still;
  }

  BooleanProperty libraryShown() {
    return libraryShown;
  }

  /** Whether a post is in the editor. */
  BooleanBinding hasPost() {
    return hasPost;
  }

  /** Whether the post is being read in another view, so that its text can't be edited. */
  BooleanProperty reading() {
    return reading;
  }
}
