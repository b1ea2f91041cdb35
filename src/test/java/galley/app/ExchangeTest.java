package galley.app;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.DraftSession;
import galley.desk.PackRequest;
import galley.desk.Review;
import galley.desk.SaveState;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Post;
import galley.post.Revision;
import galley.text.Span;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import galley.ui.shell.MainModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A post that goes to somebody else and comes back, in the whole program. */
@FxTest
final class ExchangeTest {
  private static final String BODY =
      "Nobody on the 06:40 is a customer. The ferry leaves at dawn.\n\nIt is never late.\n";

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @TempDir Path given;
  private Scene scene;
  private Stage stage;
  private Wiring wiring;
  private Desk writer;
  private Post post;

  @BeforeEach
  void openTwoLibraries() throws Exception {
    writer =
        Desk.open(given.resolve("writer"), Clock.systemUTC(), new DeskOptions(true, false, false));
    writer.reviewing().identity("Wim Staal", Optional.empty(), Optional.empty()).join();
    Path file = Files.writeString(given.resolve("f.md"), "---\ntitle: The ferry\n---\n" + BODY);
    writer.importing().bring(List.of(file), _ -> {}).join();
    post = writer.post(writer.posts().join().getFirst().id()).join();
    try (DraftSession session = writer.open(post.id()).join()) {
      Review review = session.review();
      int at = post.body().indexOf("customer");
      review
          .add(
              Annotation.Kind.COMMENT,
              Anchor.Scope.TEXT,
              "",
              new Span(at, at + 8),
              "Is that so?",
              Optional.empty())
          .join();
    }
    Path editors = folder.resolve("editor");
    Desk.open(editors, Clock.systemUTC(), new DeskOptions(true, false, false)).close();
    run(() -> {
      stage = new Stage();
      wiring = new Wiring(stage, editors, Clock.system(ZoneId.systemDefault()));
      wiring.start(List.of());
      scene = stage.getScene();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    until("the window is there", () -> wiring.view().isPresent());
  }

  @AfterEach
  void closeThem() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
    writer.close();
  }

  @Test
  void packetIsShownBeforeItIsTakenInAndTheSameOneOnceMoreChangesNothing() {
    Path packet = pack("one");
    arrive(packet);
    assertTrue(fx(() -> says("A post that is not in your library yet")));
    assertTrue(fx(() -> says("1 new note")));
    picture(scene, "exchange-new");
    assertEquals(List.of(), wiring.model().orElseThrow().open().shown().stream().toList());
    run(() -> button("Take it in").fire());
    until("the post is open with its note", () -> notes() == 1);
    arrive(packet);
    assertTrue(fx(() -> says("Everything in this file is here already")));
    assertFalse(fx(() -> has("Take it in")));
    picture(scene, "exchange-known");
    run(() -> button("Close").fire());
  }

  @Test
  void wordsThatBothChangedAreDecidedOnCardsAndTakenBackInOneStep() {
    arrive(pack("one"));
    run(() -> button("Take it in").fire());
    until("the post is open", () -> notes() == 1);
    writer
        .change(
            post.id(),
            draft -> draft.withBody(draft.body().replace("ferry", "boat")),
            Revision.Kind.AUTOSAVED)
        .join();
    Path second = pack("two");
    String mine = BODY.replace("ferry", "ship");
    run(() -> {
      area().selectRange(BODY.indexOf("ferry"), BODY.indexOf("ferry") + 5);
      area().requestFocus();
    });
    type(scene, "ship");
    assertEquals(mine, fx(this::body));
    arrive(second);
    assertTrue(fx(() -> says("You both changed these")));
    assertTrue(fx(() -> button("Take it in").isDisabled()));
    picture(scene, "exchange-clash");
    run(() -> Look.theme(scene, Theme.DARK));
    pulse();
    picture(scene, "exchange-clash-dark");
    run(() -> Look.theme(scene, Theme.LIGHT));
    run(() -> button("Theirs").fire());
    assertFalse(fx(() -> button("Take it in").isDisabled()));
    run(() -> button("Take it in").fire());
    until("their word is there", () -> body().equals(BODY.replace("ferry", "boat")));
    until("there is a way back", () -> has("Undo"));
    run(() -> button("Undo").fire());
    until("it is as it was", () -> body().equals(mine));
  }

  @Test
  void packetThatIsNoneIsSaidInPlainWords() throws Exception {
    Path broken = Files.writeString(given.resolve("broken.galley"), "not a packet");
    run(() -> wiring.model().orElseThrow().bring(List.of(broken)));
    until("it is said", () -> scene.getRoot().lookup(".in-sheet") != null);
    picture(scene, "exchange-broken");
    press(scene, KeyCode.ESCAPE);
  }

  @Test
  void whoSignedOffIsSaidAndThatTheTextWasChangedSince() {
    arrive(pack("one"));
    run(() -> button("Take it in").fire());
    until("the post is open", () -> notes() == 1);
    run(() -> command("review"));
    pulse();
    assertTrue(fx(() -> says("Not signed off")));
    run(() -> command("sign-off"));
    until("it asks", () -> says("1 note is still open."));
    pulse();
    picture(scene, "exchange-sign");
    run(() ->
        scene.getRoot().lookupAll(".in-sheet .primary").stream()
            .map(ButtonBase.class::cast)
            .findFirst()
            .orElseThrow()
            .fire());
    until("it is said", () -> says("Signed off by"));
    run(() -> command("go-text"));
    type(scene, "More. ");
    until("it is said that it changed", () -> says("Changed since"));
    picture(scene, "exchange-changed");
    run(() -> button("What changed").fire());
    until("the change is shown", () -> scene.getRoot().lookup(".ink-added") != null);
    picture(scene, "exchange-since");
    press(scene, KeyCode.ESCAPE);
    run(() -> command("send"));
    pulse();
    picture(scene, "exchange-send");
    press(scene, KeyCode.ESCAPE);
    run(() -> command("settings"));
    pulse();
    pulse();
    picture(scene, "exchange-settings");
    press(scene, KeyCode.ESCAPE);
    run(() -> {
      stage.setWidth(1024);
      stage.setHeight(640);
    });
    pulse();
    pulse();
    picture(scene, "exchange-narrow");
  }

  private Path pack(String name) {
    return writer
        .reviewing()
        .pack(post.id(), PackRequest.to(given.resolve(name + ".galley")))
        .join()
        .file();
  }

  private void arrive(Path packet) {
    run(() -> wiring.model().orElseThrow().bring(List.of(packet)));
    until("what it brings is shown", () -> scene.getRoot().lookup(".arrival") != null);
    pulse();
  }

  private int notes() {
    return state() == SaveState.Kind.SAVED
        ? wiring.view().orElseThrow().reviewed().all().size()
        : 0;
  }

  private org.fxmisc.richtext.GenericStyledArea<?, ?, ?> area() {
    return (org.fxmisc.richtext.GenericStyledArea<?, ?, ?>) scene.getRoot().lookup(".manuscript");
  }

  private String body() {
    return area().getText();
  }

  private boolean says(String words) {
    return scene.getRoot().lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Labeled label && label.getText().contains(words))
        || has(words);
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

  private SaveState.Kind state() {
    return wiring
        .model()
        .map(MainModel::open)
        .flatMap(open -> open.state().get())
        .map(SaveState::kind)
        .orElse(null);
  }
}
