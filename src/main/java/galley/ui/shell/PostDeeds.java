package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.post.Draft;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import galley.post.Stage;
import galley.ui.editor.EditorView;
import galley.ui.kit.Fx;
import galley.ui.kit.Toasts;
import galley.ui.library.LibraryModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;

/** What is done to whole posts: new, copied, renamed, moved on, deleted and brought back. */
final class PostDeeds {
  private final Desk desk;
  private final OpenPost open;
  private final EditorView editor;
  private final LibraryModel library;
  private final Scene scene;
  private final Consumer<Throwable> trouble;

  PostDeeds(
      OpenPost open,
      EditorView editor,
      LibraryModel library,
      Scene scene,
      Consumer<Throwable> trouble) {
    desk = open.desk();
    this.open = open;
    this.editor = editor;
    this.library = library;
    this.scene = scene;
    this.trouble = trouble;
  }

  /** Starts a post and opens it, with the keyboard in its headline. */
  void create() {
    Fx.deliver(desk.create(""), post -> open.open(post.id(), editor::focusHeadline), trouble);
  }

  void duplicate(UUID post) {
    Fx.deliver(settled(post).thenCompose(_ -> desk.duplicate(post)), this::show, trouble);
  }

  private void show(Post post) {
    open.open(post.id());
  }

  /** Moves a post to the bin, with a way back at once. */
  void delete(UUID post) {
    boolean wasOpen = isOpen(post);
    String name = name(post);
    CompletableFuture<Void> left =
        wasOpen ? open.leave() : CompletableFuture.<Void>completedFuture(null);
    Fx.deliver(
        left.handle((_, _) -> post).thenCompose(desk::bin),
        _ -> {
          if (wasOpen) {
            openNext(post);
          }
          Toasts.offer(
              scene,
              Messages.text("shell.deleted", name),
              Messages.text("shell.undo"),
              () -> undelete(post));
        },
        trouble);
  }

  private boolean isOpen(UUID post) {
    return open.id().filter(post::equals).isPresent();
  }

  private void openNext(UUID gone) {
    library.posts().stream()
        .map(PostSummary::id)
        .filter(id -> !id.equals(gone))
        .findFirst()
        .ifPresent(open::open);
  }

  /** Takes a post out of the bin, says so, and offers to open it. */
  void putBack(UUID post) {
    String name = name(post);
    Fx.deliver(
        desk.unbin(post),
        _ ->
            Toasts.offer(
                scene,
                Messages.text("shell.restored.post", name),
                Messages.text("shell.restored.open"),
                () -> open.open(post)),
        trouble);
  }

  /** Undoes a deletion: takes the post out of the bin and opens it. */
  private void undelete(UUID post) {
    Fx.deliver(desk.unbin(post), _ -> open.open(post), trouble);
  }

  void rename(UUID post, String headline) {
    if (isOpen(post)) {
      editor.details(editor.details().withHeadline(headline));
    } else {
      Fx.deliver(desk.rename(post, headline), _ -> {}, trouble);
    }
  }

  void move(UUID post, Stage stage) {
    if (isOpen(post)) {
      editor.details(editor.details().withStage(stage));
      return;
    }
    Fx.deliver(
        desk.change(post, draft -> at(draft, stage), Revision.Kind.AUTOSAVED), _ -> {}, trouble);
  }

  /** Moves posts to a stage as one step, with a way back at once. */
  void move(List<UUID> posts, Stage stage) {
    if (posts.size() == 1) {
      move(posts.getFirst(), stage);
      return;
    }
    Map<UUID, Stage> before = new LinkedHashMap<>();
    for (UUID post : posts) {
      library
          .summary(post)
          .map(PostSummary::stage)
          .filter(now -> now != stage)
          .ifPresent(now -> before.put(post, now));
    }
    Map<UUID, UnaryOperator<Draft>> there = new LinkedHashMap<>();
    Map<UUID, UnaryOperator<Draft>> back = new LinkedHashMap<>();
    before.forEach((post, was) -> {
      there.put(post, draft -> at(draft, stage));
      back.put(post, draft -> draft.details().stage() == stage ? at(draft, was) : draft);
    });
    Fx.deliver(
        desk.change(there, Revision.Kind.AUTOSAVED),
        moved ->
            Toasts.offer(
                scene,
                Messages.text("shell.moved", moved, TopBar.words(stage)),
                Messages.text("shell.undo"),
                () -> Fx.deliver(desk.change(back, Revision.Kind.AUTOSAVED), _ -> {}, trouble)),
        trouble);
  }

  private static Draft at(Draft draft, Stage stage) {
    return draft.withDetails(draft.details().withStage(stage));
  }

  /** Writes what was typed in this post, where it is open. */
  private CompletableFuture<Void> settled(UUID post) {
    return open.session().get().filter(now -> now.id().equals(post)).stream()
        .findFirst()
        .map(session -> session.flushed())
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private String name(UUID post) {
    Optional<String> headline = library.summary(post).map(PostSummary::headline);
    return headline.filter(words -> !words.isBlank()).orElse(Messages.text("shell.untitled"));
  }
}
