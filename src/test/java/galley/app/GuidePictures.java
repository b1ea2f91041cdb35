package galley.app;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.DraftSession;
import galley.desk.SaveState;
import galley.post.PostSummary;
import galley.post.Revision;
import galley.post.Stage;
import galley.ui.kit.FxTest;
import galley.ui.shell.MainModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the guide anew, from the window itself: {@code ./mvnw test -Pbench
 * -Dtest=GuidePictures}. Its library holds the sample, and the posts in {@code galley.shared} where
 * there are some.
 */
@FxTest
@Tag("bench")
final class GuidePictures {
  private static final Path PICTURES = Path.of("docs/pictures");

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private Scene scene;
  private Wiring wiring;

  @BeforeEach
  void openTheSample() {
    Path posts = Path.of(System.getProperty("galley.shared", "none")).resolve("corpus/posts");
    try (Desk desk = Desk.open(folder, Clock.systemUTC(), new DeskOptions(true, false, false))) {
      if (Files.isDirectory(posts)) {
        desk.importing().bring(List.of(posts), _ -> {}).join();
        moveSome(desk);
      }
      move(desk, desk.sample().join().posts().getFirst().id(), Stage.IN_REVIEW);
      var _ =
          desk.reviewing().identity("Ida Holm", Optional.of("#2b5f9e"), Optional.of("IH")).join();
    }
    run(() -> {
      javafx.stage.Stage stage = new javafx.stage.Stage();
      wiring = new Wiring(stage, folder, Clock.system(ZoneId.systemDefault()));
      wiring.start(List.of());
      scene = stage.getScene();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    until("the sample is open", () -> state().filter(SaveState.Kind.SAVED::equals).isPresent());
  }

  /** A list in which not everything is a draft. */
  private static void moveSome(Desk desk) {
    List<PostSummary> all = desk.posts().join();
    for (int i = 0; i < all.size(); i++) {
      Stage stage = i % 9 == 1 ? Stage.READY : i % 4 == 2 ? Stage.DRAFT : Stage.PUBLISHED;
      move(desk, all.get(i).id(), stage);
    }
  }

  private static void move(Desk desk, UUID post, Stage stage) {
    desk.change(
            post,
            draft -> draft.withDetails(draft.details().withStage(stage)),
            Revision.Kind.COMMAND)
        .join();
  }

  @AfterEach
  void closeIt() throws Exception {
    run(() -> wiring.quit());
    wiring.ended().get(60, TimeUnit.SECONDS);
  }

  @Test
  void theGuidesPictures() throws IOException {
    for (String theme : List.of("light", "dark")) {
      run(() -> command(theme));
      settle();
      take("write-" + theme);
    }
    run(() -> command("light"));
    note("comment", "line under line", "Lovely. Could it be one line shorter?");
    note("query", "thirty days", "Is it still thirty? The settings say so, the help does not.");
    note("suggestion", "long shallow box", "long, shallow box");
    run(() -> text().moveTo(0));
    run(() -> command("go-text"));
    run(() -> command("next-note"));
    settle();
    take("review-light");
  }

  private void note(String command, String words, String said) {
    int before = fx(() -> session().review().annotations().size());
    run(() -> {
      GenericStyledArea<?, ?, ?> text = text();
      text.requestFocus();
      int at = text.getText().indexOf(words);
      text.selectRange(at, at + words.length());
      command(command);
    });
    until("the keyboard is on the new card", () -> scene.getFocusOwner() instanceof TextArea);
    type(scene, said);
    press(scene, KeyCode.ENTER, KeyCode.CONTROL);
    until("it is posted", () -> session().review().annotations().size() == before + 1);
  }

  private GenericStyledArea<?, ?, ?> text() {
    return (GenericStyledArea<?, ?, ?>) scene.getRoot().lookup(".manuscript");
  }

  /** Waits until the page beside the text is drawn, which tells nobody. */
  private static void settle() {
    for (int frame = 0; frame < 60; frame++) {
      pulse();
    }
  }

  private void take(String name) throws IOException {
    Files.copy(
        picture(scene, name), PICTURES.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
  }

  private DraftSession session() {
    return wiring.model().map(MainModel::open).flatMap(open -> open.shown()).orElseThrow();
  }

  private void command(String id) {
    wiring.view().orElseThrow().actions().find(id).orElseThrow().run().run();
  }

  private Optional<SaveState.Kind> state() {
    return wiring
        .model()
        .map(MainModel::open)
        .flatMap(open -> open.state().get())
        .map(SaveState::kind);
  }
}
