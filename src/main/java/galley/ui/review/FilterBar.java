package galley.ui.review;

import galley.asset.Messages;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Author;
import galley.ui.kit.Icons;
import galley.ui.review.Filter.Which;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Which notes are shown, which of them is current, and the way to the next. */
final class FilterBar {
  private final ReviewModel model;
  private final MenuButton which = new MenuButton();
  private final Label count = new Label();
  private final TextField search = new TextField();
  private final ToggleButton searching = new ToggleButton("", Icons.of(Feather.SEARCH));
  private final HBox row = new HBox();
  private final VBox node;

  /**
   * @param step goes to the next note (1) or the one before (-1)
   */
  FilterBar(ReviewModel model, IntConsumer step) {
    this.model = model;
    which.getStyleClass().addAll("ghost", "note-filter");
    which.setMinWidth(0);
    which.setOnShowing(_ -> fill());
    count.getStyleClass().add("note-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    searching.getStyleClass().addAll("ghost", "icon-only", "note-search-button");
    name(searching, Messages.text("review.search"));
    searching.selectedProperty().addListener((_, _, on) -> search(on));
    Button previous = icon(Feather.CHEVRON_UP, Messages.text("review.previous"));
    previous.setOnAction(_ -> step.accept(-1));
    Button next = icon(Feather.CHEVRON_DOWN, Messages.text("review.next"));
    next.setOnAction(_ -> step.accept(1));
    Button begin = icon(Feather.PLUS, Messages.text("review.begin"));
    begin.setOnAction(_ -> model.wish(new Wish.Begin(Kind.COMMENT)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    row.getChildren().setAll(which, gap, count, previous, next, searching, begin);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("note-bar");
    search.setPromptText(Messages.text("review.search"));
    search.setAccessibleText(Messages.text("review.search"));
    search.getStyleClass().add("note-search");
    search.textProperty().addListener((_, _, words) -> set(model.filter().get().withWords(words)));
    search.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        searching.setSelected(false);
        searching.requestFocus();
        event.consume();
      } else if (event.getCode() == KeyCode.ENTER) {
        step.accept(event.isShiftDown() ? -1 : 1);
        event.consume();
      }
    });
    node = new VBox(row);
    node.getStyleClass().add("note-top");
    model.onChanged(this::tell);
    tell();
  }

  private static Button icon(Feather glyph, String name) {
    Button button = new Button("", Icons.of(glyph));
    button.getStyleClass().addAll("ghost", "icon-only");
    name(button, name);
    return button;
  }

  private static void name(javafx.scene.control.ButtonBase button, String name) {
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setMinWidth(Region.USE_PREF_SIZE);
  }

  /** Puts one more choice behind the filter. */
  void choice(Node choice) {
    row.getChildren().add(1, choice);
  }

  Region node() {
    return node;
  }

  /** Opens the search field, or goes there. */
  void find() {
    searching.setSelected(true);
    search.requestFocus();
  }

  private void search(boolean on) {
    if (on) {
      node.getChildren().add(search);
      search.requestFocus();
    } else {
      search.clear();
      node.getChildren().remove(search);
    }
  }

  private void set(Filter filter) {
    model.filter().set(filter);
  }

  private void tell() {
    Filter now = model.filter().get();
    String words =
        now.person()
            .or(() -> now.kind().map(FilterBar::words))
            .map(more -> words(now.which()) + ", " + more)
            .orElse(words(now.which()));
    which.setText(words);
    which.setAccessibleText(Messages.text("review.filter", words));
    int all = model.shown().size();
    int at = model.number();
    count.setText(at == 0 ? Messages.text("review.all", all) : Messages.text("review.of", at, all));
  }

  private void fill() {
    which.getItems().clear();
    Filter now = model.filter().get();
    for (Which each : Which.values()) {
      which.getItems().add(radio(words(each), now.which() == each, () -> set(now.withWhich(each))));
    }
    which.getItems().add(new SeparatorMenuItem());
    which
        .getItems()
        .add(
            radio(
                Messages.text("review.any-kind"),
                now.kind().isEmpty(),
                () -> set(now.withKind(Optional.empty()))));
    for (Kind kind : List.of(Kind.COMMENT, Kind.QUERY, Kind.SUGGESTION, Kind.SOURCE, Kind.CHECK)) {
      boolean there = model.all().stream().anyMatch(note -> note.annotation().kind() == kind);
      if (there || now.kind().filter(kind::equals).isPresent()) {
        which
            .getItems()
            .add(
                radio(
                    words(kind),
                    now.kind().filter(kind::equals).isPresent(),
                    () -> set(now.withKind(Optional.of(kind)))));
      }
    }
    people(now);
  }

  private void people(Filter now) {
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    model
        .all()
        .forEach(note -> {
          names.add(note.annotation().author().name());
          note.replies().forEach(reply -> names.add(reply.author().name()));
        });
    which.getItems().add(new SeparatorMenuItem());
    which
        .getItems()
        .add(
            radio(
                Messages.text("review.anyone"),
                now.person().isEmpty(),
                () -> set(now.withPerson(Optional.empty()))));
    for (String name : names) {
      which
          .getItems()
          .add(
              radio(
                  name,
                  now.person().filter(name::equals).isPresent(),
                  () -> set(now.withPerson(Optional.of(name)))));
    }
    List<Author> suggesting =
        model.all().stream()
            .map(note -> note.annotation())
            .filter(note -> note.kind() == Kind.SUGGESTION && note.status().isOpen())
            .map(Annotation::author)
            .distinct()
            .toList();
    if (!suggesting.isEmpty()) {
      which.getItems().add(new SeparatorMenuItem());
    }
    for (Author author : suggesting) {
      MenuItem all = new MenuItem(Messages.text("review.accept-all", author.name()));
      all.setOnAction(_ -> model.wish(new Wish.AcceptAll(author)));
      which.getItems().add(all);
    }
  }

  private static RadioMenuItem radio(String title, boolean on, Runnable run) {
    RadioMenuItem item = new RadioMenuItem(title);
    item.setSelected(on);
    item.setOnAction(_ -> run.run());
    return item;
  }

  static String words(Which which) {
    return switch (which) {
      case OPEN -> Messages.text("review.which.open");
      case MINE -> Messages.text("review.which.mine");
      case RESOLVED -> Messages.text("review.which.resolved");
      case GUESSED -> Messages.text("review.which.guessed");
      case ORPHANED -> Messages.text("review.which.orphaned");
      case ALL -> Messages.text("review.which.all");
    };
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case COMMENT, REPLY -> Messages.text("review.kind.comments");
      case QUERY -> Messages.text("review.kind.queries");
      case SUGGESTION -> Messages.text("review.kind.suggestions");
      case SOURCE -> Messages.text("review.kind.sources");
      case CHECK -> Messages.text("review.kind.checks");
    };
  }
}
