package galley.ui.editor;

import galley.markdown.Markdown;
import galley.text.Words;
import galley.ui.kit.Fx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;

/** Counts the words readers will read, in the background, after a pause in typing. */
final class Counting {
  private static final Logger LOG = Logger.getLogger(Counting.class.getName());

  private final Surface area;
  private final Executor background;
  private final PauseTransition pause = new PauseTransition(Duration.millis(300));
  private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(Count.NOTHING);
  private int asked;

  Counting(Surface area, Executor background) {
    this.area = area;
    this.background = background;
    pause.setOnFinished(_ -> now());
  }

  void install() {
    var _ = area.multiPlainChanges().subscribe(_ -> pause.playFromStart());
  }

  ReadOnlyObjectProperty<Count> count() {
    return count.getReadOnlyProperty();
  }

  void now() {
    pause.stop();
    int ask = ++asked;
    ReadOnlyStyledDocument<?, ?, ?> text = area.getContent().snapshot();
    Fx.deliver(
        CompletableFuture.supplyAsync(() -> count(text.getText()), background),
        result -> {
          if (ask == asked) {
            count.set(result);
          }
        },
        failure -> LOG.log(Level.WARNING, "The words could not be counted", failure));
  }

  private static Count count(String body) {
    int words = Markdown.parse(body).words();
    return new Count(words, body.codePointCount(0, body.length()), Words.readingMinutes(words));
  }
}
