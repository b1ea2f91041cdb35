package galley.ui.review;

import galley.asset.Messages;
import galley.post.ImageRef;
import galley.ui.kit.Look;
import galley.ui.kit.Sheet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks what goes along when a post is packed for somebody else. JavaFX thread only. */
public final class SendView {
  /**
   * What is to be packed.
   *
   * @param pictures the fingerprints of those that go along; all of them where nothing is given
   * @param move whether the post is in review from now on
   */
  public record Wanted(Optional<Set<String>> pictures, boolean move) {}

  private final Sheet sheet;
  private final Map<String, CheckBox> pictures = new LinkedHashMap<>();
  private final CheckBox move = new CheckBox(Messages.text("review.send.move"));

  /**
   * @param isDraft whether the post could be moved on to its review
   */
  public SendView(String headline, List<ImageRef> images, boolean isDraft, Consumer<Wanted> send) {
    sheet =
        new Sheet(
            Messages.text("review.send", headline), Messages.text("review.send.sub"), () -> {});
    VBox body = new VBox();
    body.getStyleClass().add("send");
    body.getChildren().add(line(Messages.text("review.send.along"), "note-about"));
    for (ImageRef image : images) {
      image.sha256().ifPresent(sha256 -> body.getChildren().add(picture(sha256, image)));
    }
    if (pictures.isEmpty()) {
      body.getChildren().add(line(Messages.text("review.send.no-pictures"), "soft"));
    }
    move.setSelected(isDraft);
    if (isDraft) {
      move.getStyleClass().add("send-move");
      body.getChildren().add(move);
    }
    Button cancel = new Button(Messages.text("review.cancel"));
    cancel.getStyleClass().add("ghost");
    cancel.setOnAction(_ -> sheet.close());
    Button go = new Button(Messages.text("review.send.save"));
    go.getStyleClass().add("primary");
    go.setOnAction(_ -> {
      sheet.close();
      send.accept(new Wanted(chosen(), isDraft && move.isSelected()));
    });
    sheet.box().getStylesheets().add(Look.sheet("review"));
    sheet.width(520).body(body).foot(List.of(), List.of(cancel, go));
  }

  private CheckBox picture(String sha256, ImageRef image) {
    String file = image.file();
    CheckBox box =
        new CheckBox(
            Messages.text(
                "review.send.picture",
                file.substring(file.lastIndexOf('/') + 1),
                image.width(),
                image.height()));
    box.setSelected(true);
    pictures.put(sha256, box);
    return box;
  }

  private Optional<Set<String>> chosen() {
    Set<String> some = new LinkedHashSet<>();
    pictures.forEach((sha256, box) -> {
      if (box.isSelected()) {
        some.add(sha256);
      }
    });
    return some.size() == pictures.size() ? Optional.empty() : Optional.of(some);
  }

  private static Label line(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Shows the sheet over a window. */
  public void open(Scene scene) {
    sheet.open(scene);
  }
}
