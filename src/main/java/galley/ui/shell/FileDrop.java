package galley.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/**
 * Takes posts and reviews that are dropped anywhere on the window, the page beside the text
 * included. Pictures are left to the text. On the JavaFX thread.
 */
final class FileDrop {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
  private static final List<String> TAKEN =
      List.of(".galley", ".docx", ".md", ".markdown", ".mdx", ".txt", ".html", ".htm", ".zip");

  private final Region node;
  private final Consumer<List<Path>> files;

  /**
   * @param files is given what was dropped
   */
  FileDrop(Region node, Consumer<List<Path>> files) {
    this.node = node;
    this.files = files;
  }

  /** Begins to take them, before what lies under the pointer can. */
  void install() {
    node.addEventFilter(
        DragEvent.DRAG_OVER,
        event -> {
          if (isTaken(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            node.pseudoClassStateChanged(DROPPING, true);
            event.consume();
          }
        });
    node.addEventFilter(
        DragEvent.DRAG_DROPPED,
        event -> {
          node.pseudoClassStateChanged(DROPPING, false);
          if (isTaken(event)) {
            files.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
          }
        });
    node.addEventHandler(DragEvent.DRAG_EXITED, _ -> node.pseudoClassStateChanged(DROPPING, false));
  }

  private static boolean isTaken(DragEvent event) {
    return event.getDragboard().hasFiles()
        && !event.getDragboard().getFiles().isEmpty()
        && event.getDragboard().getFiles().stream().allMatch(FileDrop::isTaken);
  }

  private static boolean isTaken(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return TAKEN.stream().anyMatch(name::endsWith);
  }
}
