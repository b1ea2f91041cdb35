package galley.ui.review;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.unwatched;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.Details;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Source;
import galley.text.Span;
import galley.ui.editor.EditorView;
import galley.ui.editor.NoteMark;
import galley.ui.editor.PictureStore;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** An editor and the review beside it, for tests. */
final class ReviewWindow implements AutoCloseable {
  static final Author EDITOR = new Author("Edda Reyes", "E", "#2b5f9e", "edda");
  static final Author WRITER = new Author("Wim Staal", "W", "#27693f", "wim");
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  final List<Wish> wishes = new ArrayList<>();
  final EditorView editor;
  final ReviewModel model;
  final ReviewView view;
  final Scene scene;
  private final Stage stage;
  private final List<PlacedAnnotation> notes = new ArrayList<>();
  private String body = "";

  ReviewWindow(int width, int height) {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    editor = fx(() -> new EditorView(ForkJoinPool.commonPool()));
    model = fx(() -> new ReviewModel(wishes::add));
    view = fx(() -> new ReviewView(model, clock));
    scene =
        fx(() -> {
          Layers layers = new Layers(new Region());
          Scene window = new Scene(layers, width, height);
          Look.dress(window);
          Look.still(window, true); // what glides would outlive the window
          HBox.setHgrow(editor.node(), Priority.ALWAYS);
          view.node().setPrefWidth(380);
          view.node().setMinWidth(380);
          layers.content(new HBox(editor.node(), view.node()));
          return window;
        });
    run(() -> {
      model.me(WRITER);
      model.levels(this::level);
      model.current().addListener((_, _, now) -> editor.notes().current(now));
      editor.notes().onMoved(view::moved);
      editor
          .notes()
          .onPressed(note -> {
            model.current().set(Optional.of(note));
            view.enter(note);
          });
      view.onScroll(editor.notes()::scroll);
      view.paperTop(() -> editor.node().localToScene(0, 0).getY());
      view.caret(() -> editor.notes().caret());
    });
    stage =
        fx(() -> {
          Stage window = new Stage();
          window.setX(0);
          window.setY(0);
          window.setScene(scene);
          window.show();
          return window;
        });
    pulse();
  }

  private Level level(UUID note) {
    return editor
        .notes()
        .level(note)
        .map(level ->
            new Level(
                level.order(),
                Double.isFinite(level.y())
                    ? editor.node().localToScene(0, level.y()).getY()
                    : level.y()))
        .orElse(new Level(Integer.MAX_VALUE, Double.POSITIVE_INFINITY));
  }

  void open(String text) {
    body = text;
    Details details =
        Details.draft("The ferry is the last public square we have", "ferry")
            .withStandfirst("Cutting the 06:40 saves the county less than it thinks.");
    var _ =
        unwatched(() -> {
          editor.open(new Draft(details, text, List.of()), PictureStore.none(), 0, -1);
          return true;
        });
    pulse();
  }

  /** A note on words of the body, or without words on its beginning. */
  static PlacedAnnotation note(
      Annotation.Kind kind, String body, String quote, String words, String replacement) {
    int start = Math.max(0, body.indexOf(quote));
    return note(kind, new Span(start, start + quote.length()), body, words, replacement);
  }

  static PlacedAnnotation note(
      Annotation.Kind kind, Span span, String body, String words, String replacement) {
    Annotation made =
        new Annotation(
            UUID.randomUUID(),
            kind,
            Optional.empty(),
            EDITOR,
            NOON.minusSeconds(5000),
            NOON.minusSeconds(5000),
            1,
            Annotation.Status.OPEN,
            Anchor.in(Anchor.Scope.TEXT, body, "sha", span),
            words,
            kind == Annotation.Kind.SUGGESTION ? Optional.of(replacement) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true);
    return new PlacedAnnotation(made, new Placement(Placement.State.LIVE, span), List.of());
  }

  static Annotation with(
      Annotation note, Annotation.Status status, Optional<Source> source, boolean verified) {
    return new Annotation(
        note.id(),
        note.kind(),
        note.parent(),
        note.author(),
        note.at(),
        note.changed(),
        note.clock(),
        status,
        note.anchor(),
        note.body(),
        note.replacement(),
        note.rule(),
        source,
        verified);
  }

  static PlacedAnnotation with(PlacedAnnotation note, Annotation.Status status) {
    return new PlacedAnnotation(
        with(note.annotation(), status, note.annotation().source(), note.annotation().verified()),
        note.placement(),
        note.replies());
  }

  static PlacedAnnotation at(PlacedAnnotation note, Placement.State state) {
    return new PlacedAnnotation(
        note.annotation(), new Placement(state, note.placement().span()), note.replies());
  }

  static PlacedAnnotation replied(PlacedAnnotation note, Author by, String words) {
    Annotation root = note.annotation();
    Annotation reply =
        new Annotation(
            UUID.randomUUID(),
            Annotation.Kind.REPLY,
            Optional.of(root.id()),
            by,
            NOON.minusSeconds(2000),
            NOON.minusSeconds(2000),
            2,
            Annotation.Status.OPEN,
            root.anchor(),
            words,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true);
    List<Annotation> replies = new ArrayList<>(note.replies());
    replies.add(reply);
    return new PlacedAnnotation(root, note.placement(), replies);
  }

  void show(List<PlacedAnnotation> all) {
    notes.clear();
    notes.addAll(all);
    run(() -> {
      model.show(all);
      editor.notes().show(all.stream().map(ReviewWindow::mark).toList());
    });
    pulse();
    pulse();
  }

  static NoteMark mark(PlacedAnnotation note) {
    Annotation said = note.annotation();
    NoteMark.Ink ink =
        !said.status().isOpen()
            ? NoteMark.Ink.CLOSED
            : switch (said.kind()) {
              case COMMENT, REPLY -> NoteMark.Ink.COMMENT;
              case QUERY -> NoteMark.Ink.QUERY;
              case SOURCE -> NoteMark.Ink.SOURCE;
              case CHECK -> NoteMark.Ink.CHECK;
              case SUGGESTION ->
                  said.anchor().exact().isEmpty()
                      ? NoteMark.Ink.INSERTION
                      : said.replacement().orElse("").isEmpty()
                          ? NoteMark.Ink.DELETION
                          : NoteMark.Ink.CHANGE;
            };
    return new NoteMark(
        said.id(), said.anchor().scope(), said.anchor().target(), note.placement(), ink);
  }

  String body() {
    return body;
  }

  /** The cards in view, from the top. */
  List<Card> cards() {
    return fx(() ->
        scene.getRoot().lookupAll(".note-card").stream()
            .filter(Card.class::isInstance)
            .map(Card.class::cast)
            .sorted((a, b) -> Double.compare(a.getLayoutY(), b.getLayoutY()))
            .toList());
  }

  Card card(PlacedAnnotation note) {
    return cards().stream()
        .filter(card -> fx(card::id).equals(note.annotation().id()))
        .findFirst()
        .orElseThrow();
  }

  static Bounds bounds(Region node) {
    return fx(() -> node.localToScene(node.getLayoutBounds()));
  }

  @Override
  public void close() {
    run(stage::close);
  }
}
