package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.DraftSession;
import galley.desk.Preferences;
import galley.desk.Preferences.Mode;
import galley.desk.SaveState;
import galley.markdown.ParsedBody;
import galley.post.Post;
import galley.post.Stage;
import galley.store.Opening;
import galley.ui.editor.EditorView;
import galley.ui.kit.EmptyState;
import galley.ui.kit.Look;
import galley.ui.kit.Sheet;
import galley.ui.library.LibraryView;
import galley.ui.preview.PreviewView;
import galley.ui.publish.PublishView;
import galley.ui.review.ReviewModel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The window's content: the top bar, three panes and the status bar. On the JavaFX thread. */
public final class MainView {
  private static final int LETTER = 13;

  /** The features the window joins. */
  public record Parts(EditorView editor, LibraryView library, PreviewView preview) {}

  private final BorderPane node = new BorderPane();
  private final Parts parts;
  private final MainModel model;
  private final Actions actions = new Actions();
  private final TopBar top;
  private final StatusBar status;
  private final RightPane right;
  private final Panes panes;
  private final PaneWidths widths;
  private final Palette palette;
  private final Region empty;
  private final SideLink side;
  private final ReviewLink review;
  private final PublishLink publishing;
  private final PauseTransition moved = new PauseTransition(Duration.millis(50));
  private Optional<Stage> shownStage = Optional.empty();
  private RightPane.Tab other = RightPane.Tab.PREVIEW;

  public MainView(Parts parts, MainModel model, Clock clock, Runnable quit) {
    this.parts = parts;
    this.model = model;
    node.getStyleClass().add("main");
    node.getStylesheets().add(Look.sheet("shell"));
    top = new TopBar(stage -> model.open().id().ifPresent(post -> model.move(post, stage)));
    status = new StatusBar(clock, () -> model.zoom().set(1));
    right = new RightPane(() -> model.mode().set(Mode.WRITE));
    palette = new Palette(new Choices(actions, model)::all);
    empty = nothingHere();
    empty.managedProperty().bind(empty.visibleProperty());
    StackPane middle = new StackPane(empty, parts.editor().node());
    middle.getStyleClass().add("middle");
    widths = new PaneWidths(model.desk().settings());
    panes = new Panes(parts.library().node(), middle, right.node(), this::widened);
    node.setTop(top.node());
    node.setCenter(panes);
    node.setBottom(status.node());
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (actions.press(event, parts.editor().node())) {
            event.consume();
          }
        });
    bind();
    new PreviewLink(parts.editor(), parts.preview(), model).install(right);
    review = new ReviewLink(model, parts.editor(), clock, middle);
    review.install(right);
    review.onSuggesting(status::work);
    review.onStages(
        moves -> top.stageBy(moves.isEmpty() ? Optional.empty() : Optional.of(moves.getLast())));
    side = new SideLink(model, parts.editor(), parts.preview(), clock);
    side.install(right);
    DetailsLink details = new DetailsLink(model, parts.editor(), clock);
    details.install();
    right.show(model.mode().get() == Mode.REVIEW ? RightPane.Tab.REVIEW : RightPane.Tab.PREVIEW);
    publishing = new PublishLink(model, details::goTo, () -> run("sites"));
    new Commands(this, parts, new Asking(model, parts.editor(), details::goTo), quit)
        .addTo(actions);
    publishing.addTo(actions);
    new ReviewCommands(review, model.exchange(), model.hasPost()).addTo(actions);
    new SiteCommands(model, site -> publishing.publish(Optional.of(site))).addTo(actions);
    parts.editor().onEdited(this::edited);
    model.open().onShownAgain(this::shownAgain);
    new FileDrop(node, model::bring).install();
    AppMenu.fill(top.menu(), actions);
  }

  /** Says in plain words what happened while the library was opened, where a person should know. */
  public void tellOpening(Opening opening) {
    if (!opening.sentences().isEmpty()) {
      ReportLine.sheet(
              Messages.text("shell.opening"),
              Messages.text("shell.opening.sub"),
              opening.sentences().stream()
                  .map(line -> new ReportLine(ReportLine.Kind.PLAIN, line))
                  .toList())
          .open(model.scene());
    }
  }

  /** Asks whether to close although the newest words could not be written. */
  public void askToLose(String why, Runnable close) {
    Button stay = new Button(Messages.text("shell.lose.stay"));
    stay.getStyleClass().add("primary");
    Button go = new Button(Messages.text("shell.lose.go"));
    go.getStyleClass().add("danger");
    Sheet sheet = new Sheet(Messages.text("shell.lose"), why, () -> {});
    stay.setOnAction(_ -> sheet.close());
    go.setOnAction(_ -> {
      sheet.close();
      close.run();
    });
    sheet.width(520).foot(List.of(go), List.of(stay)).open(model.scene());
  }

  /** The sheet that publishes. */
  public PublishView publishing() {
    return publishing.view();
  }

  /** Stops following the post; the window is closing. */
  public void close() {
    side.close();
    review.close();
    publishing.view().close();
    parts.preview().close();
    model.library().close();
  }

  /** What to lay into the window. */
  public Region node() {
    return node;
  }

  /** Every command, for those who look for one by its name. */
  public Actions actions() {
    return actions;
  }

  /** The notes of the open post, as the window shows them. */
  public ReviewModel reviewed() {
    return review.view().model();
  }

  RightPane right() {
    return right;
  }

  void openPalette() {
    palette.open(model.scene());
  }

  private void bind() {
    Preferences preferences = model.desk().settings().preferences();
    panes.widths(preferences.libraryWidth(), widths.beside(model.mode().get()));
    top.modes().value().bindBidirectional(model.mode());
    top.commands().setOnAction(_ -> openPalette());
    top.send().setOnAction(_ -> run("send"));
    top.send().disableProperty().bind(model.hasPost().not());
    top.export().setOnAction(_ -> run("export"));
    top.export().disableProperty().bind(model.hasPost().not());
    model
        .mode()
        .addListener((_, before, now) -> {
          agree(now);
          if (before == Mode.REVIEW || now == Mode.REVIEW) {
            panes.widths(panes.leftWidth(), widths.beside(now));
          }
          arrange();
          if (now == Mode.FOCUS && model.hasPost().get()) {
            parts.editor().focusBody(); // else no paragraph is the current one
          }
        });
    model.libraryShown().addListener((_, _, _) -> arrange());
    right
        .shown()
        .addListener((_, _, now) -> {
          agree(now);
          arrange();
        });
    model.size().addListener((_, _, _) -> resize());
    model
        .zoom()
        .subscribe(now -> {
          parts.editor().zoom(now.doubleValue());
          status.zoom(now.doubleValue());
        });
    model.open().session().addListener((_, _, now) -> show(now));
    model.library().loaded().addListener((_, _, _) -> show(model.open().session().get()));
    model
        .open()
        .state()
        .addListener((_, _, now) -> {
          status.state(now);
          listAsWritten();
        });
    // A moment later, so that a key's own pixels wait for nothing else.
    moved.setOnFinished(_ -> tellPlace());
    parts.editor().place().addListener((_, _, _) -> moved.play());
    parts.preview().model().body().addListener((_, _, _) -> tellRead());
    arrange();
    resize();
    show(model.open().session().get());
    status.state(Optional.empty());
  }

  private void show(Optional<DraftSession> session) {
    boolean open = session.isPresent();
    parts.editor().node().setVisible(open);
    empty.setVisible(!open && model.library().loaded().get());
    shownStage = Optional.empty();
    top.stage(shownStage);
    tellStage();
    tellPlace();
    tellRead();
  }

  private void edited() {
    model.open().edited();
    parts.preview().changed();
    review.edited();
    tellStage();
  }

  /** A packet was taken in, or a revision brought back: nobody wrote that in the editor. */
  private void shownAgain() {
    parts.preview().changed();
    review.shownAgain();
    tellStage();
  }

  private void tellStage() {
    Stage now = parts.editor().details().stage();
    if (model.hasPost().get() && !shownStage.equals(Optional.of(now))) {
      shownStage = Optional.of(now);
      top.stage(shownStage);
    }
  }

  private void tellPlace() {
    if (model.hasPost().get()) {
      var place = parts.editor().place().get();
      status.position(place.line() + 1, place.column() + 1);
    } else {
      status.position(0, 0);
    }
  }

  /** Says what was read of the text a moment ago. */
  private void tellRead() {
    Optional<ParsedBody> body = parts.preview().model().body().get();
    if (!model.hasPost().get()) {
      status.noLength();
    } else if (body.isPresent()) {
      status.length(body.get());
      listAsWritten();
    }
  }

  /** Shows the open post in the list as it was last written down. */
  private void listAsWritten() {
    Optional<SaveState> saved =
        model.open().state().get().filter(state -> state.kind() == SaveState.Kind.SAVED);
    Optional<ParsedBody> body = parts.preview().model().body().get();
    if (saved.isPresent() && body.isPresent()) {
      model
          .open()
          .id()
          .ifPresent(post ->
              model.library().follow(post, model.open().details(), body.get(), saved.get().at()));
    }
  }

  /** The tab of the review and the mode go together. */
  private void agree(Mode mode) {
    if (mode == Mode.REVIEW) {
      right.show(RightPane.Tab.REVIEW);
    } else if (mode == Mode.SPLIT && right.shown().get() == RightPane.Tab.REVIEW) {
      right.show(other);
    }
  }

  private void agree(RightPane.Tab tab) {
    if (tab != RightPane.Tab.REVIEW) {
      other = tab;
    }
    if (model.mode().get() == Mode.REVIEW && tab != RightPane.Tab.REVIEW) {
      model.mode().set(Mode.SPLIT);
    } else if (model.mode().get() == Mode.SPLIT && tab == RightPane.Tab.REVIEW) {
      model.mode().set(Mode.REVIEW);
    }
  }

  private void arrange() {
    Mode mode = model.mode().get();
    parts.editor().focusMode(mode == Mode.FOCUS);
    boolean beside = mode == Mode.SPLIT || mode == Mode.REVIEW;
    panes.wants(model.libraryShown().get() && mode != Mode.FOCUS, beside);
    parts.preview().setShowing(mode == Mode.SPLIT && right.shown().get() == RightPane.Tab.PREVIEW);
  }

  private void resize() {
    double size = model.size().get();
    model.scene().getRoot().setStyle("-fx-font-size: " + LETTER * size + "px");
    parts.editor().lettering(LETTER * size);
    panes.least(new Panes.Least(190 * size, 420 * Math.min(size, 1.2), 325 * size));
  }

  private void widened() {
    widths.remember(model.mode().get(), panes.leftWidth(), panes.rightWidth());
  }

  void run(String command) {
    actions.find(command).filter(Command::isEnabled).ifPresent(found -> found.run().run());
  }

  private Region nothingHere() {
    Button create = new Button(Messages.text("shell.empty.new"));
    create.getStyleClass().add("primary");
    create.setOnAction(_ -> run("new"));
    Button bring = new Button(Messages.text("shell.empty.import"));
    bring.setOnAction(_ -> run("import"));
    Button example = new Button(Messages.text("shell.empty.example"));
    example.setOnAction(_ -> run("example"));
    return new EmptyState(
            Messages.text("shell.empty.title"),
            Messages.text("shell.empty.text"),
            List.of(create, bring, example))
        .node();
  }

  /** The open post as the window has it. */
  Optional<Post> post() {
    return model
        .open()
        .session()
        .get()
        .map(DraftSession::post)
        .map(saved ->
            new Post(
                saved.id(),
                model.open().snapshot().get(),
                saved.version(),
                saved.created(),
                saved.changed()));
  }
}
