package galley.ui.publish;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.post.Destination;
import galley.publish.Ability;
import galley.publish.PublishException;
import galley.publish.SftpServer;
import galley.publish.Tried;
import galley.ui.kit.FxTest;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real host asks while it is tried comes to the person, wherever they are. */
@FxTest
final class HostAskingTest {
  @TempDir Path folder;
  private Desk desk;
  private SftpServer server;
  private Scene scene;
  private Stage stage;
  private HostAsking asking;

  @BeforeEach
  void aHostAndAWindow() throws Exception {
    desk =
        Desk.open(
            folder.resolve("library"), Clock.systemUTC(), new DeskOptions(true, false, false));
    server = new SftpServer(SftpServer.key());
    Path root = Files.createDirectories(folder.resolve("host"));
    server.server().setFileSystemFactory(new VirtualFileSystemFactory(root));
    var _ =
        unwatched(() -> {
          scene = new Scene(new Layers(new Region()), 1024, 640);
          Look.dress(scene);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          asking = new HostAsking(scene);
          return true;
        });
  }

  @AfterEach
  void closeThem() throws Exception {
    var _ =
        unwatched(() -> {
          stage.hide();
          return true;
        });
    server.close();
    desk.close();
  }

  private CompletableFuture<Tried> tryOut() {
    return desk.publishing(asking.people())
        .tryOut(
            new Destination.Sftp(
                "host",
                "127.0.0.1",
                server.port(),
                "ann",
                "/",
                Destination.Serving.IN_PLACE,
                Optional.empty()));
  }

  @Test
  void theKeyAndThePasswordAreAskedForAndTheHostIsTried() {
    CompletableFuture<Tried> trial = tryOut();
    until("the key is shown", () -> says("Galley has not met this host before"));
    picture(scene, "asking-key");
    run(() -> button("It is the same").fire());
    until("the password is asked for", () -> says("Password for host"));
    picture(scene, "asking-password");
    type(scene, "secret\n");
    until("the host was tried", trial::isDone);
    assertEquals(new Tried(Ability.RENAME, Optional.empty(), false), trial.join());
    assertFalse(fx(() -> says("Password for host")));
  }

  @Test
  void closingAQuestionIsANo() {
    CompletableFuture<Tried> trial = tryOut();
    until("the key is shown", () -> says("Galley has not met this host before"));
    press(scene, KeyCode.ESCAPE);
    until("nobody waits any more", trial::isDone);
    var refused = assertThrows(CompletionException.class, trial::join);
    assertTrue(refused.getCause() instanceof PublishException, String.valueOf(refused.getCause()));
  }

  @Test
  void stoppingTakesTheQuestionAway() {
    CompletableFuture<Tried> trial = tryOut();
    until("the key is shown", () -> says("Galley has not met this host before"));
    run(asking::stop);
    assertFalse(fx(() -> says("Galley has not met this host before")));
    until("nobody waits any more", trial::isDone);
  }

  private Button button(String words) {
    return scene.getRoot().lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(button -> words.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  private boolean says(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node ->
            node instanceof Labeled label && String.valueOf(label.getText()).contains(words));
  }
}
