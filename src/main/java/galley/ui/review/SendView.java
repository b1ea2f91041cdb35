package galley.ui.review;

import galley.asset.Messages;
import galley.desk.PackRequest;
import galley.desk.PackRequest.History;
import galley.desk.ReviewFormat;
import galley.post.ImageRef;
import galley.ui.kit.GrowingField;
import galley.ui.kit.Look;
import galley.ui.kit.Segmented;
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
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;

/** Asks how a post goes to somebody else, and what goes along. JavaFX thread only. */
public final class SendView {
  /** For whom the file is. */
  private enum Way {
    GALLEY,
    WORD,
    MARKED;

    Optional<ReviewFormat> format() {
      return switch (this) {
        case GALLEY -> Optional.empty();
        case WORD -> Optional.of(ReviewFormat.DOCX);
        case MARKED -> Optional.of(ReviewFormat.CRITICMARKUP);
      };
    }
  }

  /**
   * What is to be written.
   *
   * @param format for people with other programs; nothing for a packet
   * @param pictures the fingerprints of those that go along; all of them where nothing is given
   * @param history which earlier states go along
   * @param note what to say to whoever opens it; may be empty
   * @param move whether the post is in review from now on
   */
  public record Wanted(
      Optional<ReviewFormat> format,
      Optional<Set<String>> pictures,
      History history,
      String note,
      boolean move) {}

  private final Sheet sheet;
  private final Segmented<Way> way;
  private final Label about = ArrivalFacts.label("", "soft");
  private final VBox along = new VBox();
  private final GrowingField note =
      new GrowingField(Messages.text("review.send.note"), Messages.text("review.send.note.prompt"));
  private final Segmented<History> history;
  private final Map<String, CheckBox> pictures = new LinkedHashMap<>();
  private final CheckBox move = new CheckBox(Messages.text("review.send.move"));

  /**
   * @param isDraft whether the post could be moved on to its review
   */
  public SendView(String headline, List<ImageRef> images, boolean isDraft, Consumer<Wanted> send) {
    sheet =
        new Sheet(
            Messages.text("review.send", headline), Messages.text("review.send.sub"), () -> {});
    Map<Way, String> ways = new LinkedHashMap<>();
    ways.put(Way.GALLEY, Messages.text("review.send.galley"));
    ways.put(Way.WORD, Messages.text("review.send.word"));
    ways.put(Way.MARKED, Messages.text("review.send.marked"));
    way = new Segmented<>(Messages.text("review.send.way"), ways, Way.GALLEY);
    Map<History, String> states = new LinkedHashMap<>();
    states.put(History.NONE, Messages.text("review.send.history.none"));
    states.put(History.NAMED, Messages.text("review.send.history.named"));
    states.put(History.ALL, Messages.text("review.send.history.all"));
    history = new Segmented<>(Messages.text("review.send.history"), states, History.NONE);
    note.setTextFormatter(
        new TextFormatter<>(change ->
            change.getControlNewText().length() <= PackRequest.LONGEST_NOTE ? change : null));
    along.getStyleClass().add("send");
    along(images);
    VBox body = new VBox(way.node(), about, along);
    body.getStyleClass().add("send");
    along.managedProperty().bind(along.visibleProperty());
    way.value().subscribe(this::arrange);
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
      send.accept(wanted(isDraft && move.isSelected()));
    });
    sheet.box().getStylesheets().add(Look.sheet("review"));
    sheet.width(560).body(body).foot(List.of(), List.of(cancel, go));
  }

  private void arrange(Way now) {
    along.setVisible(now == Way.GALLEY);
    about.setText(
        switch (now) {
          case GALLEY -> Messages.text("review.send.galley.about");
          case WORD -> Messages.text("review.send.word.about");
          case MARKED -> Messages.text("review.send.marked.about");
        });
  }

  private void along(List<ImageRef> images) {
    along
        .getChildren()
        .addAll(
            ArrivalFacts.label(Messages.text("review.send.note"), "arrival-head"),
            note,
            ArrivalFacts.label(Messages.text("review.send.along"), "arrival-head"));
    for (ImageRef image : images) {
      image.sha256().ifPresent(sha256 -> along.getChildren().add(picture(sha256, image)));
    }
    if (pictures.isEmpty()) {
      along.getChildren().add(ArrivalFacts.label(Messages.text("review.send.no-pictures"), "soft"));
    }
    along
        .getChildren()
        .addAll(
            ArrivalFacts.label(Messages.text("review.send.history"), "arrival-head"),
            history.node());
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

  private Wanted wanted(boolean moved) {
    return new Wanted(
        way.value().get().format(), chosen(), history.value().get(), note.getText(), moved);
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

  /** Shows the sheet over a window. */
  public void open(Scene scene) {
    sheet.open(scene);
  }
}
