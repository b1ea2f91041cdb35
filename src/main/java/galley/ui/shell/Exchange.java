package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.PackRequest;
import galley.desk.Packed;
import galley.post.Stage;
import galley.text.Slug;
import galley.ui.editor.EditorView;
import galley.ui.kit.Fx;
import galley.ui.kit.Outside;
import galley.ui.kit.Toasts;
import galley.ui.review.SendView;
import java.io.File;
import java.nio.file.Path;
import java.util.UUID;
import javafx.stage.FileChooser;

/** Sends posts for review. On the JavaFX thread. */
final class Exchange {
  private static final String END = ".galley";

  private final MainModel model;
  private final EditorView editor;

  Exchange(MainModel model, EditorView editor) {
    this.model = model;
    this.editor = editor;
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
    String end = wanted.format().map(format -> "." + format.end()).orElse(END);
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("shell.send.where"));
    chooser.setInitialFileName(name(wanted) + end);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind(wanted), "*" + end));
    File file = chooser.showSaveDialog(model.scene().getWindow());
    if (file != null) {
      send(post, wanted, file.toPath());
    }
  }

  /** What comes back under its slug is known again by that. */
  private String name(SendView.Wanted wanted) {
    return wanted.format().isPresent()
        ? editor.details().slug()
        : Slug.of(editor.details().headline());
  }

  private static String kind(SendView.Wanted wanted) {
    return switch (wanted.format().orElse(null)) {
      case DOCX -> Messages.text("shell.send.word");
      case CRITICMARKUP -> Messages.text("shell.send.marked");
      case null, default -> Messages.text("shell.send.file");
    };
  }

  /** Writes the file. */
  void send(UUID post, SendView.Wanted wanted, Path file) {
    if (wanted.move()) {
      model.move(post, Stage.IN_REVIEW);
    }
    if (wanted.format().isPresent()) {
      Fx.deliver(
          model.desk().reviewing().write(post, wanted.format().get(), file),
          written -> offer(written, Messages.text("shell.send.written", written.getFileName())),
          model::trouble);
      return;
    }
    Fx.deliver(
        model
            .desk()
            .reviewing()
            .pack(post, new PackRequest(file, wanted.pictures(), wanted.history(), wanted.note())),
        this::sent,
        model::trouble);
  }

  private void sent(Packed packed) {
    offer(
        packed.file(),
        Messages.text(
            "shell.send.done",
            packed.file().getFileName(),
            packed.round(),
            packed.annotations(),
            packed.pictures()));
  }

  private void offer(Path file, String words) {
    Toasts.offer(
        model.scene(),
        words,
        Messages.text("shell.send.show"),
        () -> Outside.show(file.resolveSibling("").toAbsolutePath()));
  }
}
