package galley.ui.images;

import galley.asset.Messages;
import galley.post.ImageRef;
import galley.post.PictureWords;
import galley.ui.kit.Field;
import galley.ui.kit.Look;
import galley.ui.kit.Popover;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Says what a picture shows, whose it is and on what terms. Words are taken after a short pause and
 * when the panel closes. On the JavaFX thread.
 */
public final class PictureEditor {
  private final Consumer<ImageRef> changed;
  private final Consumer<ImageRef> replace;
  private final PauseTransition pause = new PauseTransition(Duration.millis(400));
  private Optional<Popover> panel = Optional.empty();
  private Optional<Entry> entry = Optional.empty();

  /**
   * @param changed gets the picture with its new words
   * @param replace runs when a person wants another file for the picture
   */
  public PictureEditor(Consumer<ImageRef> changed, Consumer<ImageRef> replace) {
    this.changed = changed;
    this.replace = replace;
    pause.setOnFinished(_ -> take());
  }

  /** Opens the panel beside a node of the window, the keyboard in the field for these words. */
  public void open(Node anchor, ImageRef image, PictureWords words) {
    close();
    Entry fresh = new Entry(image);
    entry = Optional.of(fresh);
    Popover popover =
        new Popover(Messages.text("picture.title", name(image)), fresh.box, this::closed);
    panel = Optional.of(popover);
    popover.show(anchor);
    fresh.focus(words);
  }

  /** Closes the panel, where it is open; its words are taken. */
  public void close() {
    panel.ifPresent(Popover::close);
  }

  private void closed() {
    pause.stop();
    take();
    panel = Optional.empty();
    entry = Optional.empty();
  }

  private void take() {
    entry.ifPresent(open -> {
      ImageRef now = open.said();
      if (!now.equals(open.image)) {
        open.image = now;
        changed.accept(now);
      }
    });
  }

  private static String name(ImageRef image) {
    return image.file().substring(image.file().lastIndexOf('/') + 1);
  }

  /** The fields for one picture. */
  private final class Entry {
    private final VBox box = new VBox();
    private final TextArea alt = new TextArea();
    private final CheckBox decorative = new CheckBox(Messages.text("picture.decorative"));
    private final TextField caption = new TextField();
    private final TextField credit = new TextField();
    private final TextField licence = new TextField();
    private ImageRef image;

    Entry(ImageRef image) {
      this.image = image;
      alt.setText(image.alt());
      alt.setWrapText(true);
      alt.setPrefRowCount(3);
      alt.setPromptText(Messages.text("picture.alt.prompt"));
      caption.setText(image.caption());
      credit.setText(image.credit());
      licence.setText(image.licence());
      licence.setPromptText(Messages.text("picture.licence.prompt"));
      decorative.setSelected(image.decorative());
      alt.disableProperty().bind(decorative.selectedProperty());
      decorative.selectedProperty().addListener((_, _, _) -> take());
      box.getStyleClass().add("little-editor");
      box.getStylesheets().add(Look.sheet("editor"));
      box.getStyleClass().add("wide");
      box.getChildren()
          .setAll(head(), Field.name(Messages.text("picture.alt"), alt), alt, decorative);
      field(Messages.text("picture.caption"), caption);
      field(Messages.text("picture.credit"), credit);
      field(Messages.text("picture.licence"), licence);
      alt.textProperty().addListener((_, _, _) -> pause.playFromStart());
      alt.addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
    }

    /** Alt text is one line of words: a tab in it goes to the next field. */
    private void tab(KeyEvent event) {
      if (event.getCode() == KeyCode.TAB) {
        alt.requestFocusTraversal(
            event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        event.consume();
      }
    }

    void focus(PictureWords words) {
      switch (words) {
        case ALT -> (alt.isDisabled() ? decorative : alt).requestFocus();
        case CAPTION -> caption.requestFocus();
        case CREDIT -> credit.requestFocus();
      }
    }

    private HBox head() {
      Label title = new Label(name(image));
      title.getStyleClass().add("strong");
      title.setMinWidth(0);
      Label size =
          new Label(
              image.isPlace()
                  ? Messages.text("picture.missing")
                  : image.width() > 0 ? image.width() + " × " + image.height() : "");
      size.getStyleClass().addAll("small", image.isPlace() ? "warn" : "soft");
      size.setMinWidth(Region.USE_PREF_SIZE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Button other =
          new Button(
              image.isPlace() ? Messages.text("picture.choose") : Messages.text("picture.replace"));
      other.setMinWidth(Region.USE_PREF_SIZE);
      other.setOnAction(_ -> {
        close();
        replace.accept(image);
      });
      HBox head = new HBox(title, size, gap, other);
      head.setAlignment(Pos.CENTER_LEFT);
      head.getStyleClass().add("row");
      return head;
    }

    private void field(String words, TextField field) {
      field.textProperty().addListener((_, _, _) -> pause.playFromStart());
      field.setOnAction(_ -> close());
      box.getChildren().addAll(Field.name(words, field), field);
    }

    ImageRef said() {
      return image.withWords(
          alt.getText().strip().replaceAll("\\s+", " "),
          caption.getText().strip(),
          credit.getText().strip(),
          licence.getText().strip(),
          decorative.isSelected());
    }
  }
}
