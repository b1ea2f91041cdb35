package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DraftSession;
import galley.ui.editor.EditorView;
import galley.ui.history.HistoryView;
import galley.ui.history.OutlineView;
import galley.ui.history.Revisions;
import galley.ui.kit.Toasts;
import galley.ui.preview.PreviewView;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;

/** Keeps outline and history with the open post. */
final class SideLink {
  private final OutlineView outline = new OutlineView();
  private final HistoryView history;
  private final EditorView editor;
  private final PreviewView preview;
  private final OpenPost open;
  private final Scene scene;

  SideLink(MainModel model, EditorView editor, PreviewView preview, Clock clock) {
    this.editor = editor;
    this.preview = preview;
    open = model.open();
    scene = model.scene();
    Desk desk = model.desk();
    history =
        new HistoryView(
            new Revisions(
                desk::revisions,
                desk::revision,
                editor::draft,
                naming ->
                    naming
                        .revision()
                        .map(revision -> desk.name(revision, naming.name()))
                        .orElseGet(() -> desk.milestone(naming.post(), naming.name())),
                this::restore),
            clock);
  }

  private CompletableFuture<?> restore(UUID revision) {
    return open.session()
        .get()
        .<CompletableFuture<?>>map(session -> session.restore(revision))
        .orElseGet(() -> CompletableFuture.completedFuture(revision));
  }

  /** Adds the tabs, and begins to follow. */
  void install(RightPane right) {
    right.add(
        RightPane.Tab.OUTLINE, Messages.text("shell.tab.outline"), outline::node, Optional.empty());
    right.add(
        RightPane.Tab.HISTORY, Messages.text("shell.tab.history"), history::node, Optional.empty());
    outline.onGoTo(editor::goToLine);
    preview.model().body().subscribe(body -> body.ifPresentOrElse(outline::show, outline::clear));
    editor.place().addListener((_, _, now) -> outline.at(now.line()));
    history.onRestored((title, undo) ->
        Toasts.offer(
            scene, Messages.text("shell.restored", title), Messages.text("shell.undo"), undo));
    open.session().addListener((_, _, now) -> follow(now));
    open.state().addListener((_, _, _) -> reload(right));
    right.shown().addListener((_, _, _) -> reload(right));
    follow(open.session().get());
  }

  private void reload(RightPane right) {
    if (right.shown().get() == RightPane.Tab.HISTORY && open.id().isPresent()) {
      history.reload();
    }
  }

  private void follow(Optional<DraftSession> session) {
    session.map(DraftSession::id).ifPresentOrElse(history::open, history::shut);
  }

  void close() {
    history.close();
  }
}
