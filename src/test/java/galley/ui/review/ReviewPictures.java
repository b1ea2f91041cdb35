package galley.ui.review;

import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.post.Source;
import galley.text.Span;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Draws every state of the review, for looking at. {@code -Pbench -Dtest=ReviewPictures} */
@FxTest
@Tag("bench")
final class ReviewPictures {
  static final String BODY =
      """
      On the 06:40 nobody is a customer. A nurse sits beside the man who will fix her roof; \
      the mate reads out the school closures. It is the only room on the islands that everyone \
      still shares.

      ## What the ledger leaves out

      The county says the sailing loses $412,000 a year. It does not say that **61 people** ride \
      it to hourly work, or that the [2024 crossing survey](surveys/2024.pdf) was taken in \
      Febuary, when half the fleet was in dock.

      ![The 06:40](media/ferry-dawn.jpg)

      > You can close a route in an afternoon. You cannot open one in ten years.
      > — a retired harbour master

      ## The 06:40 is not a bus

      A bus can be late. A boat that leaves without you leaves until evening, and an island \
      learns to plan around the one it can trust.
      """;

  static List<PlacedAnnotation> some() {
    List<PlacedAnnotation> all = new ArrayList<>();
    all.add(
        ReviewWindow.replied(
            ReviewWindow.note(
                Kind.COMMENT,
                BODY,
                "the mate reads out the school closures",
                "Lovely. Is this every day, or the day you rode it? One word would settle it.",
                ""),
            ReviewWindow.WRITER,
            "Most mornings in winter. Will say so."));
    int after = BODY.indexOf("closures.") + 9;
    all.add(
        ReviewWindow.note(
            Kind.SUGGESTION,
            new Span(after, after),
            BODY,
            "",
            " It is also the only one with a kettle."));
    all.add(
        ReviewWindow.note(
            Kind.QUERY,
            BODY,
            "loses $412,000 a year",
            "A figure with no link, footnote or source note in its sentence.",
            ""));
    all.add(ReviewWindow.note(Kind.SUGGESTION, BODY, "Febuary", "", "February"));
    all.add(
        ReviewWindow.at(
            ReviewWindow.note(Kind.COMMENT, BODY, "A bus can be late", "Nice and short.", ""),
            Placement.State.GUESS));
    return all;
  }

  @Test
  void states() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (int[] size : new int[][] {{1168, 826}, {1024, 560}}) {
        try (ReviewWindow window = new ReviewWindow(size[0], size[1])) {
          run(() -> Look.theme(window.scene, theme));
          String name = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0];
          window.open(BODY);
          List<PlacedAnnotation> some = some();
          window.show(some);
          run(() -> window.model.current().set(Optional.of(some.getFirst().annotation().id())));
          pulse();
          pulse();
          picture(window.scene, "review-cards" + name);
          window.show(more());
          picture(window.scene, "review-states" + name);
          run(() -> {
            window.editor.goTo(new Span(BODY.indexOf("61 people"), BODY.indexOf("61 people") + 9));
            window.view.begin(
                new Unsent(
                    UUID.randomUUID(),
                    Kind.COMMENT,
                    Anchor.Scope.TEXT,
                    "",
                    new Span(BODY.indexOf("61 people"), BODY.indexOf("61 people") + 9),
                    "61 people",
                    "",
                    "61 people"));
          });
          pulse();
          pulse();
          picture(window.scene, "review-writing" + name);
          run(() -> window.model.unsent().set(Optional.empty()));
          window.show(closed());
          run(() ->
              window
                  .model
                  .filter()
                  .set(new Filter(Filter.Which.ALL, Optional.empty(), Optional.empty(), "")));
          pulse();
          pulse();
          picture(window.scene, "review-closed" + name);
          window.show(many());
          run(() -> window.model.filter().set(Filter.OPEN));
          pulse();
          pulse();
          picture(window.scene, "review-many" + name);
          run(() -> window.model.filter().set(Filter.OPEN.withWords("nothing says this")));
          pulse();
          pulse();
          picture(window.scene, "review-filtered" + name);
          window.show(List.of());
          pulse();
          picture(window.scene, "review-none" + name);
        }
      }
    }
  }

  /** What is done with, and a change of form only. */
  private static List<PlacedAnnotation> closed() {
    List<PlacedAnnotation> all = new ArrayList<>();
    PlacedAnnotation thread =
        ReviewWindow.replied(
            ReviewWindow.note(
                Kind.COMMENT, BODY, "the mate reads out the school closures", "Every day?", ""),
            ReviewWindow.WRITER,
            "Most mornings in winter.");
    all.add(judged(thread, Status.RESOLVED));
    all.add(ReviewWindow.note(Kind.SUGGESTION, BODY, "61 people", "", "*61 people*"));
    all.add(
        judged(
            ReviewWindow.note(Kind.SUGGESTION, BODY, "Febuary", "", "February"), Status.ACCEPTED));
    all.add(
        judged(
            ReviewWindow.note(Kind.QUERY, BODY, "loses $412,000 a year", "Where from?", ""),
            Status.UNVERIFIABLE));
    return all;
  }

  private static PlacedAnnotation judged(PlacedAnnotation note, Status status) {
    return new PlacedAnnotation(
        ReviewWindow.with(note.annotation(), status, Optional.empty(), true),
        note.placement(),
        note.replies());
  }

  private static List<PlacedAnnotation> many() {
    List<PlacedAnnotation> all = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < 40; i++) {
      int start = BODY.indexOf(' ', at) + 1;
      int end = BODY.indexOf(' ', start + 4);
      if (start <= 0 || end < 0) {
        break;
      }
      Kind kind = i % 3 == 0 ? Kind.SUGGESTION : i % 3 == 1 ? Kind.COMMENT : Kind.QUERY;
      all.add(
          ReviewWindow.note(
              kind,
              BODY,
              BODY.substring(start, end),
              kind == Kind.SUGGESTION ? "" : "Note " + i + ": is this needed here?",
              "other words"));
      at = end + 6;
    }
    return all;
  }

  private static List<PlacedAnnotation> more() {
    List<PlacedAnnotation> all = new ArrayList<>();
    PlacedAnnotation head =
        ReviewWindow.note(Kind.COMMENT, BODY, "", "Strong. Could it be shorter?", "");
    all.add(
        on(head, new Anchor(Anchor.Scope.HEADLINE, "", "s", new Span(0, 9), "The ferry", "", "")));
    PlacedAnnotation query =
        ReviewWindow.note(Kind.QUERY, BODY, "loses $412,000 a year", "Where from?", "");
    Annotation answered =
        ReviewWindow.with(
            query.annotation(),
            Status.ANSWERED,
            Optional.of(
                new Source(
                    Source.Kind.DOCUMENT,
                    "County transport accounts 2025",
                    "page 14",
                    Optional.of(LocalDate.of(2026, 3, 2)))),
            false);
    all.add(new PlacedAnnotation(answered, query.placement(), List.of()));
    all.add(
        ReviewWindow.at(
            ReviewWindow.note(Kind.COMMENT, BODY, "61 people", "Who counted them?", ""),
            Placement.State.ORPHAN));
    all.add(on(head, Anchor.on(Anchor.Scope.IMAGE, "media/ferry-dawn.jpg")));
    all.add(
        ReviewWindow.at(
            ReviewWindow.note(Kind.COMMENT, BODY, "A bus can be late", "Nice and short.", ""),
            Placement.State.GUESS));
    all.add(
        ReviewWindow.note(Kind.SUGGESTION, BODY, "the one it can trust", "Trust is enough.", ""));
    return all;
  }

  private static PlacedAnnotation on(PlacedAnnotation note, Anchor anchor) {
    Annotation said = note.annotation();
    return new PlacedAnnotation(
        new Annotation(
            UUID.randomUUID(),
            said.kind(),
            said.parent(),
            said.author(),
            said.at(),
            said.changed(),
            said.clock(),
            said.status(),
            anchor,
            said.body(),
            said.replacement(),
            said.rule(),
            said.source(),
            said.verified()),
        note.placement(),
        List.of());
  }
}
