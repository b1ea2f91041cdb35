package galley.ui.sites;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.PostSummary;
import galley.post.Revision;
import galley.post.Stage;
import galley.ui.kit.Fx;
import galley.ui.kit.Trouble;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which posts belong to a site: all of them, or chosen ones. On the JavaFX thread. */
final class Belonging {
  private final SitesModel model;
  private final UUID id;
  private final ObservableList<PostSummary> posts = FXCollections.observableArrayList();
  private final FilteredList<PostSummary> shown = new FilteredList<>(posts);
  private final Map<UUID, UUID> given = new HashMap<>();
  private final ListView<PostSummary> list = new ListView<>(shown);
  private final RadioButton every = new RadioButton(Messages.text("sites.posts.all"));
  private final RadioButton some = new RadioButton(Messages.text("sites.posts.some"));
  private final TextField filter = new TextField();
  private final Label count = Parts.soft("");
  private final Button join = new Button(Messages.text("sites.posts.join"));
  private final Button leave = new Button(Messages.text("sites.posts.leave"));
  private final MenuButton move = new MenuButton(Messages.text("sites.stage.move"));
  private final Removed moved = new Removed();
  private final VBox node = new VBox();
  private boolean takesAll;

  Belonging(SitesModel model, UUID id) {
    this.model = model;
    this.id = id;
    ToggleGroup group = new ToggleGroup();
    every.setToggleGroup(group);
    some.setToggleGroup(group);
    takesAll = model.find(id).map(one -> one.kept().allPosts()).orElse(false);
    (takesAll ? every : some).setSelected(true);
    every.setOnAction(_ -> all(true));
    some.setOnAction(_ -> all(false));
    filter.setPromptText(Messages.text("sites.posts.filter"));
    filter.setAccessibleText(Messages.text("sites.posts.filter"));
    filter.textProperty().addListener((_, _, _) -> narrow());
    HBox.setHgrow(filter, Priority.ALWAYS);
    join.setOnAction(_ -> give(shown.stream().filter(this::isFree).toList(), true));
    leave.setOnAction(_ -> give(shown.stream().filter(this::isGiven).toList(), false));
    for (Button button : List.of(join, leave)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    buildStages();
    HBox row = new HBox(filter, join, leave, move);
    row.getStyleClass().add("sites-buttons");
    list.setAccessibleText(Messages.text("sites.posts"));
    list.getStyleClass().add("sites-posts");
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setPlaceholder(Parts.soft(Messages.text("sites.posts.none")));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(list, Priority.ALWAYS);
    node.getStyleClass().addAll("sites-form", "sites-belonging");
    node.getChildren()
        .setAll(
            new VBox(every, Parts.soft(Messages.text("sites.posts.all.hint"))),
            some,
            row,
            list,
            count,
            moved.node());
    node.getChildren().getFirst().getStyleClass().add("sites-theme");
    read();
  }

  Region node() {
    return node;
  }

  private void all(boolean now) {
    takesAll = now;
    model.change(id, kept -> kept.withAllPosts(now));
    tell();
  }

  private void read() {
    Fx.deliver(
        model
            .desk()
            .posts()
            .thenCombine(
                model.desk().sites().given(),
                (all, where) -> {
                  Fx.run(() -> {
                    given.clear();
                    given.putAll(where);
                    posts.setAll(all);
                    tell();
                  });
                  return true;
                }),
        _ -> {},
        failure -> count.setText(Trouble.words(failure)));
  }

  private void narrow() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(
        post -> (post.headline() + " " + post.slug()).toLowerCase(Locale.ROOT).contains(wanted));
    tell();
  }

  private void tell() {
    long here = shown.stream().filter(this::isHere).count();
    count.setText(Messages.text("sites.posts.count", here, shown.size()));
    join.setDisable(shown.stream().noneMatch(this::isFree));
    leave.setDisable(takesAll || shown.stream().noneMatch(this::isGiven));
    list.refresh();
  }

  /** Whether it could still be given to the site. */
  private boolean isFree(PostSummary post) {
    return !isHere(post);
  }

  private boolean isGiven(PostSummary post) {
    return id.equals(given.get(post.id()));
  }

  private boolean isHere(PostSummary post) {
    UUID to = given.get(post.id());
    return to == null ? takesAll : to.equals(id);
  }

  private void give(List<PostSummary> which, boolean to) {
    List<UUID> ids = which.stream().map(PostSummary::id).toList();
    if (!ids.isEmpty()) {
      ids.forEach(post -> {
        if (to) {
          given.put(post, id);
        } else {
          given.remove(post);
        }
      });
      model.belong(id, ids, to);
      tell();
    }
  }

  private void toggle(PostSummary post) {
    if (isFree(post)) {
      give(List.of(post), true);
    } else if (!takesAll) {
      give(List.of(post), false);
    }
  }

  private void key(KeyEvent event) {
    PostSummary post = list.getSelectionModel().getSelectedItem();
    if (post != null && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
      toggle(post);
      event.consume();
    }
  }

  private void buildStages() {
    move.setMinWidth(Region.USE_PREF_SIZE);
    move.disableProperty().bind(Bindings.isEmpty(list.getSelectionModel().getSelectedItems()));
    for (Stage stage : Stage.values()) {
      MenuItem item = new MenuItem(stage(stage));
      item.setOnAction(_ -> move(stage));
      move.getItems().add(item);
    }
  }

  /** Moves the chosen posts to a stage as one step, with a way back. */
  private void move(Stage to) {
    Map<UUID, UnaryOperator<Draft>> there = new HashMap<>();
    Map<UUID, UnaryOperator<Draft>> back = new HashMap<>();
    list.getSelectionModel().getSelectedItems().stream()
        .filter(post -> post != null && post.stage() != to)
        .forEach(post -> {
          Stage was = post.stage();
          there.put(post.id(), draft -> at(draft, to));
          back.put(post.id(), draft -> draft.details().stage() == to ? at(draft, was) : draft);
        });
    if (!there.isEmpty()) {
      change(
          there,
          done ->
              moved.say(
                  Messages.text("sites.stage.moved", done, stage(to)),
                  () -> change(back, _ -> {})));
    }
  }

  private void change(Map<UUID, UnaryOperator<Draft>> changes, Consumer<Integer> done) {
    Fx.deliver(
        model.desk().change(changes, Revision.Kind.AUTOSAVED),
        count -> {
          read();
          done.accept(count);
        },
        failure -> count.setText(Trouble.words(failure)));
  }

  private static Draft at(Draft draft, Stage stage) {
    return draft.withDetails(draft.details().withStage(stage));
  }

  private static String stage(Stage stage) {
    return switch (stage) {
      case DRAFT -> Messages.text("sites.stage.draft");
      case IN_REVIEW -> Messages.text("sites.stage.review");
      case READY -> Messages.text("sites.stage.ready");
      case PUBLISHED -> Messages.text("sites.stage.published");
    };
  }

  private final class Cell extends ListCell<PostSummary> {
    private final CheckBox box = new CheckBox();
    private final Label name = new Label();
    private final Label end = new Label();
    private final Region dot = new Region();
    private final HBox row;

    Cell() {
      getStyleClass().add("sites-post-cell");
      setPrefWidth(0);
      box.setFocusTraversable(false);
      box.setOnAction(_ -> {
        if (getItem() != null) {
          toggle(getItem());
        }
      });
      end.getStyleClass().addAll("small", "soft");
      end.setMinWidth(USE_PREF_SIZE);
      dot.getStyleClass().add("dot");
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      row = new HBox(box, name, gap, dot, end);
      row.getStyleClass().add("sites-post");
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(PostSummary post, boolean empty) {
      super.updateItem(post, empty);
      if (empty || post == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      boolean here = isHere(post);
      box.setSelected(here);
      box.setDisable(here && takesAll);
      name.setText(post.headline().isBlank() ? post.slug() : post.headline());
      dot.getStyleClass().setAll("dot", post.stage().key());
      String elsewhere =
          here || !given.containsKey(post.id())
              ? ""
              : model
                  .find(given.get(post.id()))
                  .map(other -> Messages.text("sites.posts.elsewhere", other.site().name()))
                  .orElse("");
      end.setText(stage(post.stage()) + elsewhere);
      setAccessibleText(
          here
              ? Messages.text("sites.posts.here", name.getText(), end.getText())
              : Messages.text("sites.posts.away", name.getText(), end.getText()));
      setGraphic(row);
    }
  }
}
