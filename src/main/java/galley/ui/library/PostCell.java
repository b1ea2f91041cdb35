package galley.ui.library;

import galley.asset.Messages;
import galley.post.PostSummary;
import galley.post.Stage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A post in the list: headline, first words or what was found, and how it stands. */
final class PostCell extends ListCell<Row> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final int MOST_EXCERPTS = 2;

  private final Label headline = new Label();
  private final Label words = new Label();
  private final VBox excerpts = new VBox();
  private final Region dot = new Region();
  private final Label state = new Label();
  private final VBox box;
  private final Ago ago;
  private final LibraryModel model;
  private final ObservableValue<Optional<UUID>> current;
  private final Button back = new Button(Messages.text("library.restore"));

  /**
   * @param restore brings a post back from the bin
   */
  PostCell(Ago ago, LibraryModel model, Consumer<UUID> restore) {
    this.ago = ago;
    this.model = model;
    current = model.current();
    getStyleClass().add("post-cell");
    headline.getStyleClass().add("post-headline");
    headline.setWrapText(true);
    words.getStyleClass().add("post-words");
    words.setWrapText(true);
    excerpts.getStyleClass().add("post-excerpts");
    dot.getStyleClass().add("dot");
    state.getStyleClass().add("post-state");
    state.setWrapText(true);
    state.setMinHeight(Region.USE_PREF_SIZE);
    HBox foot = new HBox(dot, state);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("post-foot");
    back.getStyleClass().add("post-back");
    VBox.setMargin(back, new Insets(6, 0, 0, 0));
    back.setOnAction(_ -> {
      if (getItem() != null) {
        restore.accept(getItem().post().id());
      }
    });
    box = new VBox(headline, words, excerpts, foot, back);
    box.getStyleClass().add("post-box");
    setGraphic(box);
    box.setVisible(false);
    current.addListener((_, _, now) -> mark(now));
  }

  @Override
  protected void updateItem(Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      box.setVisible(false);
      setAccessibleText("");
      pseudoClassStateChanged(CURRENT, false);
      return;
    }
    PostSummary post = row.post();
    box.setVisible(true);
    String title = post.headline().isBlank() ? Messages.text("library.untitled") : post.headline();
    headline.setText(title);
    List<String> passages = row.excerpts().stream().filter(text -> !says(text, title)).toList();
    boolean found = !passages.isEmpty();
    show(words, !found && !post.firstWords().isBlank());
    words.setText(post.firstWords().replaceAll("\\s+", " "));
    excerpts.setVisible(found);
    excerpts.setManaged(found);
    if (found || !excerpts.getChildren().isEmpty()) {
      excerpts
          .getChildren()
          .setAll(passages.stream().limit(MOST_EXCERPTS).map(PostCell::excerpt).toList());
    }
    dot(post.stage().key());
    boolean binned = model.isBin();
    back.setVisible(binned);
    back.setManaged(binned);
    back.setAccessibleText(Messages.text("library.restore.name", title));
    String line = line(post);
    state.setText(line);
    setAccessibleText(title + ". " + line);
    mark(current.getValue());
  }

  /**
   * Colours the dot. A cell is told of its post amid a layout; a style class that is set then,
   * though it is the same, brings another frame, which draws the whole window.
   */
  private void dot(String stage) {
    if (!dot.getStyleClass().contains(stage)) {
      dot.getStyleClass().setAll("dot", stage);
    }
  }

  private static void show(Label label, boolean shown) {
    label.setVisible(shown);
    label.setManaged(shown);
  }

  private void mark(Optional<UUID> open) {
    Row row = getItem();
    pseudoClassStateChanged(
        CURRENT, row != null && open.isPresent() && open.get().equals(row.post().id()));
  }

  private String line(PostSummary post) {
    String line =
        ago.say(post.changed())
            + " · "
            + Messages.text("library.words", post.words())
            + " · "
            + stage(post.stage());
    return post.openNotes() == 0
        ? line
        : line + " · " + Messages.text("library.notes", post.openNotes());
  }

  static String stage(Stage stage) {
    return switch (stage) {
      case DRAFT -> Messages.text("library.stage.draft");
      case IN_REVIEW -> Messages.text("library.stage.review");
      case READY -> Messages.text("library.stage.ready");
      case PUBLISHED -> Messages.text("library.stage.published");
    };
  }

  /** Whether an excerpt is the headline, which stands above it anyway. */
  private static boolean says(String marked, String headline) {
    return marked.replaceAll("[\\x01\\x02]", "").equals(headline.strip());
  }

  private static TextFlow excerpt(String marked) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("post-words");
    boolean hit = false;
    for (String part : Excerpt.shortened(marked).split("[\u0001\u0002]", -1)) {
      if (!part.isEmpty()) {
        Text text = new Text(part);
        text.getStyleClass().add(hit ? "hit" : "around");
        flow.getChildren().add(text);
      }
      hit = !hit;
    }
    return flow;
  }

  @Override
  protected double computePrefHeight(double width) {
    if (isEmpty()) {
      return 0;
    }
    double across =
        (width > 0 ? width : getListView().getWidth()) - snappedLeftInset() - snappedRightInset();
    return snapSizeY(snappedTopInset() + box.prefHeight(across) + snappedBottomInset());
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }
}
