package galley.ui.sites;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Site;
import galley.ui.kit.FxTest;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
final class SitesViewTest {
  @TempDir Path folder;
  private SitesWindow window;

  @BeforeEach
  void openALibrary() {
    window = new SitesWindow(folder.resolve("library"));
  }

  @AfterEach
  void closeIt() {
    window.close();
  }

  @Test
  void firstSiteIsMadeWithTheKeyboardAlone() {
    window.open(1440, 900);
    assertTrue(fx(() -> window.says("A site is a place on the web")));
    picture(window.scene, "sites-none");
    press(window.scene, KeyCode.ENTER);
    type(window.scene, "Harbour Notes");
    window.tab();
    type(window.scene, "harbour.example\n");
    assertTrue(fx(() -> window.says("A web address looks like https://example.org/blog/")));
    picture(window.scene, "sites-new");
    press(window.scene, KeyCode.A, KeyCode.CONTROL);
    type(window.scene, "https://harbour.example\n");
    until("it is made", () -> window.model.sites().size() == 1);
    pulse();
    picture(window.scene, "sites-one");
    Site made = window.kept("Harbour Notes").site();
    assertEquals("https://harbour.example/", made.address());
    assertTrue(window.kept("Harbour Notes").allPosts(), "the first site takes all posts");
  }

  @Test
  void whatIsSaidOfASiteIsKeptAsItIsTyped() {
    window.site("Harbour Notes", site -> site);
    window.open(1024, 640);
    window.fill("Description", "What the tide brings");
    window.fill("Name", "Harbour  ");
    window.fill("Web address", "harbour");
    assertTrue(fx(() -> window.says("What was there stays")));
    window.fill(
        "Accounts elsewhere", "https://social.example/@harbour\nmailto:ada@harbour.example");
    picture(window.scene, "sites-general-1024");
    until("it is kept", () -> window.model.sites().getFirst().site().social().size() == 2);
    press(window.scene, KeyCode.ESCAPE);
    Site kept = window.kept("Harbour").site();
    assertEquals("What the tide brings", kept.description());
    assertEquals("https://13.example/", kept.address());
    assertEquals(
        List.of("https://social.example/@harbour", "mailto:ada@harbour.example"), kept.social());
  }

  @Test
  void siteThatIsRemovedLeavesItsPostsAndTheOthers() {
    window.site("Harbour Notes", site -> site);
    window.site("The Quay", site -> site);
    window.open(1024, 640);
    window.click("Remove site…");
    picture(window.scene, "sites-remove");
    press(window.scene, KeyCode.ESCAPE);
    assertEquals(2, fx(() -> window.model.sites().size()), "Escape keeps it");
    window.click("Remove site…");
    window.click("Remove the site");
    until("it is gone", () -> window.model.sites().size() == 1);
    assertEquals(
        List.of("The Quay"),
        window.desk.sites().list().join().stream().map(one -> one.site().name()).toList());
    assertTrue(fx(() -> window.says("The Quay")));
  }

  @Test
  void publishGoesOnWithTheChosenSite() {
    Site site = window.site("Harbour Notes", one -> one);
    window.open(1024, 640);
    window.click("Publish…");
    assertEquals(List.of(site.id()), window.published);
  }
}
