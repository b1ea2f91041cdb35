package galley.app;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.DraftSession;
import galley.desk.PackRequest;
import galley.desk.Review;
import galley.desk.ReviewFormat;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Post;
import galley.text.Span;
import galley.ui.kit.FxTest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.util.Pair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The ways by which a review comes into the window; each shows what it brings first. */
@FxTest
final class ArrivingTest {
  private static final String BODY =
      "Nobody on the 06:40 is a customer. The ferry leaves at dawn.\n\nIt is never late.\n";

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @TempDir Path given;
  private Scene scene;
  private Stage stage;
  private Wiring wiring;
  private Desk elsewhere;
  private Post post;
  private Path library;

  @BeforeEach
  void openTheWindowOnThePost() throws Exception {
    library = folder.resolve("library");
    DeskOptions quick = new DeskOptions(true, false, false);
    try (Desk desk = Desk.open(library, Clock.systemUTC(), quick)) {
      Path file = Files.writeString(given.resolve("f.md"), "---\ntitle: The ferry\n---\n" + BODY);
      desk.importing().bring(List.of(file), _ -> {}).join();
      post = desk.post(desk.posts().join().getFirst().id()).join();
      desk.reviewing().pack(post.id(), PackRequest.to(given.resolve("out.galley"))).join();
    }
    elsewhere = Desk.open(given.resolve("elsewhere"), Clock.systemUTC(), quick);
    elsewhere.reviewing().identity("Ed Itor", Optional.empty(), Optional.empty()).join();
    var arrival = elsewhere.reviewing().look(given.resolve("out.galley")).join();
    elsewhere.reviewing().merge(arrival, galley.desk.Choices.mine()).join();
    try (DraftSession session = elsewhere.open(post.id()).join()) {
      Review review = session.review();
      note(review, "customer", Annotation.Kind.COMMENT, "Is that so?", Optional.empty());
      note(review, "ferry", Annotation.Kind.SUGGESTION, "", Optional.of("boat"));
    }
    run(() -> {
      stage = new Stage();
      wiring = new Wiring(stage, library, Clock.system(ZoneId.systemDefault()));
      wiring.start(List.of());
      scene = stage.getScene();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    until("the post is open", () -> wiring.model().isPresent() && open().isPresent());
    pulse();
  }

  private static void note(
      Review review, String words, Annotation.Kind kind, String body, Optional<String> instead) {
    int at = BODY.indexOf(words);
    Span span = new Span(at, at + words.length());
    review.add(kind, Anchor.Scope.TEXT, "", span, body, instead).join();
  }

  @AfterEach
  void closeThem() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
    elsewhere.close();
  }

  @Test
  void packetIsTakenWhereverItIsDroppedOnTheWindow() {
    Path packet =
        elsewhere
            .reviewing()
            .pack(post.id(), PackRequest.to(given.resolve("back.galley")))
            .join()
            .file();
    run(() -> command("split"));
    pulse();
    for (String place : List.of(".manuscript", ".post-list", ".web-view", ".manuscript-head")) {
      assertTrue(drop(place, packet), place);
      arrived();
      assertTrue(fx(() -> says("2 new notes")), place);
      press(scene, KeyCode.ESCAPE);
      until("the sheet is gone", () -> scene.getRoot().lookup(".arrival") == null);
    }
    assertEquals(0, fx(() -> wiring.view().orElseThrow().reviewed().all().size()));
  }

  @Test
  void packetIsHandedToTheGalleyThatRunsAndSaysItsSendersNoteFirst() {
    PackRequest request =
        new PackRequest(
            given.resolve("back.galley"),
            Optional.empty(),
            PackRequest.History.ALL,
            "Lovely. Two small things, and the ledger.\nBy Friday?");
    Path packet = elsewhere.reviewing().pack(post.id(), request).join().file();
    assertTrue(Desk.ask(library, List.of(packet)));
    arrived();
    assertTrue(fx(() -> says("Lovely. Two small things")));
    picture(scene, "arriving-note");
    run(() -> button("Take it in").fire());
    until("the notes are there", () -> wiring.view().orElseThrow().reviewed().all().size() == 2);
  }

  @Test
  void wordDocumentThatComesBackShowsWhatItBringsAndAddsItOnce() {
    comesBack(ReviewFormat.DOCX, "arriving-word");
  }

  @Test
  void markedTextThatComesBackShowsWhatItBringsAndAddsItOnce() {
    comesBack(ReviewFormat.CRITICMARKUP, "arriving-marked");
  }

  private void comesBack(ReviewFormat format, String name) {
    Path file = given.resolve(post.slug() + " (1)." + format.end());
    elsewhere.reviewing().write(post.id(), format, file).join();
    assertTrue(drop(".manuscript", file));
    arrived();
    assertTrue(fx(() -> says("2 new notes")));
    assertTrue(fx(() -> says("ferry → boat")));
    assertTrue(fx(() -> says("Nothing has been changed yet.")));
    picture(scene, name);
    assertEquals(0, fx(() -> wiring.view().orElseThrow().reviewed().all().size()));
    run(() -> button("Take it in").fire());
    until("the notes are there", () -> wiring.view().orElseThrow().reviewed().all().size() == 2);
    assertEquals(BODY, fx(this::body));
    assertTrue(drop(".manuscript", file));
    arrived();
    assertTrue(fx(() -> says("Everything in this file is here already")));
    assertFalse(fx(() -> has("Take it in")));
    run(() -> button("Close").fire());
  }

  @Test
  void wordDocumentOfAnotherTextIsRefusedInPlainWords() throws Exception {
    Path file = given.resolve("other.docx");
    Path source =
        Files.writeString(given.resolve("oysters.md"), "---\ntitle: Oysters\n---\nCount them all.");
    elsewhere.importing().bring(List.of(source), _ -> {}).join();
    Post other = elsewhere.find("oysters").join().orElseThrow();
    elsewhere.reviewing().write(other.id(), ReviewFormat.DOCX, file).join();
    assertTrue(drop(".manuscript", file));
    until("it is said", () -> says("No post here reads like other.docx"));
    press(scene, KeyCode.ESCAPE);
  }

  @Test
  void textWithoutMarksIsAPostOfItsOwn() throws Exception {
    Path file = Files.writeString(given.resolve("the-ferry.md"), BODY);
    assertTrue(drop(".manuscript", file));
    until("there are two", () -> wiring.view().isPresent() && says("is in the library"));
  }

  @Test
  void sendingOffersAFileForWordAndOneForAnyEditor() {
    run(() -> command("send"));
    until("it asks", () -> has("For Word"));
    pulse();
    picture(scene, "send-galley");
    run(() -> button("For Word").fire());
    pulse();
    assertTrue(fx(() -> says("tracked changes")));
    picture(scene, "send-word");
    press(scene, KeyCode.ESCAPE);
  }

  private void arrived() {
    until("what it brings is shown", () -> scene.getRoot().lookup(".arrival") != null);
    pulse();
  }

  private Optional<DraftSession> open() {
    return wiring.model().orElseThrow().open().shown();
  }

  /** Files that another program offers. */
  private record Offered(Map<DataFormat, Object> content) implements TKClipboard {
    @Override
    public Set<DataFormat> getContentTypes() {
      return content.keySet();
    }

    @Override
    @SafeVarargs
    public final boolean putContent(Pair<DataFormat, Object>... more) {
      return false;
    }

    @Override
    public Object getContent(DataFormat format) {
      return content.get(format);
    }

    @Override
    public boolean hasContent(DataFormat format) {
      return content.containsKey(format);
    }

    @Override
    public Set<TransferMode> getTransferModes() {
      return Set.of(TransferMode.COPY);
    }

    @Override
    public void setDragView(Image image) {}

    @Override
    public void setDragViewOffsetX(double offset) {}

    @Override
    public void setDragViewOffsetY(double offset) {}

    @Override
    public Image getDragView() {
      return null;
    }

    @Override
    public double getDragViewOffsetX() {
      return 0;
    }

    @Override
    public double getDragViewOffsetY() {
      return 0;
    }
  }

  private boolean drop(String on, Path file) {
    boolean[] taken = {false};
    until(on + " is there", () -> scene.getRoot().lookup(on) != null);
    run(() -> {
      Node target = scene.getRoot().lookup(on);
      List<File> files = List.of(file.toFile());
      Dragboard board =
          DragboardHelper.createDragboard(new Offered(Map.of(DataFormat.FILES, files)));
      DragEvent over = event(DragEvent.DRAG_OVER, board);
      Event.fireEvent(target, over);
      DragEvent dropped = event(DragEvent.DRAG_DROPPED, board);
      Event.fireEvent(target, dropped);
      taken[0] = dropped.isDropCompleted();
    });
    pulse();
    return taken[0];
  }

  private static DragEvent event(javafx.event.EventType<DragEvent> type, Dragboard board) {
    return new DragEvent(type, board, 5, 5, 5, 5, TransferMode.COPY, null, null, null);
  }

  private org.fxmisc.richtext.GenericStyledArea<?, ?, ?> area() {
    return (org.fxmisc.richtext.GenericStyledArea<?, ?, ?>) scene.getRoot().lookup(".manuscript");
  }

  private String body() {
    return area().getText();
  }

  private boolean says(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Labeled label && label.getText().contains(words));
  }

  private boolean has(String title) {
    return scene.getRoot().lookupAll("*").stream().anyMatch(node -> isCalled(node, title));
  }

  private static boolean isCalled(Node node, String title) {
    return node instanceof ButtonBase button && title.equals(button.getText());
  }

  private ButtonBase button(String title) {
    return scene.getRoot().lookupAll("*").stream()
        .filter(node -> isCalled(node, title))
        .map(ButtonBase.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void command(String id) {
    wiring.view().orElseThrow().actions().find(id).orElseThrow().run().run();
  }
}
