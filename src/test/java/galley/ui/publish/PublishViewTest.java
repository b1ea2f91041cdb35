package galley.ui.publish;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Destination;
import galley.post.Stage;
import galley.publish.SftpServer;
import galley.ui.kit.FxTest;
import galley.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FxTest
final class PublishViewTest {
  @TempDir Path folder;
  private Quay quay;

  @BeforeEach
  void aSiteOfTwoPosts() throws IOException {
    quay = new Quay(folder);
  }

  @AfterEach
  void closeIt() {
    quay.close();
  }

  @ParameterizedTest
  @CsvSource({"1440,900,LIGHT", "1024,640,DARK"})
  void showsWhatWouldChangeAndThenPublishesIt(int width, int height, Theme theme)
      throws IOException {
    quay.show(width, height, theme);
    quay.plan();
    assertTrue(quay.says("GO LIVE · 2"));
    assertTrue(quay.says("The ferry is the last public square"));
    assertEquals(0, files(), "nothing is sent before");
    quay.see("publish-plan-" + width);
    quay.press("Show files");
    quay.see("publish-files-" + width);
    press(quay.scene(), KeyCode.ENTER); // the keyboard is on Publish
    quay.await("it is published", Step.Done.class);
    assertTrue(quay.says("“Harbour Notes” is published"));
    assertTrue(Files.exists(quay.www.resolve("index.html")));
    assertEquals(Stage.PUBLISHED, stage(quay.ferry));
    quay.see("publish-done-" + width);
    press(quay.scene(), KeyCode.ESCAPE);
    quay.plan();
    assertTrue(quay.says("The host has every file already"));
    assertFalse(fx(quay.model()::isFree));
    quay.see("publish-nothing-" + width);
  }

  @Test
  void errorsLeadToTheirPlaceOrWantAReason() throws IOException {
    quay.change(quay.ferry, details -> details.withHeadline(""));
    quay.show(1024, 640, Theme.LIGHT);
    quay.plan();
    assertFalse(fx(quay.model()::isFree));
    quay.see("publish-errors");
    run(() -> quay.model().reason().set("The headline comes by telephone"));
    assertTrue(fx(quay.model()::isFree));
    quay.press("Go to");
    assertEquals(quay.ferry + " headline", quay.told.getFirst());
    quay.plan();
    assertTrue(fx(quay.model()::isFree), "the reason that was typed is still there");
    run(() -> quay.model().publish());
    quay.await("it is published", Step.Done.class);
    assertEquals(
        "The headline comes by telephone",
        quay.desk
            .publishing(galley.desk.People.NOBODY)
            .log(quay.site.site().id())
            .join()
            .getFirst()
            .reason());
    press(quay.scene(), KeyCode.ESCAPE);
    quay.change(quay.ferry, details -> details.withStandfirst("Another line."));
    quay.plan();
    assertTrue(quay.says("Published nevertheless before: The headline comes by telephone"));
    quay.see("publish-passed");
    assertTrue(fx(quay.model()::isFree), "the same error is not asked about again");
  }

  @Test
  void aLivePostThatIsBackInDraftIsKeptOrTakenDownAsThePersonSays() throws IOException {
    quay.publish();
    quay.change(quay.ferry, details -> details.withStage(Stage.DRAFT));
    quay.change(quay.oysters, details -> details.withStage(Stage.DRAFT));
    quay.show(1440, 900, Theme.DARK);
    quay.plan();
    assertFalse(fx(quay.model()::isFree));
    quay.see("publish-taken-back");
    quay.narrow();
    quay.see("publish-taken-back-narrow");
    String ferry = "Make it ready again, so that it stays live: ";
    run(() -> link(ferry + "The ferry is the last public square").fire());
    quay.await("it is planned again", Step.Planned.class);
    assertEquals(Stage.READY, stage(quay.ferry));
    quay.press("Take it down");
    quay.await("it is planned again", Step.Planned.class);
    assertTrue(quay.says("ARE TAKEN DOWN · 1"));
    run(() -> quay.model().publish());
    quay.await("it is published", Step.Done.class);
    assertTrue(Files.readString(quay.www.resolve("index.html")).contains("last public square"));
    assertFalse(Files.readString(quay.www.resolve("index.html")).contains("Count the oysters"));
  }

  @Test
  void aFolderThatIsNotThereIsToldAndMadeOnlyWhenAskedFor() throws IOException {
    Files.delete(quay.www);
    quay.show(1024, 640, Theme.LIGHT);
    run(() -> quay.view().open(Optional.empty(), Optional.empty()));
    quay.await("it is told", Step.Failed.class);
    assertTrue(quay.says("There is no folder " + quay.www + ". Nothing was sent."));
    assertTrue(quay.says("If it is on a disk that is not connected, connect the disk."));
    quay.see("publish-no-folder");
    quay.press("Try again");
    quay.await("it is told again", Step.Failed.class);
    assertFalse(Files.exists(quay.www), "a disk that is not connected is not written over");
    quay.press("Make the folder");
    quay.await("it is planned", Step.Planned.class);
    assertTrue(Files.isDirectory(quay.www));
  }

  @ParameterizedTest
  @CsvSource({"1440,900,LIGHT", "1024,640,DARK"})
  void whatOthersDidIsLeftUnlessThePersonSaysOtherwise(int width, int height, Theme theme)
      throws IOException {
    quay.publish();
    Path page = quay.www.resolve("ferry/index.html");
    Files.writeString(page, "Another wrote this.");
    quay.change(quay.ferry, details -> details.withHeadline("The ferry waits"));
    quay.show(width, height, theme);
    run(() -> quay.view().open(Optional.empty(), Optional.empty()));
    quay.await("it is told", Step.Failed.class);
    assertTrue(quay.says("ferry/index.html"));
    assertEquals("Leave it", quay.focused(), "stopping is what Enter does");
    quay.see("publish-foreign-" + width);
    press(quay.scene(), KeyCode.ENTER);
    assertEquals("Another wrote this.", Files.readString(page));
    run(() -> quay.view().open(Optional.empty(), Optional.empty()));
    quay.await("it is told", Step.Failed.class);
    quay.press("Replace what is there");
    quay.await("it is planned", Step.Planned.class);
    run(() -> quay.model().publish());
    quay.await("it is published", Step.Done.class);
    assertTrue(Files.readString(page).contains("The ferry waits"));
  }

  @Test
  void aHostThatAnotherGalleyLeftInTheMiddleIsTakenOver() throws IOException {
    quay.publish();
    quay.change(quay.ferry, details -> details.withHeadline("The ferry waits"));
    Path claims = Files.createDirectories(quay.www.resolve(".galley/claims"));
    Files.writeString(claims.resolve("9-" + UUID.randomUUID()), "another");
    quay.show(1440, 900, Theme.LIGHT);
    quay.plan();
    run(() -> quay.model().publish());
    quay.await("it is told", Step.Failed.class);
    quay.see("publish-busy");
    quay.press("Take over");
    quay.await("it is planned", Step.Planned.class);
    run(() -> quay.model().publish());
    quay.await("it is published", Step.Done.class);
  }

  @Test
  void aPublicationThatIsStoppedLeavesTheOldSiteWholeAndGoesOnLater() throws IOException {
    quay.publish();
    String before = Files.readString(quay.www.resolve("index.html"));
    quay.change(quay.ferry, details -> details.withHeadline("The ferry waits"));
    quay.show(1024, 640, Theme.LIGHT);
    quay.plan();
    run(() -> {
      quay.model().publish();
      quay.model().stop();
    });
    quay.await("it is stopped", Step.Failed.class);
    quay.see("publish-stopped");
    assertEquals(before, Files.readString(quay.www.resolve("index.html")));
    quay.press("Try again");
    quay.await("it is planned", Step.Planned.class);
    run(() -> quay.model().publish());
    quay.await("it is published", Step.Done.class);
    assertTrue(Files.readString(quay.www.resolve("index.html")).contains("The ferry waits"));
  }

  @Test
  void closingTheSheetLetsThePublicationGoOnAndSaysHowItEnded() throws IOException {
    quay.show(1440, 900, Theme.LIGHT);
    quay.plan();
    run(() -> {
      quay.model().publish();
      escape();
    });
    until("it is said", () -> quay.says("“Harbour Notes” is published"));
    assertFalse(quay.says("Publishing goes on in the background."), "it is no news any more");
    quay.see("publish-behind");
    quay.press("Look");
    pulse();
    assertTrue(quay.says("files,"));
    assertTrue(Files.exists(quay.www.resolve("index.html")));
  }

  @Test
  void leavingWhileItPublishesAsksAndStops() throws IOException {
    quay.show(1024, 640, Theme.DARK);
    quay.plan();
    run(() -> {
      quay.model().publish();
      quay.view().askToLeave(() -> quay.told.add("left"));
      quay.button("Stop and close").fire();
    });
    until("it is left", () -> quay.told.contains("left"));
    assertFalse(fx(quay.model()::isSending));
  }

  @Test
  void anUnknownHostAndItsPasswordAreAskedForOnce() throws Exception {
    try (SftpServer server = new SftpServer(SftpServer.key())) {
      Path root = Files.createDirectories(folder.resolve("host"));
      server.server().setFileSystemFactory(new VirtualFileSystemFactory(root));
      quay.goesTo(
          new Destination.Sftp(
              "host",
              "127.0.0.1",
              server.port(),
              "ann",
              "/",
              Destination.Serving.IN_PLACE,
              Optional.empty()));
      quay.show(1024, 640, Theme.LIGHT);
      run(() -> quay.view().open(Optional.empty(), Optional.empty()));
      quay.await("the key is shown", Step.Asking.class);
      assertTrue(quay.says("Galley has not met this host before"));
      assertEquals("Leave it", quay.focused());
      quay.see("publish-key");
      press(quay.scene(), KeyCode.ENTER);
      quay.await("nothing was sent", Step.Failed.class);
      quay.see("publish-untrusted");
      quay.press("Try again");
      quay.await("the key is shown", Step.Asking.class);
      quay.press("It is the same");
      until("the password is asked for", () -> quay.says("Password for host"));
      quay.see("publish-password");
      type(quay.scene(), "wrong\n");
      quay.await("it is refused", Step.Failed.class);
      assertTrue(quay.says("does not accept the name, password or key"));
      quay.see("publish-refused");
      quay.press("Enter it again");
      quay.await("the password is asked for", Step.Asking.class);
      type(quay.scene(), "secret\n");
      quay.await("it is planned", Step.Planned.class);
      run(() -> quay.model().publish());
      quay.await("it is published", Step.Done.class);
      assertTrue(Files.exists(root.resolve("index.html")));
    }
  }

  @ParameterizedTest
  @CsvSource({"1440,900,LIGHT", "1024,640,DARK"})
  void whatIsLiveIsShownBesideTheDeskAndCanBeTakenDown(int width, int height, Theme theme)
      throws IOException {
    quay.publish();
    quay.change(quay.ferry, details -> details.withHeadline("The ferry waits"));
    Files.writeString(quay.www.resolve("mine.txt"), "mine");
    Files.delete(quay.www.resolve("robots.txt"));
    quay.show(width, height, theme);
    run(() -> quay.view().look(Optional.empty(), Optional.empty()));
    quay.await("it is seen", Step.Live.class);
    assertTrue(quay.says("1 post has changed since"));
    assertTrue(quay.says("robots.txt"));
    assertTrue(quay.says("mine.txt"));
    quay.see("live-" + width);
    run(() -> link("Take it down with this publication: Count the oysters first").fire());
    pulse();
    type(quay.scene(), "the fer");
    quay.press("Take down");
    assertTrue(quay.says("“the fer” is no post of this site and no web address"));
    quay.see("live-down-" + width);
    quay.press("The ferry waits");
    quay.press("Take down");
    quay.await("it is seen again", Step.Live.class);
    assertTrue(quay.says("live, taken down with the next publication"));
    assertEquals(1, quay.ready(), "one that is taken down counts no longer");
    run(() -> link("Let it stay live: Count the oysters first").fire());
    quay.await("it is seen again", Step.Live.class);
    assertFalse(quay.says("live, taken down with the next publication"));
    assertEquals(2, quay.ready());
  }

  @Test
  void anEarlierReleaseStandsAgainAfterAWordOfWhatThatMeans() throws IOException {
    quay.publishSlowly();
    String first = LivePane.moment(quay.now());
    quay.later();
    quay.change(quay.ferry, details -> details.withHeadline("The ferry waits"));
    quay.publish();
    quay.show(1024, 640, Theme.LIGHT);
    run(() -> quay.view().look(Optional.empty(), Optional.empty()));
    quay.await("it is seen", Step.Live.class);
    quay.press("Go back to this…");
    pulse();
    assertTrue(quay.says("Go back to " + first + "?"), "the time that the list names");
    assertEquals("Leave it", quay.focused());
    quay.see("live-back");
    quay.press("Go back");
    quay.await("it is back", Step.Done.class);
    assertTrue(quay.says("“Harbour Notes” is back"));
    String home = Files.readString(quay.www.resolve("index.html"));
    assertTrue(home.contains("last public square"));
    assertFalse(home.contains("The ferry waits"));
  }

  @Test
  void aSiteWithoutADestinationLeadsToTheSites() {
    quay.goesTo();
    quay.show(1024, 640, Theme.LIGHT);
    run(() -> quay.view().open(Optional.empty(), Optional.empty()));
    quay.await("it is said", Step.Nowhere.class);
    quay.see("publish-nowhere");
    quay.press("Sites…");
    assertEquals("sites", quay.told.getFirst());
  }

  private void escape() {
    javafx.event.Event.fireEvent(
        quay.scene().getFocusOwner(),
        new javafx.scene.input.KeyEvent(
            javafx.scene.input.KeyEvent.KEY_PRESSED,
            "",
            "",
            KeyCode.ESCAPE,
            false,
            false,
            false,
            false));
  }

  private javafx.scene.control.Hyperlink link(String spoken) {
    return quay.scene().getRoot().lookupAll(".hyperlink").stream()
        .map(javafx.scene.control.Hyperlink.class::cast)
        .filter(link -> spoken.equals(link.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private Stage stage(UUID post) {
    return quay.desk.post(post).join().details().stage();
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(quay.www)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
