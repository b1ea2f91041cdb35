package galley.ui.library;

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

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.markdown.Markdown;
import galley.post.Details;
import galley.post.Draft;
import galley.post.PostSummary;
import galley.post.Stage;
import galley.text.Slug;
import galley.ui.kit.FxTest;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FxTest
final class LibraryViewTest {
  private final List<Wish> wishes = new ArrayList<>();
  private final List<Throwable> troubles = new ArrayList<>();
  @TempDir Path folder;
  private Desk desk;
  private LibraryModel model;
  private javafx.stage.Stage stage;
  private Scene scene;

  @BeforeEach
  void openALibraryOfThree() {
    desk = Desk.open(folder, Clock.systemUTC(), new DeskOptions(true, false, false));
    add("Count the oysters", Stage.READY, "harbour", "The survey everyone cites.");
    add("A short history of the tide table", Stage.PUBLISHED, "history", "Before the app.");
    add("Who is the harbour for?", Stage.DRAFT, "harbour", "Three plans and a question.");
    unwatched(() -> {
      model = new LibraryModel(desk, troubles::add);
      LibraryView view = new LibraryView(model, Clock.systemUTC(), wishes::add);
      scene = new Scene(new Layers(view.node()), 272, 700);
      Look.dress(scene);
      stage = new javafx.stage.Stage();
      stage.setX(0);
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
      return stage;
    });
    until("the posts are there", () -> model.rows().size() == 3);
    pulse();
  }

  @AfterEach
  void closeIt() {
    run(() -> {
      stage.close();
      model.close();
    });
    desk.close();
    assertEquals(List.of(), troubles);
  }

  @Test
  void shelvesCountAndFilter() {
    assertEquals(1, fx(() -> model.counts().get().of(Shelf.READY)));
    run(() -> model.shelf().set(Shelf.PUBLISHED));
    assertEquals(List.of("A short history of the tide table"), headlines());
    run(() -> {
      model.shelf().set(Shelf.ALL);
      model.tag().set(Optional.of("harbour"));
    });
    assertEquals(2, headlines().size());
  }

  @Test
  void searchFindsWordsInTheText() {
    run(() -> scene.getRoot().lookup(".library-search").requestFocus());
    type(scene, "survey");
    until(
        "it is found",
        () -> model.rows().size() == 1 && !model.rows().getFirst().excerpts().isEmpty());
    assertEquals(List.of("Count the oysters"), headlines());
    press(scene, KeyCode.ESCAPE);
    until("all are back", () -> model.rows().size() == 3);
  }

  @Test
  void severalPostsAreMovedToAStageAsOneWish() {
    run(() -> {
      list().requestFocus();
      list().getSelectionModel().selectRange(0, 3);
    });
    pulse();
    picture(scene, "library-several");
    List<UUID> all = fx(() -> model.rows().stream().map(row -> row.post().id()).toList());
    run(() -> {
      if (scene.getRoot().lookup(".library-several .menu-button") instanceof MenuButton move) {
        move.getItems().stream()
            .filter(item -> "Ready".equals(item.getText()))
            .forEach(MenuItem::fire);
      }
    });
    press(scene, KeyCode.DELETE);
    assertEquals(List.of(new Wish.Move(all, Stage.READY)), wishes, "none is deleted by accident");
    run(() -> list().getSelectionModel().clearAndSelect(1));
    pulse();
    assertFalse(fx(() -> scene.getRoot().lookup(".library-several").isVisible()));
  }

  @Test
  void keysOpenRenameAndDelete() {
    run(() -> {
      list().requestFocus();
      list().getSelectionModel().select(1);
    });
    UUID second = fx(() -> model.rows().get(1).post().id());
    press(scene, KeyCode.ENTER);
    press(scene, KeyCode.DELETE);
    assertEquals(List.of(new Wish.Open(second, List.of()), new Wish.Delete(second)), wishes);
    press(scene, KeyCode.F2);
    type(scene, "Another");
    press(scene, KeyCode.ENTER);
    assertEquals(new Wish.Rename(second, "Another"), wishes.getLast());
  }

  @Test
  void binShowsWhatWasDeleted() {
    UUID first = fx(() -> model.rows().getFirst().post().id());
    desk.bin(first).join();
    until("it is gone", () -> model.rows().size() == 2);
    run(() -> model.shelf().set(Shelf.BIN));
    assertEquals(1, headlines().size());
    run(() -> {
      list().requestFocus();
      list().getSelectionModel().select(0);
    });
    press(scene, KeyCode.ENTER);
    assertEquals(List.of(new Wish.Restore(first)), wishes);
  }

  @Test
  void clickInTheBinOnlyChoosesAndTheRowOffersToPutItBack() {
    assertFalse(fx(() -> scene.getRoot().lookup(".post-back").isVisible()));
    UUID first = fx(() -> model.rows().getFirst().post().id());
    desk.bin(first).join();
    until("it is gone", () -> model.rows().size() == 2);
    run(() -> model.shelf().set(Shelf.BIN));
    pulse();
    run(() -> click(scene.getRoot().lookup(".post-headline")));
    assertEquals(List.of(), wishes);
    assertEquals(0, fx(() -> list().getSelectionModel().getSelectedIndex()));
    run(() -> ((Button) scene.getRoot().lookup(".post-back")).fire());
    assertEquals(List.of(new Wish.Restore(first)), wishes);
  }

  @Test
  void cardFollowsWhatIsWrittenDownBeforeTheLibraryHasIt() {
    UUID last = fx(() -> model.rows().getLast().post().id());
    Draft draft = new Draft(Details.draft("A new headline", "a"), "Four words of text", List.of());
    run(() -> {
      model.current().set(Optional.of(last));
      model.follow(
          last, draft.details(), Markdown.parse(draft.body()), Instant.now().plusSeconds(1));
    });
    until("it is shown", () -> "A new headline".equals(model.rows().getFirst().post().headline()));
    assertEquals(4, fx(() -> model.rows().getFirst().post().words()));
    run(model::read);
    desk.bin(fx(() -> model.rows().getLast().post().id())).join();
    until("the library was read", () -> model.rows().size() == 2);
    assertEquals("A new headline", headlines().getFirst());
    desk.rename(last, "Renamed elsewhere").join();
    run(() -> model.current().set(Optional.empty()));
    run(model::read);
    until(
        "what is newer is shown",
        () ->
            model.rows().stream()
                .anyMatch(row -> row.post().headline().equals("Renamed elsewhere")));
  }

  private static void click(Node node) {
    Bounds at = node.localToScene(node.getBoundsInLocal());
    for (var type :
        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
      Event.fireEvent(
          node,
          new MouseEvent(
              type,
              at.getCenterX(),
              at.getCenterY(),
              at.getCenterX(),
              at.getCenterY(),
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              true,
              false,
              true,
              null));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 33, 59, 60})
  void openPostIsBroughtIntoViewWhereverItStandsInALongList(int index) {
    List<Row> many = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      many.add(
          Row.of(
              new PostSummary(
                  UUID.randomUUID(),
                  "post-" + i,
                  "A headline " + "that runs over lines ".repeat(i * 7 % 4) + i,
                  "Words that follow it. ".repeat(i * 5 % 6),
                  Stage.DRAFT,
                  "",
                  List.of(),
                  i,
                  0,
                  Instant.EPOCH)));
    }
    UUID open = many.get(index).post().id();
    run(() -> {
      model.rows().setAll(many);
      model.current().set(Optional.of(open));
    });
    until("its card is in view", () -> isInView(open));
  }

  private boolean isInView(UUID post) {
    Bounds room = list().localToScene(list().getBoundsInLocal());
    return scene.getRoot().lookupAll(".post-cell").stream()
        .filter(cell ->
            cell instanceof PostCell card
                && card.isVisible()
                && card.getItem() != null
                && card.getItem().post().id().equals(post))
        .map(cell -> cell.localToScene(cell.getBoundsInLocal()))
        .anyMatch(at -> at.getMinY() >= room.getMinY() - 2 && at.getMaxY() <= room.getMaxY() + 2);
  }

  @Test
  void emptyShelfSaysSoAwayFromTheEdge() {
    run(() -> model.shelf().set(Shelf.IN_REVIEW));
    pulse();
    Node words = fx(() -> scene.getRoot().lookup(".library-none .text"));
    Bounds at = fx(() -> words.localToScene(words.getLayoutBounds()));
    assertTrue(at.getMinX() > 10 && at.getMaxX() < 262, at.toString());
  }

  @Test
  void tenThousandPostsNeedOnlyAScreenOfCells() {
    List<Row> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      many.add(
          Row.of(
              new PostSummary(
                  UUID.randomUUID(),
                  "post-" + i,
                  "A headline that runs over two lines, number " + i,
                  "Words that follow it, and a few more of them to fill two lines.",
                  Stage.DRAFT,
                  "",
                  List.of(),
                  i,
                  0,
                  Instant.EPOCH)));
    }
    run(() -> model.rows().setAll(many));
    pulse();
    for (int at = 0; at < 10_000; at += 487) {
      int to = at;
      run(() -> list().scrollTo(to));
      pulse();
    }
    assertTrue(fx(() -> scene.getRoot().lookupAll(".post-cell").size()) < 30);
  }

  private ListView<?> list() {
    return (ListView<?>) scene.getRoot().lookup(".post-list");
  }

  private List<String> headlines() {
    return fx(() -> model.rows().stream().map(row -> row.post().headline()).toList());
  }

  private void add(String headline, Stage stage, String tag, String body) {
    desk.create(
            new Draft(
                Details.draft(headline, Slug.of(headline)).withStage(stage).withTags(List.of(tag)),
                body,
                List.of()))
        .join();
  }
}
