package galley.ui.history;

import galley.asset.Messages;
import galley.post.Revision;
import galley.ui.kit.EmptyState;
import galley.ui.kit.Fx;
import galley.ui.kit.Look;
import galley.ui.kit.Segmented;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What the open post was before: its revisions by day, what changed with each, and the way back.
 * JavaFX thread only.
 */
public final class HistoryView implements AutoCloseable {
  private final HistoryModel model;
  private final RevisionWords words;
  private final ListView<Revision> list;
  private final ListView<DiffRow> diff;
  private final NameField naming;
  private final StackPane node;

  /**
   * @param clock tells what today is, and in which zone days begin
   */
  public HistoryView(Revisions desk, Clock clock) {
    model = new HistoryModel(desk);
    words = new RevisionWords(clock);
    list = new ListView<>(model.revisions());
    diff = new ListView<>(model.rows());
    naming = new NameField(model::name);
    node = new StackPane(content(), empty());
    node.getStyleClass().add("history");
    node.setMinSize(0, 0);
    node.getStylesheets().add(Look.sheet("history"));
  }

  private Region content() {
    list.getStyleClass().add("history-list");
    list.setAccessibleText(Messages.text("history.name"));
    list.setCellFactory(_ -> new RevisionCell(words));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, revision) -> {
          if (revision != null) {
            model.selected().set(revision);
          }
        });
    model
        .selected()
        .addListener((_, _, revision) -> {
          if (revision == null) {
            list.getSelectionModel().clearSelection();
          } else {
            list.getSelectionModel().select(revision);
          }
        });
    // A list that changes forgets what was selected in it, or selects the row that came there.
    model
        .revisions()
        .addListener(
            (ListChangeListener<Revision>)
                _ -> Fx.later(() -> list.getSelectionModel().select(model.selected().get())));
    diff.getStyleClass().add("diff-list");
    diff.setAccessibleText(Messages.text("history.diff"));
    diff.setCellFactory(_ -> new DiffCell(model::unfold));
    Label placeholder = new Label(Messages.text("history.no-words"));
    placeholder.getStyleClass().add("soft");
    diff.setPlaceholder(placeholder);
    Label trouble = new Label();
    trouble.getStyleClass().add("history-trouble");
    trouble.setWrapText(true);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    trouble.textProperty().bind(model.trouble());
    trouble.visibleProperty().bind(model.trouble().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    VBox.setVgrow(diff, Priority.ALWAYS);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox lower = new VBox(bar(), diff);
    lower.getStyleClass().add("history-lower");
    VBox upper = new VBox(top(), list);
    return new VBox(trouble, new TwoParts(upper, lower));
  }

  private Region top() {
    Label promise = new Label(Messages.text("history.promise"));
    promise.getStyleClass().add("history-small");
    promise.setWrapText(true);
    promise.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(promise, Priority.ALWAYS);
    promise.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(12, promise, naming.opener());
    row.getStyleClass().add("history-bar");
    return new VBox(row, naming.field());
  }

  private Region bar() {
    Map<HistoryModel.Against, String> choices = new LinkedHashMap<>();
    choices.put(HistoryModel.Against.BEFORE, Messages.text("history.against-before"));
    choices.put(HistoryModel.Against.NOW, Messages.text("history.against-now"));
    Segmented<HistoryModel.Against> against =
        new Segmented<>(Messages.text("history.against"), choices, HistoryModel.Against.BEFORE);
    against.value().bindBidirectional(model.against());
    Button restore = new Button(Messages.text("history.restore"));
    restore.setMinWidth(Region.USE_PREF_SIZE);
    restore.setOnAction(_ -> model.restore());
    restore
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> {
                  Revision chosen = model.selected().get();
                  return chosen == null
                      || model.revisions().isEmpty()
                      || chosen.equals(model.revisions().getFirst());
                },
                model.selected(),
                model.revisions()));
    Button name = new Button(Messages.text("history.name-this"));
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setOnAction(_ -> naming.begin(Optional.ofNullable(model.selected().get())));
    name.disableProperty().bind(model.selected().isNull());
    Label with = new Label(Messages.text("history.compared"));
    with.getStyleClass().add("history-small");
    with.setMinWidth(Region.USE_PREF_SIZE);
    HBox compared = new HBox(8, with, against.node());
    compared.getStyleClass().add("history-compared");
    FlowPane row = new FlowPane(compared, new HBox(8, name, restore));
    row.getStyleClass().addAll("history-bar", "history-choices");
    return row;
  }

  private Region empty() {
    Region empty =
        new EmptyState(
                Messages.text("history.empty-title"),
                Messages.text("history.empty-text"),
                List.of())
            .node();
    empty.getStyleClass().add("history-empty");
    empty
        .visibleProperty()
        .bind(Bindings.isEmpty(model.revisions()).and(model.trouble().isEmpty()));
    return empty;
  }

  public Region node() {
    return node;
  }

  /** Shows the history of a post. */
  public void open(UUID post) {
    model.open(post);
  }

  /** Shows none. */
  public void shut() {
    model.shut();
  }

  /** Asks again, after the post was saved; what is selected stays so. */
  public void reload() {
    model.reload();
  }

  /** Begins to give the post as it stands a name. */
  public void nameNow() {
    naming.begin(Optional.empty());
  }

  /** Hears of a restored revision by its title, and gets what takes that back. */
  public void onRestored(BiConsumer<String, Runnable> listener) {
    model.onRestored(
        restored -> listener.accept(words.title(restored.revision()), restored.undo()));
  }

  @Override
  public void close() {
    model.close();
  }
}
