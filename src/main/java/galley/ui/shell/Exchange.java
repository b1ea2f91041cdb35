package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Arrival;
import galley.desk.Choices;
import galley.desk.PackRequest;
import galley.desk.Packed;
import galley.post.Post;
import galley.post.Revision;
import galley.post.Stage;
import galley.text.Slug;
import galley.ui.editor.EditorView;
import galley.ui.kit.Fx;
import galley.ui.kit.Outside;
import galley.ui.kit.Toasts;
import galley.ui.review.ArrivalView;
import galley.ui.review.SendView;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.stage.FileChooser;

/** Sends posts for review and takes them in again. On the JavaFX thread. */
final class Exchange {
  private static final String END = ".galley";

  private final MainModel model;
  private final EditorView editor;

  Exchange(MainModel model, EditorView editor) {
    this.model = model;
    this.editor = editor;
  }

  static boolean isPacket(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(END);
  }

  /** Asks what goes along, where the file goes, and writes it. */
  void send() {
    model
        .open()
        .id()
        .ifPresent(post -> {
          String headline = editor.details().headline();
          new SendView(
                  headline.isBlank() ? Messages.text("shell.untitled") : headline,
                  editor.images(),
                  editor.details().stage() == Stage.DRAFT,
                  wanted -> choose(post, wanted))
              .open(model.scene());
        });
  }

  private void choose(UUID post, SendView.Wanted wanted) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("shell.send.where"));
    chooser.setInitialFileName(Slug.of(editor.details().headline()) + END);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Messages.text("shell.send.file"), "*" + END));
    File file = chooser.showSaveDialog(model.scene().getWindow());
    if (file != null) {
      send(post, wanted, file.toPath());
    }
  }

  /** Writes the file. */
  void send(UUID post, SendView.Wanted wanted, Path file) {
    if (wanted.move()) {
      model.move(post, Stage.IN_REVIEW);
    }
    Fx.deliver(
        model
            .desk()
            .reviewing()
            .pack(post, new PackRequest(file, wanted.pictures(), PackRequest.History.NONE, "")),
        this::sent,
        model::trouble);
  }

  private void sent(Packed packed) {
    Toasts.offer(
        model.scene(),
        Messages.text(
            "shell.send.done",
            packed.file().getFileName(),
            packed.round(),
            packed.annotations(),
            packed.pictures()),
        Messages.text("shell.send.show"),
        () -> Outside.show(packed.file().resolveSibling("").toAbsolutePath()));
  }

  /** Shows what packets bring, one after the other. */
  void arrive(List<Path> files) {
    if (!files.isEmpty()) {
      List<Path> rest = files.subList(1, files.size());
      Fx.deliver(
          model.desk().reviewing().look(files.getFirst()),
          arrival ->
              new ArrivalView(arrival, choices -> merge(arrival, choices), () -> arrive(rest))
                  .open(model.scene()),
          failure -> {
            model.trouble(failure);
            arrive(rest);
          });
    }
  }

  private void merge(Arrival arrival, Choices choices) {
    Fx.deliver(
        model.desk().reviewing().merge(arrival, choices),
        post -> merged(arrival, post),
        model::trouble);
  }

  private void merged(Arrival arrival, Post post) {
    model
        .open()
        .open(
            post.id(),
            () -> {
              if (arrival.merge().isPresent()) {
                Toasts.offer(
                    model.scene(),
                    Messages.text("shell.arrival.done"),
                    Messages.text("shell.undo"),
                    () -> undo(post.id()));
              }
            });
  }

  /** Makes the text before the newest revision the newest again. */
  private void undo(UUID post) {
    Fx.deliver(
        model.desk().revisions(post),
        all -> {
          List<Revision> newest =
              all.stream().sorted((a, b) -> Long.compare(b.number(), a.number())).toList();
          if (newest.size() > 1) {
            model
                .open()
                .shown()
                .ifPresent(session ->
                    Fx.deliver(session.restore(newest.get(1).id()), _ -> {}, model::trouble));
          }
        },
        model::trouble);
  }
}
