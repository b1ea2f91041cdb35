package galley.app;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertFalse;

import galley.desk.Desk;
import galley.desk.Sites;
import galley.post.KeptSite;
import galley.post.Site;
import galley.ui.kit.FxTest;
import galley.ui.shell.MainModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The sites in the whole window. */
@FxTest
final class SitesTest {
  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @TempDir Path given;
  private Program program;

  @BeforeEach
  void openAPost() throws Exception {
    program = Program.with(folder, given, "---\ntitle: The ferry\n---\n\nIt is late.\n");
  }

  @AfterEach
  void closeIt() throws Exception {
    program.quit();
  }

  private Desk desk() {
    return program.wiring().model().map(MainModel::desk).orElseThrow();
  }

  @Test
  void openPostSaysItsSiteAndIsGivenToAnother() {
    assertFalse(fx(() -> says(".chip", "Add to a site")), "without sites nothing is in the way");
    Site notes = Sites.named("Harbour Notes", "https://harbour.example", "en");
    var _ = desk().sites().create(KeptSite.of(notes, true)).join();
    until("its site is said", () -> says(".chip", "Harbour Notes"));
    Site quay = Sites.named("The Quay", "https://quay.example", "en");
    var _ = desk().sites().create(KeptSite.of(quay, false)).join();
    until(
        "there is another",
        () -> {
          if (!says(".radio-button", "The Quay")) {
            fire(".chip", "Harbour Notes");
          }
          return says(".radio-button", "The Quay");
        });
    picture(program.scene(), "post-site");
    run(() -> fire(".radio-button", "The Quay"));
    UUID post = program.session().id();
    until("it is said", () -> says(".chip", "The Quay"));
    AtomicReference<Map<UUID, UUID>> kept = new AtomicReference<>(Map.of());
    until(
        "the post has gone there",
        () -> {
          var _ = desk().sites().given().thenAccept(kept::set);
          return kept.get().equals(Map.of(post, quay.id()));
        });
    press(program.scene(), KeyCode.ESCAPE);
  }

  @Test
  void sitesLeadToThePublicationAndBack() {
    var _ =
        desk()
            .sites()
            .create(
                KeptSite.of(Sites.named("Harbour Notes", "https://harbour.example", "en"), true))
            .join();
    run(() -> program.command("sites"));
    until("the site is shown", () -> says(".site-name", "Harbour Notes"));
    picture(program.scene(), "window-sites");
    run(() -> fire(".button", "Publish…"));
    until(
        "the publication says what is missing",
        () ->
            all(".in-sheet .sheet-title").stream()
                .anyMatch(node ->
                    node instanceof Labeled title && title.getText().contains("Harbour Notes")));
    picture(program.scene(), "window-sites-publish");
    press(program.scene(), KeyCode.ESCAPE);
  }

  private List<Node> all(String selector) {
    return List.copyOf(program.scene().getRoot().lookupAll(selector));
  }

  private boolean says(String selector, String words) {
    return all(selector).stream()
        .anyMatch(
            node -> node.isVisible() && node instanceof Labeled it && words.equals(it.getText()));
  }

  private void fire(String selector, String words) {
    all(selector).stream()
        .filter(node -> node instanceof ButtonBase it && words.equals(it.getText()))
        .map(ButtonBase.class::cast)
        .findFirst()
        .ifPresent(ButtonBase::fire);
  }
}
