package galley.ui.history;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Details;
import galley.post.Draft;
import galley.post.Revision;
import galley.text.Diff;
import galley.text.Sha256;
import galley.text.Words;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
final class HistoryViewTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:42:00Z");
  private static final UUID POST = new UUID(0, 1);

  private final List<Revision> kept = new ArrayList<>();
  private final Map<UUID, Draft> drafts = new HashMap<>();
  private final List<Runnable> undos = new ArrayList<>();
  private HistoryView history;
  private Stage stage;
  private Scene scene;

  @BeforeEach
  void showAWindow() {
    Revisions desk =
        new Revisions(
            post -> CompletableFuture.supplyAsync(() -> snapshot()),
            revision -> CompletableFuture.supplyAsync(() -> draft(revision)),
            () -> drafts.get(kept.getLast().id()),
            naming -> CompletableFuture.supplyAsync(() -> name(naming)),
            revision ->
                CompletableFuture.supplyAsync(
                    () -> keep(Revision.Kind.RESTORED, "", NOW, draft(revision).body())));
    unwatched(() -> {
      history = new HistoryView(desk, Clock.fixed(NOW, ZoneOffset.UTC));
      history.onRestored((title, undo) -> undos.add(undo));
      scene = new Scene(history.node(), 480, 860);
      Look.dress(scene);
      stage = new Stage();
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      return true;
    });
  }

  @AfterEach
  void close() {
    unwatched(() -> {
      stage.hide();
      history.close();
      return true;
    });
  }

  @Test
  void showsRevisionsByDayAndWhatChanged() {
    story();
    open();
    until("the comparison stands", () -> shown(".ink-removed").size() == 1);
    assertEquals(List.of("Today", "Yesterday", "Saturday 21 November"), texts(".history-day"));
    assertEquals(
        List.of("After review, round 1", "Before review", "Saved", "Brought in"),
        texts(".history-title"));
    picture(scene, "history-light");
    run(() -> Look.theme(scene, Theme.DARK));
    pulse();
    picture(scene, "history-dark");
  }

  @Test
  void whatIsMarkedIsWhatIsComparedWhenRevisionsAreAdded() {
    story();
    open();
    keep(Revision.Kind.AUTOSAVED, "", NOW, "New words.\n");
    run(() -> history.reload());
    until("the new one is there", () -> list().getItems().size() == 5);
    until("the newest is still marked", () -> list().getSelectionModel().getSelectedIndex() == 0);
    assertTrue(fx(() -> button("Restore").isDisabled()));

    run(() -> list().getSelectionModel().select(2));
    Revision older = fx(() -> list().getItems().get(2));
    keep(Revision.Kind.AUTOSAVED, "", NOW, "Newer words.\n");
    // Whoever listens goes on listening after memory was tidied.
    System.gc();
    run(() -> history.reload());
    until("there is one more", () -> list().getItems().size() == 6);
    until("the older one is marked", () -> list().getSelectionModel().getSelectedIndex() == 3);
    assertEquals(older, fx(() -> list().getSelectionModel().getSelectedItem()));
  }

  @Test
  void comparesWithTheTextAsItStands() {
    story();
    open();
    run(() -> list().getSelectionModel().select(3));
    pulse();
    run(() -> button("the text now").fire());
    until("the later words are marked as added", () -> !shown(".ink-added").isEmpty());
  }

  @Test
  void restoringMakesANewRevisionThatCanBeTakenBack() {
    story();
    open();
    assertTrue(fx(() -> button("Restore").isDisabled()));
    String newest = text();
    run(() -> list().getSelectionModel().select(2));
    String wanted = drafts.get(fx(() -> list().getItems().get(2)).id()).body();
    run(() -> button("Restore").fire());
    until("the revision is there", () -> list().getItems().size() == 5 && undos.size() == 1);
    assertEquals(wanted, text());
    run(() -> undos.getFirst().run());
    until("it is taken back", () -> list().getItems().size() == 6);
    assertEquals(newest, text());
    assertEquals(1, undos.size());
  }

  @Test
  void theStateNowGetsANameByKeyboard() {
    story();
    open();
    run(() -> history.nameNow());
    type(scene, "Sent to the desk");
    press(scene, KeyCode.ENTER);
    until("the milestone is there", () -> list().getItems().size() == 5);
    pulse();
    assertEquals("Sent to the desk", texts(".history-title").getFirst());
  }

  @Test
  void olderRevisionGetsANameAndStaysWhereItIs() {
    story();
    open();
    run(() -> list().getSelectionModel().select(2));
    run(() -> button("Name…").fire());
    type(scene, "What the council saw");
    picture(scene, "history-naming");
    press(scene, KeyCode.ENTER);
    until("it has its name", () -> list().getItems().get(2).name().equals("What the council saw"));
    pulse();
    assertEquals(
        List.of("After review, round 1", "Before review", "What the council saw", "Brought in"),
        texts(".history-title"));
    assertEquals(2, fx(() -> list().getSelectionModel().getSelectedIndex()));
  }

  private synchronized Revision name(Revisions.Naming naming) {
    for (int i = 0; i < kept.size(); i++) {
      Revision old = kept.get(i);
      if (naming.revision().filter(old.id()::equals).isPresent()) {
        kept.set(
            i,
            new Revision(
                old.id(),
                old.post(),
                old.number(),
                old.at(),
                old.kind(),
                naming.name(),
                old.sha256(),
                old.words(),
                old.added(),
                old.removed()));
        return kept.get(i);
      }
    }
    return keep(Revision.Kind.NAMED, naming.name(), kept.getLast().at(), text());
  }

  @Test
  void withoutAPostItSaysWhatItIsFor() {
    pulse();
    assertTrue(fx(() -> scene.getRoot().lookup(".history-empty").isVisible()));
    picture(scene, "history-empty");
  }

  @Test
  void aListThatCannotBeReadIsToldInPlainWords() {
    run(() -> {
      HistoryView broken =
          new HistoryView(
              new Revisions(
                  post -> CompletableFuture.failedFuture(new IllegalStateException("disk")),
                  revision -> CompletableFuture.failedFuture(new IllegalStateException("disk")),
                  () -> draft("x"),
                  naming -> CompletableFuture.completedFuture(naming),
                  CompletableFuture::completedFuture),
              Clock.fixed(NOW, ZoneOffset.UTC));
      scene.setRoot((javafx.scene.Parent) broken.node());
      broken.open(POST);
    });
    until(
        "the sentence stands",
        () ->
            ((Labeled) scene.getRoot().lookup(".history-trouble"))
                .getText()
                .contains("not touched"));
  }

  @Test
  void twoThousandRevisionsOfALongTextStaySmooth() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      text.append("Paragraph ").append(i).append(" of many. ");
      text.append("Fifty words to a paragraph make a long piece. ".repeat(6)).append("\n\n");
    }
    String long1 = text.toString();
    for (int i = 0; i < 2000; i++) {
      Instant at = NOW.minusSeconds(600L * (2000 - i));
      kept.add(revision(i + 1, Revision.Kind.AUTOSAVED, "", at, 30_000, i % 40, i % 7));
      drafts.put(
          kept.getLast().id(),
          draft(long1.replace("Paragraph " + i % 600 + " of", "Paragraph number " + i + " of")));
    }
    open();
    for (int i = 0; i < 12; i++) {
      int at = i * 150;
      run(() -> {
        list().scrollTo(at);
        list().getSelectionModel().select(at);
      });
      pulse();
    }
    until("the comparison stands", () -> !shown(".ink-added").isEmpty());
    int cells = fx(() -> list().lookupAll(".list-cell").size());
    assertTrue(cells < 60, cells + " cells for 2,000 revisions");
    assertFalse(fx(() -> diff().getItems().size() > 20), "unchanged stretches are folded");
  }

  /** A piece as in the picture the pane was drawn after. */
  private void story() {
    String begun = "# Notes\n\nThe county says the sailing loses $412,000 a year.\n";
    String more =
        begun
            + "\nIt does not say that 61 people ride it to work, or that the survey was taken in"
            + " the winter.\n";
    String last =
        begun
            + "\nIt does not say that 61 people ride it to hourly work, or that the survey was"
            + " taken in the winter.\n".replace("the winter", "February");
    keep(Revision.Kind.IMPORTED, "", Instant.parse("2026-11-21T09:00:00Z"), begun);
    keep(Revision.Kind.AUTOSAVED, "", Instant.parse("2026-11-22T17:20:00Z"), more);
    keep(Revision.Kind.NAMED, "Before review", Instant.parse("2026-11-22T18:03:00Z"), more);
    String reviewed = last.replace("to hourly", "to their hourly");
    keep(Revision.Kind.NAMED, "After review, round 1", NOW, reviewed);
  }

  private void open() {
    run(() -> history.open(POST));
    until("the list stands", () -> list().getItems().size() == kept.size());
    pulse();
  }

  private synchronized List<Revision> snapshot() {
    return List.copyOf(kept);
  }

  private synchronized Draft draft(UUID revision) {
    return drafts.get(revision);
  }

  private synchronized String text() {
    return drafts.get(kept.getLast().id()).body();
  }

  private synchronized Revision keep(Revision.Kind kind, String name, Instant at, String body) {
    String before = kept.isEmpty() ? "" : text();
    Diff.Counts counts = Diff.count(before, body);
    Revision revision =
        revision(
            kept.size() + 1, kind, name, at, Words.count(body), counts.added(), counts.removed());
    drafts.put(revision.id(), draft(body));
    kept.add(revision);
    return revision;
  }

  private static Revision revision(
      long number, Revision.Kind kind, String name, Instant at, int words, int added, int removed) {
    return new Revision(
        new UUID(9, number), POST, number, at, kind, name, Sha256.of(""), words, added, removed);
  }

  private static Draft draft(String body) {
    return new Draft(Details.draft("The ferry", "the-ferry"), body, List.of());
  }

  @SuppressWarnings("unchecked")
  private ListView<Revision> list() {
    return (ListView<Revision>) scene.getRoot().lookup(".history-list");
  }

  @SuppressWarnings("unchecked")
  private ListView<DiffRow> diff() {
    return (ListView<DiffRow>) scene.getRoot().lookup(".diff-list");
  }

  private Labeled labeled(Node node) {
    return (Labeled) node;
  }

  private javafx.scene.control.ButtonBase button(String words) {
    return (javafx.scene.control.ButtonBase)
        java.util.stream.Stream.of(".button", ".toggle-button")
            .flatMap(kind -> scene.getRoot().lookupAll(kind).stream())
            .filter(node -> labeled(node).getText().equals(words))
            .findFirst()
            .orElseThrow();
  }

  private List<Node> shown(String selector) {
    return List.copyOf(diff().lookupAll(selector));
  }

  private List<String> texts(String selector) {
    return fx(() ->
        list().lookupAll(selector).stream()
            .filter(node -> node.isVisible() && inFilledCell(node))
            .sorted(java.util.Comparator.comparingDouble(node -> node.localToScene(0, 0).getY()))
            .map(node -> labeled(node).getText())
            .toList());
  }

  private static boolean inFilledCell(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof RevisionCell cell) {
        return !cell.isEmpty();
      }
    }
    return false;
  }
}
