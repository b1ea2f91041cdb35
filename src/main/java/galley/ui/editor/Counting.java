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

/**
 * Counts the words readers will read, in the background, at a pause in typing, or twice a second.
 */
final class Counting {
  private static final Logger LOG = Logger.getLogger(Counting.class.getName());

  private final Surface area;
  private final Executor background;
  private final PauseTransition pause = new PauseTransition(Duration.millis(300));
  private final PauseTransition longest = new PauseTransition(Duration.millis(500));
  private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(Count.NOTHING);
  private int asked;
  private int shown;

  Counting(Surface area, Executor background) {
    this.area = area;
    this.background = background;
    pause.setOnFinished(_ -> now());
    longest.setOnFinished(_ -> now());
  }

  void install() {
    var _ =
        area.multiPlainChanges()
            .subscribe(_ -> {
              pause.playFromStart();
              longest.play(); // goes on where it already runs
            });
  }

  ReadOnlyObjectProperty<Count> count() {
    return count.getReadOnlyProperty();
  }

  void now() {
    pause.stop();
    longest.stop();
    int ask = ++asked;
    ReadOnlyStyledDocument<?, ?, ?> text = area.getContent().snapshot();
    Fx.deliver(
        CompletableFuture.supplyAsync(() -> count(text.getText()), background),
        result -> {
          if (ask > shown) {
            shown = ask;
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
