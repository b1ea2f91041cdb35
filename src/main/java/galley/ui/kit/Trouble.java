package galley.ui.kit;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskEvent;
import galley.desk.DeskException;
import galley.export.ExportException;
import galley.images.PictureException;
import galley.intake.IntakeException;
import galley.publish.PublishException;
import galley.store.StoreException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.control.Button;

/** Tells a person in plain words that something did not work. On the JavaFX thread. */
public final class Trouble {
  private static final Logger LOG = Logger.getLogger(Trouble.class.getName());

  private Trouble() {}

  /** The sentence to show: the failure's own where it was written for people. */
  public static String words(Throwable failure) {
    String message = failure.getMessage();
    boolean plain =
        failure instanceof DeskException
            || failure instanceof StoreException
            || failure instanceof IntakeException
            || failure instanceof ExportException
            || failure instanceof PictureException
            || failure instanceof PublishException;
    return plain && message != null
        ? message
        : Messages.text("kit.trouble", failure.getClass().getSimpleName(), String.valueOf(message));
  }

  /** Shows what goes wrong in the background too, for as long as the desk is open. */
  public static void follow(Desk desk, Scene scene) {
    var _ =
        desk.onChange(event -> {
          if (event instanceof DeskEvent.Trouble trouble) {
            Fx.run(() -> show(scene, new DeskException(trouble.message())));
          }
        });
  }

  /** Shows a failure over the window; nothing for work that was cancelled. */
  public static void show(Scene scene, Throwable failure) {
    if (failure instanceof CancellationException) {
      return;
    }
    LOG.log(Level.WARNING, "Shown to the person", failure);
    if (scene.getWindow() == null || !scene.getWindow().isShowing()) {
      return; // nobody is there to read it
    }
    Button close = new Button(Messages.text("kit.close"));
    close.getStyleClass().add("primary");
    Sheet sheet = new Sheet(Messages.text("kit.trouble.title"), words(failure), () -> {});
    close.setOnAction(_ -> sheet.close());
    sheet.width(520).foot(List.of(), List.of(close)).open(scene);
  }
}
