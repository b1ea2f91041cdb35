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

import galley.asset.Assets;
import galley.post.Destination;
import galley.post.Destination.Serving;
import galley.post.Site;
import galley.post.Stage;
import galley.ui.kit.FxTest;
import galley.ui.kit.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything a command can say of a site can be said in the window. */
@FxTest
final class SitePartsTest {
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

  private Site kept() {
    return window.kept("Harbour Notes").site();
  }

  private void part(String name) {
    window.click("Parts of the site: " + name);
  }

  @Test
  void sectionsAreNamedDescribedMovedAndTakenAway() {
    window.site("Harbour Notes", site -> site);
    window.open(1024, 640);
    part("Sections");
    window.click("Add a section");
    type(window.scene, "Opinion\n");
    window.fill("A line that describes it", "What we think");
    window.click("Add a section");
    type(window.scene, "opinion\n");
    assertTrue(fx(() -> window.says("There is a section called opinion already.")));
    window.fill("Name of the section", 1, "News");
    press(window.scene, KeyCode.UP, KeyCode.ALT);
    run(() -> window.field("Name of the section", 1).requestFocus());
    press(window.scene, KeyCode.UP, KeyCode.ALT);
    picture(window.scene, "sites-sections");
    until("they are kept", () -> window.model.sites().getFirst().site().sections().size() == 2);
    part("General");
    part("Sections");
    window.fill("Name of the section", 1, "Views");
    window.click("Take this section away");
    assertTrue(fx(() -> window.says("“News” was taken away")));
    window.click("Put back");
    press(window.scene, KeyCode.ESCAPE);
    assertEquals(
        List.of(
            new Site.Section("News", "news", ""),
            new Site.Section("Views", "opinion", "What we think")),
        kept().sections(),
        "a section that is renamed keeps its address");
  }

  @Test
  void authorsHaveWordsAddressesAndAPicture() throws Exception {
    window.site("Harbour Notes", site -> site);
    window.chosen =
        Optional.of(
            Files.write(folder.resolve("ada.jpg"), Assets.bytes("sample/media/type-case.jpg")));
    window.open(1440, 900);
    part("Authors");
    window.click("Add an author");
    type(window.scene, "Ada Marrow");
    window.fill("A few words about them", "Writes about *ferries*.");
    window.fill("Where else they are", "https://social.example/@ada\nada");
    assertTrue(fx(() -> window.says("ada is no web address")));
    window.click("Picture…");
    until("it is there", () -> window.has("Another…"));
    picture(window.scene, "sites-authors");
    window.fill("Where else they are", "https://social.example/@ada");
    until(
        "all is kept",
        () -> {
          List<Site.Contributor> all = window.model.sites().getFirst().site().authors();
          return all.size() == 1 && all.getFirst().picture().isPresent();
        });
    press(window.scene, KeyCode.ESCAPE);
    Site.Contributor ada = kept().authors().getFirst();
    assertEquals("ada-marrow", ada.slug());
    assertEquals("Writes about *ferries*.", ada.bio());
    assertEquals(List.of("https://social.example/@ada"), ada.links());
    assertTrue(window.desk.media(ada.picture().orElseThrow()).isPresent());
  }

  @Test
  void themeIsChosenColouredAndCopiedToBeChanged() {
    window.site("Harbour Notes", site -> site);
    window.open(1440, 900);
    part("Theme");
    until("the themes are read", () -> window.has("Plain"));
    window.click("Plain");
    window.fill("Colour of links and marks", "red");
    assertTrue(fx(() -> window.says("A colour looks like #9b2d20. What was there stays.")));
    window.fill("Colour of links and marks", "#1f5fa8");
    window.fill("Other settings", "motto = Every morning");
    picture(window.scene, "sites-theme");
    window.click("Copy this theme to change it");
    until("the copy is there", () -> window.has("Show the folder of the theme harbour-notes"));
    picture(window.scene, "sites-theme-own");
    press(window.scene, KeyCode.ESCAPE);
    assertEquals("harbour-notes", kept().theme());
    assertEquals(Map.of("accent", "#1f5fa8", "motto", "Every morning"), kept().settings());
    assertTrue(Files.exists(folder.resolve("library/themes/harbour-notes/site.css")));
  }

  @Test
  void postsJoinAndLeaveOneByOneOrAllThatAreShown() {
    Site other = window.site("The Quay", site -> site);
    window.site("Harbour Notes", site -> site);
    UUID ferry = window.post("The ferry", Stage.READY);
    UUID oysters = window.post("Count the oysters", Stage.DRAFT);
    window.post("A short history of the tide table", Stage.PUBLISHED);
    window.desk.sites().join(other.id(), List.of(oysters)).join();
    window.open(1024, 640);
    part("Posts");
    until("they are read", () -> window.says("0 of 3 here belong to it"));
    picture(window.scene, "sites-posts");
    window.fill("Find among the posts", "ferry");
    window.click("Add all shown");
    assertTrue(fx(() -> window.says("1 of 1 here belong to it")));
    window.fill("Find among the posts", "oysters");
    run(() -> {
      if (window.scene.getRoot().lookup(".sites-posts") instanceof ListView<?> list) {
        list.requestFocus();
        list.getSelectionModel().select(0);
      }
    });
    press(window.scene, KeyCode.SPACE);
    assertTrue(fx(() -> window.says("1 of 1 here belong to it")));
    press(window.scene, KeyCode.SPACE);
    window.click("All posts belong to it");
    press(window.scene, KeyCode.ESCAPE);
    assertTrue(window.kept("Harbour Notes").allPosts());
    until(
        "all of it is kept",
        () -> window.desk.sites().given().join().equals(Map.of(ferry, kept().id())));
  }

  @Test
  void severalPostsAreMovedToAStageAndBack() {
    window.site("Harbour Notes", site -> site);
    UUID ferry = window.post("The ferry", Stage.IN_REVIEW);
    UUID oysters = window.post("Count the oysters", Stage.DRAFT);
    window.open(1024, 640, Theme.DARK);
    part("Posts");
    until("they are read", () -> window.says("0 of 2 here belong to it"));
    run(() -> {
      if (window.scene.getRoot().lookup(".sites-posts") instanceof ListView<?> list) {
        list.getSelectionModel().selectAll();
      }
      window
          .find(MenuButton.class, one -> "Move to".equals(one.getText()))
          .orElseThrow()
          .getItems()
          .get(2)
          .fire();
    });
    until("it is said", () -> window.says("2 posts are Ready now."));
    pulse();
    picture(window.scene, "sites-posts-moved");
    assertEquals(Stage.READY, stage(ferry));
    assertEquals(Stage.READY, stage(oysters));
    window.click("Put back");
    until("it is back", () -> stage(ferry) == Stage.IN_REVIEW && stage(oysters) == Stage.DRAFT);
  }

  private Stage stage(UUID post) {
    return window.desk.post(post).join().details().stage();
  }

  @Test
  void destinationOfEachKindIsAddedByItsFields() {
    window.site("Harbour Notes", site -> site);
    window.open(1440, 900);
    part("Destinations");
    window.click("Add a destination…");
    picture(window.scene, "sites-to-folder");
    window.click("Add the destination");
    assertTrue(fx(() -> window.says("A destination needs a name.")));
    window.fill("What you call it", "disk");
    window.fill("Folder", "/srv/www");
    window.click("How visitors get it: Through the link “current”");
    window.click("Add the destination");
    add(
        "ssh",
        "SFTP",
        Map.of("Host", "harbour example", "User", "ada", "Folder on the host", "/www"));
    assertTrue(fx(() -> window.says("“harbour example” can’t stand here.")));
    picture(window.scene, "sites-to-sftp");
    window.fill("Host", "harbour.example");
    window.fill("Port", "2222");
    window.click("Add the destination");
    add("ftp", "FTPS", Map.of("Host", "h.example", "User", "ada", "Folder on the host", "/htdocs"));
    add("dav", "WebDAV", Map.of("Address of the folder", "https://dav.example/www", "User", "ada"));
    add(
        "bucket",
        "S3",
        Map.of("Address of the host", "https://s3.example", "Bucket", "notes", "Access key", "AK"));
    picture(window.scene, "sites-destinations");
    add("pages", "Git", Map.of("Repository", "git@host.example:site.git"));
    until("all are kept", () -> window.model.sites().getFirst().kept().destinations().size() == 6);
    press(window.scene, KeyCode.ESCAPE);
    assertEquals(
        List.of(
            new Destination.Folder("disk", "/srv/www", Serving.LINK),
            new Destination.Sftp(
                "ssh", "harbour.example", 2222, "ada", "/www", Serving.IN_PLACE, Optional.empty()),
            new Destination.Ftps("ftp", "h.example", 21, "ada", "/htdocs"),
            new Destination.WebDav("dav", "https://dav.example/www", "ada"),
            new Destination.S3("bucket", "https://s3.example", "us-east-1", "notes", "", "AK"),
            new Destination.Git(
                "pages", "git@host.example:site.git", "main", "", Optional.empty())),
        window.kept("Harbour Notes").destinations());
  }

  private void add(String name, String kind, Map<String, String> said) {
    window.click("Add a destination…");
    window.fill("What you call it", name);
    window.click("Kind of host: " + kind);
    said.forEach(window::fill);
    window.click("Add the destination");
  }

  @Test
  void destinationIsTriedChangedAndTakenAway() throws Exception {
    Path www = Files.createDirectory(folder.resolve("www"));
    Files.writeString(www.resolve("mine.txt"), "not a site");
    Path gone = folder.resolve("disk/site");
    Site site = window.site("Harbour Notes", one -> one);
    var _ =
        window
            .desk
            .sites()
            .change(
                site.id(),
                kept ->
                    kept.withDestinations(
                        List.of(
                            new Destination.Folder("web", www.toString(), Serving.IN_PLACE),
                            new Destination.Folder("gone", gone.toString(), Serving.LINK))))
            .join();
    window.open(1024, 640);
    part("Destinations");
    window.click("Test the destination web");
    until("it is said", () -> window.says("Files of others lie there; Galley leaves them alone."));
    assertTrue(fx(() -> window.says("Files are replaced one by one")));
    window.click("Test the destination gone");
    until("it is said", () -> window.says("There is no folder " + gone + ". Nothing was sent."));
    picture(window.scene, "sites-tested");
    assertFalse(Files.exists(gone));
    window.click("Make the folder");
    until("it is made and tried", () -> window.says("A release is switched to in one step."));
    assertTrue(Files.isDirectory(gone));
    assertFalse(fx(() -> window.has("Make the folder")));
    window.waiting = Optional.of(new CompletableFuture<>());
    window.click("Test the destination web");
    picture(window.scene, "sites-testing");
    window.click("Cancel");
    assertTrue(fx(() -> window.says("Stopped. Nothing was changed.")));
    assertEquals(List.of("web"), window.stopped.stream().distinct().filter("web"::equals).toList());
    window.click("Change the destination web");
    press(window.scene, KeyCode.ESCAPE);
    assertTrue(fx(() -> window.has("Add a destination…")), "Escape goes back from the form first");
    window.click("Change the destination web");
    window.fill("What you call it", "home");
    window.click("Keep the changes");
    window.click("Take the destination gone away");
    assertTrue(fx(() -> window.says("“gone” was taken away. What lies there stays there.")));
    assertFalse(fx(() -> window.has("Test the destination gone")));
    press(window.scene, KeyCode.ESCAPE);
    until("it is kept", () -> window.kept("Harbour Notes").destinations().size() == 1);
    assertEquals("home", window.kept("Harbour Notes").destinations().getFirst().name());
  }
}
