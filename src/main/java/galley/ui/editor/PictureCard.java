package galley.ui.editor;

import galley.asset.Messages;
import galley.post.ImageRef;
import galley.post.PictureWords;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * What stands in the manuscript for a picture: the picture itself, small, and what is said about
 * it. A click, Enter or the space bar opens its editor, on the words clicked. On the JavaFX thread.
 */
final class PictureCard extends HBox {
  private final ImageView view = new ImageView();
  private final StackPane frame = new StackPane(view);
  private final Consumer<PictureWords> open;

  /**
   * @param open runs when the person wants to say something about the picture
   */
  PictureCard(ImageRef image, Consumer<PictureWords> open) {
    this.open = open;
    getStyleClass().add("picture-card");
    setAlignment(Pos.TOP_LEFT);
    frame.getStyleClass().add("thumb");
    Label missing = new Label(image.isPlace() ? Messages.text("editor.picture.missing") : "");
    frame.getChildren().addFirst(missing);
    VBox words = new VBox(title(image), alt(image), below(image));
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(frame, words);
    setUserData(image.file());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(
        Messages.text(
            "editor.picture.accessible", image.file(), said(image.alt()), said(image.credit())));
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          event.consume();
        });
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          open.accept(PictureWords.first(image));
          event.consume();
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            open.accept(PictureWords.first(image));
            event.consume();
          }
        });
  }

  private static String said(String words) {
    return words.isBlank() ? Messages.text("editor.picture.nothing") : words;
  }

  private static HBox title(ImageRef image) {
    String file = image.file();
    Label name = label(file.substring(file.lastIndexOf('/') + 1), "strong");
    Label size =
        label(
            image.isPlace()
                ? Messages.text("editor.picture.place")
                : image.width() > 0 ? image.width() + " × " + image.height() : "",
            image.isPlace() ? "warn" : "plain");
    return new HBox(name, size);
  }

  private HBox alt(ImageRef image) {
    boolean fine = image.decorative() || !image.alt().isBlank();
    return new HBox(
        opening(PictureWords.ALT, label(Messages.text("editor.picture.alt"), "plain")),
        opening(
            PictureWords.ALT,
            label(
                image.decorative()
                    ? Messages.text("editor.picture.decorative")
                    : fine ? image.alt() : Messages.text("editor.picture.add-alt"),
                fine ? "plain" : "warn")));
  }

  private HBox below(ImageRef image) {
    HBox line = new HBox();
    if (!image.caption().isBlank()) {
      Label caption = label(image.caption(), "plain");
      caption.setMinWidth(0);
      line.getChildren()
          .addAll(
              opening(
                  PictureWords.CAPTION, label(Messages.text("editor.picture.caption"), "plain")),
              opening(PictureWords.CAPTION, caption));
    }
    Label credit =
        image.credit().isBlank()
            ? label(Messages.text("editor.picture.add-credit"), "warn")
            : label(image.credit(), "plain");
    line.getChildren()
        .addAll(
            opening(PictureWords.CREDIT, label(Messages.text("editor.picture.credit"), "plain")),
            opening(PictureWords.CREDIT, credit));
    return line;
  }

  /** Has a click on a label open the editor on the words it shows. */
  private Label opening(PictureWords words, Label label) {
    label.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          open.accept(words);
          event.consume();
        });
    return label;
  }

  private static Label label(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setMinWidth(style.equals("warn") || words.endsWith(":") ? USE_PREF_SIZE : 0);
    return label;
  }

  /** Shows the picture, filling its frame. */
  void picture(Image image) {
    double width = frame.getPrefWidth() > 0 ? frame.getPrefWidth() : 92;
    double height = frame.getPrefHeight() > 0 ? frame.getPrefHeight() : 62;
    double scale = Math.max(width / image.getWidth(), height / image.getHeight());
    double across = Math.min(image.getWidth(), width / scale);
    double down = Math.min(image.getHeight(), height / scale);
    view.setViewport(
        new Rectangle2D(
            (image.getWidth() - across) / 2, (image.getHeight() - down) / 2, across, down));
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.setImage(image);
    Rectangle corners = new Rectangle(width, height);
    corners.setArcWidth(10);
    corners.setArcHeight(10);
    view.setClip(corners);
  }
}
