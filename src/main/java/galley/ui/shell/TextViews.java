package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.DraftSession;
import galley.desk.Preferences.Mode;
import galley.desk.Review;
import galley.post.Anchor.Scope;
import galley.post.Annotation;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.text.Span;
import galley.ui.editor.EditorView;
import galley.ui.editor.ReadingView;
import galley.ui.kit.Fx;
import galley.ui.kit.Icons;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the text pane shows in review mode: the text with its marks, as it would be, as it was, or
 * both. All but the first are to be read; the editor waits below with its caret and its place, and
 * nothing is changed. On the JavaFX thread.
 */
final class TextViews {
  /** How the text is read. */
  enum Way {
    MARKUP,
    CLEAN,
    ORIGINAL,
    SIDE_BY_SIDE
  }

  /** Where a suggestion would put what. */
  private record Part(Span span, String words) {}

  private final MainModel model;
  private final EditorView editor;
  private final StackPane place;
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.MARKUP);
  private final MenuButton choice = new MenuButton();
  private final Label state = new Label();
  private final HBox sign = new HBox();
  private final HBox pages = new HBox();
  private Optional<Review> review = Optional.empty();
  private Optional<ReadingView> original = Optional.empty();
  private Optional<ReadingView> clean = Optional.empty();
  private double line;
  private boolean settling;

  /**
   * @param place where the editor lies, and what is read lies over it
   */
  TextViews(MainModel model, EditorView editor, StackPane place) {
    this.model = model;
    this.editor = editor;
    this.place = place;
    buildChoice();
    buildSign();
    way.addListener((_, before, now) -> turn(before, now));
    model
        .mode()
        .addListener((_, _, now) -> {
          if (now != Mode.REVIEW) {
            back();
          }
        });
    pages.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            back();
            event.consume();
          }
        });
    model
        .zoom()
        .addListener((_, _, now) -> {
          original.ifPresent(page -> page.zoom(now.doubleValue()));
          clean.ifPresent(page -> page.zoom(now.doubleValue()));
        });
  }

  private void buildChoice() {
    choice.getStyleClass().addAll("ghost", "note-filter");
    choice.setMinWidth(0);
    choice.setOnShowing(_ -> {
      choice.getItems().clear();
      for (Way each : Way.values()) {
        RadioMenuItem item = new RadioMenuItem(words(each));
        item.setSelected(way.get() == each);
        item.setOnAction(_ -> show(each));
        choice.getItems().add(item);
      }
    });
    way.subscribe(now -> {
      choice.setText(words(now));
      choice.setAccessibleText(Messages.text("shell.views.choice", words(now)));
    });
  }

  private void buildSign() {
    Button back = new Button(Messages.text("shell.views.back"));
    back.getStyleClass().add("small-button");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setOnAction(_ -> back());
    state.setGraphic(Icons.of(Feather.EYE));
    state.setWrapText(true);
    sign.getChildren().setAll(state, back);
    sign.getStyleClass().add("reading-sign");
    sign.setAlignment(Pos.CENTER_LEFT);
    sign.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(sign, Pos.BOTTOM_CENTER);
    pages.getStyleClass().add("reading-pages");
  }

  /** The quiet choice for the review's bar. */
  Node choice() {
    return choice;
  }

  /** Reads the text another way, in review mode. */
  void show(Way now) {
    if (review.isPresent()) {
      model.mode().set(Mode.REVIEW);
      way.set(now);
    }
  }

  boolean isReading() {
    return way.get() != Way.MARKUP;
  }

  /** Shows the editor again, where it was left. */
  void back() {
    way.set(Way.MARKUP);
  }

  /** Another post is open. */
  void follow(Optional<Review> now) {
    back();
    review = now;
  }

  /** The notes or the text have changed. */
  void renew() {
    if (isReading()) {
      List<ReadingView> shown = pages(way.get());
      double at = shown.getFirst().firstVisibleLine();
      fill(way.get(), shown);
      settle(shown, at, 1);
    }
  }

  private void turn(Way before, Way now) {
    if (now == Way.MARKUP) {
      place.getChildren().removeAll(pages, sign);
      editor.node().setVisible(model.hasPost().get());
      editor.scrollToLine(line, false);
      model.reading().set(false);
      editor.focusBody();
      return;
    }
    double at =
        before == Way.MARKUP
            ? editor.firstVisibleLine()
            : pages(before).getFirst().firstVisibleLine();
    if (before == Way.MARKUP) {
      line = at;
      model.reading().set(true);
    }
    List<ReadingView> shown = pages(now);
    pages.getChildren().setAll(shown.stream().map(ReadingView::node).toList());
    shown.forEach(page -> HBox.setHgrow(page.node(), Priority.ALWAYS));
    state.setText(said(now));
    if (!place.getChildren().contains(pages)) {
      place.getChildren().addAll(pages, sign);
    }
    fill(now, shown);
    settle(shown, at, 2);
    editor.node().setVisible(false);
    shown.getFirst().focus();
  }

  /** Lines that are laid out for another width move; they are held until they stand. */
  private void settle(List<ReadingView> shown, double at, int frames) {
    settling = frames > 0;
    place.applyCss();
    place.layout();
    shown.forEach(page -> page.scrollToLine(at));
    if (settling) {
      Fx.later(() -> {
        if (isReading() && pages(way.get()).equals(shown)) {
          settle(shown, at, frames - 1);
        }
      });
    }
  }

  /** The pages in view, from left to right. */
  private List<ReadingView> pages(Way now) {
    return switch (now) {
      case MARKUP -> List.of();
      case CLEAN -> List.of(cleanPage());
      case ORIGINAL -> List.of(originalPage());
      case SIDE_BY_SIDE -> List.of(originalPage(), cleanPage());
    };
  }

  private ReadingView originalPage() {
    if (original.isEmpty()) {
      original = Optional.of(page(Messages.text("shell.views.original")));
    }
    return original.get();
  }

  private ReadingView cleanPage() {
    if (clean.isEmpty()) {
      clean = Optional.of(page(Messages.text("shell.views.clean")));
    }
    return clean.get();
  }

  private ReadingView page(String name) {
    ReadingView page = new ReadingView(name, ForkJoinPool.commonPool());
    page.zoom(model.zoom().get());
    page.node().setMinWidth(0);
    page.node().setPrefWidth(100); // both sides get the same
    page.onScrolled(now -> scrolled(page, now));
    return page;
  }

  /** The other side goes along, and the cards stay level. */
  private void scrolled(ReadingView by, double now) {
    if (isReading() && !settling) {
      pages(way.get()).stream()
          .filter(page -> !page.equals(by))
          .forEach(page -> page.scrollToLine(now));
      editor.scrollToLine(now, false);
    }
  }

  private void fill(Way now, List<ReadingView> shown) {
    Optional<DraftSession> session = model.open().shown();
    if (review.isEmpty() || session.isEmpty()) {
      return;
    }
    Draft draft = editor.draft();
    SessionPictures pictures = new SessionPictures(model.desk(), session.get());
    for (ReadingView page : shown) {
      boolean before =
          now == Way.ORIGINAL || now == Way.SIDE_BY_SIDE && page.equals(shown.getFirst());
      page.show(before ? draft : with(review.get(), draft), pictures, editor);
    }
  }

  /** The draft with every open suggestion. */
  private static Draft with(Review review, Draft draft) {
    String headline = with(draft.details().headline(), parts(review, Scope.HEADLINE));
    String standfirst = with(draft.details().standfirst(), parts(review, Scope.STANDFIRST));
    return draft
        .withDetails(draft.details().withHeadline(headline).withStandfirst(standfirst))
        .withBody(with(draft.body(), parts(review, Scope.TEXT)));
  }

  private static List<Part> parts(Review review, Scope scope) {
    Map<UUID, Placement> places = review.placements();
    return review.annotations().stream()
        .filter(note -> note.annotation().kind() == Annotation.Kind.SUGGESTION)
        .filter(note -> note.annotation().status() == Annotation.Status.OPEN)
        .filter(note -> scope(note) == scope)
        .map(note -> part(note, places))
        .sorted(Comparator.comparingInt(part -> part.span().start()))
        .toList();
  }

  private static Scope scope(PlacedAnnotation note) {
    Scope scope = note.annotation().anchor().scope();
    return scope == Scope.BLOCK ? Scope.TEXT : scope;
  }

  private static Part part(PlacedAnnotation note, Map<UUID, Placement> places) {
    Annotation said = note.annotation();
    return new Part(
        places.getOrDefault(said.id(), note.placement()).span(), said.replacement().orElse(""));
  }

  /** The text with all of them; of two for the same words the first. */
  private static String with(String base, List<Part> parts) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Part part : parts) {
      if (part.span().start() >= at && part.span().end() <= base.length()) {
        text.append(base, at, part.span().start()).append(part.words());
        at = part.span().end();
      }
    }
    return text.append(base.substring(at)).toString();
  }

  static String words(Way way) {
    return switch (way) {
      case MARKUP -> Messages.text("shell.views.markup");
      case CLEAN -> Messages.text("shell.views.clean");
      case ORIGINAL -> Messages.text("shell.views.original");
      case SIDE_BY_SIDE -> Messages.text("shell.views.both");
    };
  }

  private static String said(Way way) {
    return switch (way) {
      case CLEAN -> Messages.text("shell.views.reading-clean");
      case ORIGINAL -> Messages.text("shell.views.reading-original");
      default -> Messages.text("shell.views.reading-both");
    };
  }
}
