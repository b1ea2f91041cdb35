package galley.ui.library;

import galley.asset.Messages;
import galley.post.PostSummary;
import galley.ui.kit.Fx;
import galley.ui.kit.Icons;
import galley.ui.kit.Look;
import galley.ui.kit.Popover;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The library pane: search, shelves and the list of posts. On the JavaFX thread. */
public final class LibraryView {
  private static final int WIDE_SEARCH = 17;
  private static final Duration PAUSE = Duration.millis(120);
  private static final int TRIES = 4;

  private final VBox node = new VBox();
  private final LibraryModel model;
  private final Consumer<Wish> wishes;
  private final TextField search = new TextField();
  private final ListView<Row> list = new ListView<>();
  private final Label label = new Label();
  private final Label none = new Label();
  private final Ago ago;
  private final PostMenu menu;
  private final Several several;
  private boolean revealed;

  /**
   * @param wishes gets what concerns the whole window
   */
  public LibraryView(LibraryModel model, Clock clock, Consumer<Wish> wishes) {
    this.model = model;
    this.wishes = wishes;
    ago = new Ago(clock);
    menu = new PostMenu(wishes);
    several = new Several(menu);
    node.getStyleClass().add("library");
    node.getStylesheets().add(Look.sheet("library"));
    node.setAccessibleText(Messages.text("library.pane"));
    buildSearch();
    buildList();
    StackPane field = new StackPane(search);
    field.getStyleClass().add("library-search-box");
    node.getChildren().setAll(field, new Shelves(model).node(), listHead(), list, several.node());
    VBox.setVgrow(list, Priority.ALWAYS);
    buildDrop();
    keepTimesFresh();
  }

  public Region node() {
    return node;
  }

  /** Puts the keyboard in the search field. */
  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  /** Puts the keyboard in the list, on the post that is open. */
  public void focusList() {
    select(model.current().get());
    list.requestFocus();
  }

  /** Lets a person give the open or chosen post another headline. */
  public void renameChosen() {
    chosen().ifPresent(row -> rename(row.post()));
  }

  /** Names the keys where there is room for them. */
  private void prompt() {
    String words = Messages.text("library.search", model.counts().get().of(Shelf.ALL));
    boolean wide = search.getWidth() >= WIDE_SEARCH * search.getFont().getSize();
    search.setPromptText(wide ? Messages.text("library.search.keys", words) : words);
  }

  private void buildSearch() {
    search.getStyleClass().add("library-search");
    search.setAccessibleText(Messages.text("library.search.name"));
    model.counts().addListener((_, _, _) -> prompt());
    search.widthProperty().addListener((_, _, _) -> prompt());
    prompt();
    PauseTransition pause = new PauseTransition(PAUSE);
    pause.setOnFinished(_ -> model.query().set(search.getText()));
    search
        .textProperty()
        .addListener((_, _, now) -> {
          if (now.isBlank()) {
            pause.stop();
            model.query().set("");
          } else {
            pause.playFromStart();
          }
        });
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          switch (event.getCode()) {
            case DOWN -> {
              list.getSelectionModel().clearAndSelect(0);
              list.requestFocus();
              event.consume();
            }
            case ENTER -> {
              if (!list.getItems().isEmpty()) {
                wish(Wish.Open.of(list.getItems().getFirst()));
              }
              event.consume();
            }
            case ESCAPE -> {
              search.clear();
              list.requestFocus();
              event.consume();
            }
            default -> {}
          }
        });
  }

  private Node listHead() {
    label.getStyleClass().add("eyebrow");
    model.query().addListener((_, _, _) -> relabel());
    model.shelf().addListener((_, _, _) -> relabel());
    model.rows().addListener((ListChangeListener<Row>) _ -> relabel());
    relabel();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button add = new Button("", Icons.of(Feather.PLUS));
    add.getStyleClass().addAll("ghost", "icon-only");
    add.setAccessibleText(Messages.text("library.new"));
    add.setTooltip(new Tooltip(Messages.text("library.new")));
    add.setOnAction(_ -> wish(new Wish.Create()));
    HBox head = new HBox(label, gap, new TagFilter(model).node(), add);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("library-head");
    return head;
  }

  private void relabel() {
    boolean searching = !model.query().get().isBlank();
    String words;
    if (searching) {
      words = Messages.text("library.found", model.rows().size());
    } else if (model.shelf().get() == Shelf.BIN) {
      words = Messages.text("library.kept");
    } else {
      words = Messages.text("library.recent");
    }
    label.setText(words.toUpperCase(Locale.UK));
    label.setAccessibleText(words);
    none.setText(
        searching ? Messages.text("library.none.found") : Messages.text("library.none.here"));
  }

  private void buildList() {
    list.getStyleClass().add("post-list");
    list.setItems(model.rows());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.getSelectionModel()
        .getSelectedItems()
        .addListener(
            (ListChangeListener<Row>) _ -> several.show(model.isBin() ? List.of() : all()));
    list.setCellFactory(_ -> new PostCell(ago, model, post -> wish(new Wish.Restore(post))));
    list.setAccessibleText(Messages.text("library.list"));
    none.getStyleClass().addAll("soft", "library-none");
    none.setWrapText(true);
    none.setMaxWidth(220);
    list.setPlaceholder(none);
    list.setOnMouseClicked(event -> {
      boolean plain = !event.isShortcutDown() && !event.isShiftDown(); // others choose several
      boolean there =
          event.getButton() == MouseButton.PRIMARY && !list.equals(event.getTarget()) && plain;
      if (there && !model.isBin()) { // in the bin a click only chooses
        chosen().ifPresent(this::open);
      }
    });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnContextMenuRequested(event ->
        chosen()
            .ifPresent(row -> {
              menu(row).show(list.getScene().getWindow(), event.getScreenX(), event.getScreenY());
              event.consume();
            }));
    model.rows().addListener((ListChangeListener<Row>) _ -> keepChosen());
    model
        .current()
        .addListener((_, _, _) -> {
          revealed = false;
          Fx.later(this::reveal);
        });
    model.rows().addListener((ListChangeListener<Row>) _ -> Fx.later(this::reveal));
  }

  /** Brings the open post into view, once for each that is opened. */
  private void reveal() {
    if (revealed) {
      return;
    }
    for (int i = 0; i < list.getItems().size(); i++) {
      PostSummary post = list.getItems().get(i).post();
      if (model.current().get().filter(post.id()::equals).isPresent()) {
        revealed = true;
        bring(post, i, TRIES);
        return;
      }
    }
  }

  /** The list only guesses how tall the posts above are: it is looked again whether it is there. */
  private void bring(PostSummary post, int index, int tries) {
    list.layout();
    if (tries > 0 && !isInView(post)) {
      list.scrollTo(tries == TRIES ? Math.max(0, index - 1) : index);
      Fx.later(() -> bring(post, index, tries - 1));
    }
  }

  private boolean isInView(PostSummary post) {
    Node cell = cellOf(post);
    double middle = cell.localToScene(cell.getBoundsInLocal()).getCenterY();
    return !cell.equals(list)
        && list.localToScene(list.getBoundsInLocal())
            .contains(list.localToScene(1, 0).getX(), middle);
  }

  private void keepChosen() {
    if (list.getSelectionModel().getSelectedItem() == null) {
      select(model.current().get());
    }
  }

  private void select(Optional<UUID> post) {
    post.ifPresent(id -> {
      for (int i = 0; i < list.getItems().size(); i++) {
        if (list.getItems().get(i).post().id().equals(id)) {
          list.getSelectionModel().clearAndSelect(i);
          return;
        }
      }
    });
  }

  private void key(KeyEvent event) {
    Optional<Row> row = chosen();
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
      search.requestFocus();
      event.consume();
    } else if (row.isPresent() && plain) {
      PostSummary post = row.get().post();
      switch (event.getCode()) {
        case ENTER -> {
          open(row.get());
          event.consume();
        }
        case DELETE, BACK_SPACE -> {
          if (!model.isBin() && all().size() == 1) {
            wish(new Wish.Delete(post.id()));
          }
          event.consume();
        }
        case F2 -> {
          rename(post);
          event.consume();
        }
        default -> {}
      }
    }
  }

  private Optional<Row> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void open(Row row) {
    wish(model.isBin() ? new Wish.Restore(row.post().id()) : Wish.Open.of(row));
  }

  private ContextMenu menu(Row row) {
    if (model.isBin()) {
      return menu.binned(row);
    }
    return all().size() > 1 ? menu.several(all()) : menu.one(row, () -> rename(row.post()));
  }

  private List<Row> all() {
    return list.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
  }

  private void rename(PostSummary post) {
    if (model.isBin()) {
      return;
    }
    TextField field = new TextField(post.headline());
    field.setPrefColumnCount(28);
    field.setAccessibleText(Messages.text("library.headline"));
    Popover popover =
        new Popover(
            Messages.text("library.rename"),
            new VBox(6, new Label(Messages.text("library.headline")), field),
            () -> {});
    field.setOnAction(_ -> {
      String headline = field.getText().strip();
      popover.close();
      if (!headline.isEmpty() && !headline.equals(post.headline())) {
        wish(new Wish.Rename(post.id(), headline));
      }
    });
    popover.show(cellOf(post));
    field.selectAll();
  }

  private Node cellOf(PostSummary post) {
    for (Node cell : list.lookupAll(".post-cell")) {
      if (cell instanceof PostCell c
          && c.getItem() != null
          && c.getItem().post().id().equals(post.id())) {
        return cell;
      }
    }
    return list;
  }

  private void wish(Wish wish) {
    wishes.accept(wish);
  }

  private void buildDrop() {
    node.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    node.setOnDragDropped(event -> {
      if (event.getDragboard().hasFiles()) {
        wish(new Wish.BringIn(event.getDragboard().getFiles().stream().map(File::toPath).toList()));
        event.setDropCompleted(true);
        event.consume();
      }
    });
  }

  private void keepTimesFresh() {
    // Not an animation: one that runs all day asks for a pulse, and for power, all day.
    CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS, Fx::run)
        .execute(() -> {
          if (list.getScene() != null && list.getScene().getWindow().isShowing()) {
            list.refresh();
            keepTimesFresh();
          }
        });
  }
}
