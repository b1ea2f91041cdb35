package galley.ui.sites;

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

import galley.desk.SiteView;
import galley.post.Destination;
import galley.post.Site;
import galley.post.Stage;
import galley.ui.kit.FxTest;
import galley.ui.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    type(window.scene, "harbour\n");
    assertTrue(fx(() -> window.says("A web address looks like https://example.org/blog/")));
    picture(window.scene, "sites-new");
    press(window.scene, KeyCode.A, KeyCode.CONTROL);
    type(window.scene, "harbour.example\n");
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
    window.fill("Accounts elsewhere", "social.example/@harbour\nada@harbour.example");
    picture(window.scene, "sites-general-1024");
    until("it is kept", () -> window.model.sites().getFirst().site().social().size() == 2);
    window.click("Parts of the site: Sections");
    window.click("Parts of the site: General");
    assertEquals("harbour", fx(() -> window.field("Web address", 0).getText()));
    assertTrue(fx(() -> window.says("What was there stays")), "text and reason are still there");
    press(window.scene, KeyCode.ESCAPE);
    assertTrue(fx(() -> window.says("What you typed for “Web address” of Harbour")));
    picture(window.scene, "sites-unkept");
    window.click("Go back to it");
    assertEquals("harbour", fx(() -> window.field("Web address", 0).getText()));
    press(window.scene, KeyCode.ESCAPE);
    window.click("Leave without it");
    assertFalse(fx(() -> window.has("Done")));
    Site kept = window.kept("Harbour").site();
    assertEquals("What the tide brings", kept.description());
    assertEquals("https://13.example/", kept.address());
    assertEquals(
        List.of("https://social.example/@harbour", "mailto:ada@harbour.example"), kept.social());
  }

  @Test
  void newSiteThatIsTypedIsMadeByDoneOrKeptUntilItIs() {
    window.site("Harbour Notes", site -> site);
    window.open(1024, 640);
    window.click("New site…");
    window.fill("Name", "The Quay");
    window.fill("Web address", "quay");
    window.click("Done");
    assertTrue(fx(() -> window.says("A web address looks like https://example.org/blog/")));
    press(window.scene, KeyCode.ESCAPE);
    assertTrue(fx(() -> window.has("Remove site…")), "Escape goes back to the site first");
    press(window.scene, KeyCode.ESCAPE);
    assertTrue(fx(() -> window.says("The new site you began is not made yet.")));
    window.click("Go back to it");
    assertEquals("The Quay", fx(() -> window.field("Name", 0).getText()));
    window.fill("Web address", "quay.example");
    assertEquals("https://quay.example", fx(() -> window.field("Web address", 0).getText()));
    window.click("Done");
    until("the sheet is gone", () -> !window.has("Done"));
    assertEquals("https://quay.example/", window.kept("The Quay").site().address());
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
  void siteThatIsRenamedStaysChosenWhereverItStandsThen() {
    Site first = window.site("Almanac", site -> site);
    window.site("Harbour Notes", site -> site);
    window.site("The Quay", site -> site);
    window.open(1024, 640);
    window.fill("Name", "Zodiac");
    until("it stands last", () -> window.model.sites().getLast().site().name().equals("Zodiac"));
    pulse();
    assertEquals(Optional.of(first.id()), fx(() -> window.model.chosen().get()));
    assertEquals("Zodiac", fx(() -> window.field("Name", 0).getText()));
    assertEquals(
        first.id(),
        fx(() ->
            window.scene.getRoot().lookup(".sites-list") instanceof ListView<?> list
                    && list.getSelectionModel().getSelectedItem() instanceof SiteView chosen
                ? chosen.site().id()
                : new UUID(0, 0)));
  }

  @Test
  void publishGoesOnWithTheChosenSite() {
    Site site = window.site("Harbour Notes", one -> one);
    window.open(1024, 640);
    window.click("Publish…");
    assertEquals(List.of(site.id()), window.published);
  }

  @ParameterizedTest
  @CsvSource({"1440,900,LIGHT", "1440,900,DARK", "1024,640,DARK", "600,640,LIGHT"})
  void twelveSitesWithLongNamesStayInTheirPlaces(int width, int height, Theme theme) {
    String longName =
        "The Harbour, the Estuary and the Islands beyond: an Almanac of Small Things ";
    for (int i = 1; i <= 12; i++) {
      Site site = window.site(i == 3 ? longName.repeat(2).strip() : "Site " + (10 + i), one -> one);
      if (i == 1) {
        var _ =
            window
                .desk
                .sites()
                .change(
                    site.id(),
                    kept ->
                        kept.with(one ->
                                one.withSections(
                                        List.of(
                                            new Site.Section(longName, "a", longName),
                                            new Site.Section("News", "news", "")))
                                    .withAuthors(
                                        List.of(
                                            new Site.Contributor(
                                                longName,
                                                "b",
                                                longName.repeat(3),
                                                Optional.empty(),
                                                List.of()))))
                            .withDestinations(
                                List.of(
                                    new Destination.Folder(
                                        longName, "/srv/" + longName, Destination.Serving.LINK))))
                .join();
      }
    }
    window.post(longName.repeat(3), Stage.READY);
    window.open(width, height, theme);
    String at = "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT);
    run(() -> window.model.chosen().set(Optional.of(window.kept("Site 11").site().id())));
    for (String part :
        List.of("General", "Sections", "Authors", "Theme", "Posts", "Destinations")) {
      window.click("Parts of the site: " + part);
      until("the part is read", () -> !part.equals("Posts") || window.says("1 here belong"));
      pulse();
      picture(window.scene, "sites-twelve-" + part.toLowerCase(Locale.ROOT) + at);
      assertEquals(List.of(), fx(this::nameless), part);
      Bounds room = fx(() -> bounds(window.scene.getRoot().lookup(".sites-page")));
      for (Node text : fx(() -> window.scene.getRoot().lookup(".sites-page").lookupAll(".label"))) {
        Bounds words = fx(() -> bounds(text));
        assertTrue(
            words.getMinX() >= room.getMinX() - 1 && words.getMaxX() <= room.getMaxX() + 1,
            part + ": " + text + " leaves " + room);
      }
    }
    window.click("Add a destination…");
    picture(window.scene, "sites-twelve-form" + at);
  }

  /** What takes the keyboard and says nothing of itself. */
  private List<Node> nameless() {
    return window.scene.getRoot().lookupAll("*").stream()
        .filter(node -> node.isFocusTraversable() && node.isVisible())
        .filter(node ->
            (node.getAccessibleText() == null || node.getAccessibleText().isBlank())
                && !(node instanceof Labeled words && !words.getText().isBlank()))
        .toList();
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
