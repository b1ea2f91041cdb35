package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Review;
import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.text.Span;
import galley.ui.history.DiffView;
import galley.ui.history.DiffView.Way;
import galley.ui.kit.Fx;
import galley.ui.kit.Segmented;
import galley.ui.kit.Sheet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/**
 * The text as it is and as it would be with every open suggestion: marked up, clean, original, or
 * side by side. Nothing is changed. On the JavaFX thread.
 */
final class TextViews {
  private TextViews() {}

  /** Where a suggestion would put what. */
  private record Part(Span span, String words) {}

  static void show(Review review, MainModel model) {
    String base = model.open().snapshot().get().body();
    List<Part> parts = parts(review);
    Fx.deliver(
        CompletableFuture.supplyAsync(() -> DiffView.compare(base, with(base, parts), false)),
        comparison -> open(comparison, model),
        model::trouble);
  }

  private static List<Part> parts(Review review) {
    Map<java.util.UUID, Placement> places = review.placements();
    return review.annotations().stream()
        .filter(note -> note.annotation().kind() == Annotation.Kind.SUGGESTION)
        .filter(note -> note.annotation().status() == Annotation.Status.OPEN)
        .filter(note -> note.annotation().anchor().inBody())
        .map(note -> part(note, places))
        .sorted(Comparator.comparingInt(part -> part.span().start()))
        .toList();
  }

  private static Part part(PlacedAnnotation note, Map<java.util.UUID, Placement> places) {
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

  private static void open(DiffView.Comparison comparison, MainModel model) {
    Map<Way, String> ways = new EnumMap<>(Way.class);
    ways.put(Way.MARKUP, Messages.text("shell.views.markup"));
    ways.put(Way.CLEAN, Messages.text("shell.views.clean"));
    ways.put(Way.ORIGINAL, Messages.text("shell.views.original"));
    ways.put(Way.SIDE_BY_SIDE, Messages.text("shell.views.both"));
    Segmented<Way> way = new Segmented<>(Messages.text("shell.views"), ways, Way.MARKUP);
    DiffView diff = new DiffView(Messages.text("shell.views"));
    way.value().subscribe(now -> diff.show(comparison, now));
    diff.node().setPrefHeight(520);
    HBox head = new HBox(way.node());
    head.getStyleClass().add("sheet-choice");
    BorderPane body = new BorderPane(diff.node());
    body.setTop(head);
    Button close = new Button(Messages.text("shell.done"));
    close.getStyleClass().add("primary");
    Sheet sheet =
        new Sheet(Messages.text("shell.views"), Messages.text("shell.views.sub"), () -> {});
    close.setOnAction(_ -> sheet.close());
    sheet.width(900).edgeToEdge(body).foot(List.of(), List.of(close)).open(model.scene());
  }
}
