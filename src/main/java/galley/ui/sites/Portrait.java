package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.ui.kit.Fx;
import galley.ui.kit.Icons;
import galley.ui.kit.Trouble;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The picture of somebody who writes, and the choice of another one. On the JavaFX thread. */
final class Portrait {
  private static final int SIZE = 84;

  private final Desk desk;
  private final Supplier<Optional<Path>> choose;
  private final Runnable changed;
  private final StackPane place = new StackPane();
  private final Button other = new Button();
  private final Button none = new Button(Messages.text("sites.portrait.none"));
  private final Label trouble = Parts.soft("");
  private final VBox node = new VBox(place, other, none, trouble);
  private Optional<String> picture;

  Portrait(Desk desk, Optional<String> picture, Supplier<Optional<Path>> choose, Runnable changed) {
    this.desk = desk;
    this.picture = picture;
    this.choose = choose;
    this.changed = changed;
    node.getStyleClass().add("sites-portrait");
    place.getStyleClass().add("sites-face");
    other.setOnAction(_ -> choose());
    none.getStyleClass().add("ghost");
    none.setOnAction(_ -> set(Optional.empty()));
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    show();
  }

  Region node() {
    return node;
  }

  /** The fingerprint of the picture. */
  Optional<String> picture() {
    return picture;
  }

  private void choose() {
    choose
        .get()
        .ifPresent(file -> {
          other.setDisable(true);
          Fx.deliver(
              desk.sites().portrait(file),
              sha256 -> {
                other.setDisable(false);
                set(Optional.of(sha256));
              },
              failure -> {
                other.setDisable(false);
                trouble.getStyleClass().setAll("label", "small", "bad");
                trouble.setText(Trouble.words(failure));
              });
        });
  }

  private void set(Optional<String> now) {
    picture = now;
    trouble.setText("");
    show();
    changed.run();
  }

  private void show() {
    other.setText(
        picture.isPresent()
            ? Messages.text("sites.portrait.other")
            : Messages.text("sites.portrait.choose"));
    none.setVisible(picture.isPresent());
    none.setManaged(picture.isPresent());
    place.getChildren().setAll(Icons.of(Feather.USER));
    picture.ifPresent(sha256 ->
        Fx.deliver(
            desk.jobs()
                .ask(() ->
                    desk.media(sha256)
                        .map(file -> image(desk.pictures().thumbnail(file, SIZE * 4, SIZE * 2)))),
            image -> {
              if (picture.filter(sha256::equals).isPresent()) {
                image.ifPresent(this::show);
              }
            },
            failure -> trouble.setText(Trouble.words(failure))));
  }

  private void show(Image image) {
    ImageView view = new ImageView(image);
    double side = Math.min(image.getWidth(), image.getHeight());
    view.setViewport(
        new Rectangle2D((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side));
    view.setFitWidth(SIZE);
    view.setFitHeight(SIZE);
    place.getChildren().setAll(view);
  }

  private static Image image(BufferedImage small) {
    int width = small.getWidth();
    int height = small.getHeight();
    int[] pixels = small.getRGB(0, 0, width, height, null, 0, width);
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }
}
