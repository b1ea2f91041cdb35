package galley.ui.preview;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.post.Details;
import galley.post.Draft;
import galley.post.KeptSite;
import galley.post.Post;
import galley.post.Site;
import galley.post.Stage;
import galley.ui.kit.FxTest;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FxTest
final class SitePagesTest {
  @TempDir Path folder;
  private final AtomicReference<Post> open = new AtomicReference<>();
  private final List<String> outside = new ArrayList<>();
  private Desk desk;
  private UUID site;
  private PreviewView view;
  private Scene scene;
  private javafx.stage.Stage stage;

  @BeforeEach
  void aDraftOnASite() {
    desk = Desk.open(folder.resolve("library"), Clock.systemUTC(), DeskOptions.starting());
    Details ready =
        Details.draft("Count the oysters first", "oysters")
            .withStandfirst("Nobody did.")
            .withSection("Opinion")
            .withStage(Stage.READY);
    var _ = desk.create(new Draft(ready, "Words about oysters.\n", List.of())).join();
    Details draft =
        Details.draft("The ferry waits", "ferry").withSection("Opinion").withTags(List.of("Ferry"));
    open.set(desk.create(new Draft(draft, "It [does](https://away.example/).", List.of())).join());
    Site harbour = Site.of(UUID.randomUUID(), "Harbour Notes", "https://harbour.example/", "en-GB");
    site = desk.sites().create(KeptSite.of(harbour, true)).join().site().id();
    view = unwatched(() -> new PreviewView(desk::media, desk.pictures()));
  }

  private void show(Theme theme) {
    unwatched(WebView::new);
    var _ =
        unwatched(() -> {
          view.sites(desk.siteBuilding().previews());
          view.onLink(outside::add);
          scene = new Scene(new StackPane(view.node()), 500, 800);
          Look.dress(scene);
          Look.theme(scene, theme);
          stage = new javafx.stage.Stage();
          stage.setScene(scene);
          stage.show();
          view.open(open.get().id(), () -> open::get);
          return true;
        });
    until("the site is known", () -> pages().isVisible() && !pages().getItems().isEmpty());
    until("the article is there", () -> view.shown().isPresent());
  }

  @AfterEach
  void closeIt() {
    unwatched(() -> {
      if (stage != null) {
        stage.hide();
      }
      view.close();
      return true;
    });
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void homeShowsTheOpenPostAsItWouldBeAndFollowsTheTyping(Theme theme) {
    show(theme);
    look("Home");
    untilPage("The ferry waits");
    untilPage("Count the oysters first");
    pulse();
    picture(scene, "site-home-" + theme);
    Details details = open.get().details().withHeadline("The ferry has gone");
    open.set(
        new Post(
            open.get().id(),
            open.get().draft().withDetails(details),
            open.get().version(),
            open.get().created(),
            open.get().changed()));
    run(view::changed);
    untilPage("The ferry has gone");
    look("Section: Opinion");
    until("the section is there", () -> script("document.querySelector('h1').textContent", "Opin"));
    look("Tag: Ferry");
    until("the tag is there", () -> script("document.querySelector('h1').textContent", "Ferry"));
    look("Page not found");
    untilPage("404");
    look("Article");
    untilPage("It does");
  }

  @Test
  void linksOfTheSiteLeadToTheirPreviewAndOthersOutsideOnlyByAClick() {
    show(Theme.LIGHT);
    look("Home");
    untilPage("Count the oysters first");
    click("a[href*=oysters]");
    untilPage("Words about oysters");
    click("header a.name");
    untilPage("The ferry waits");
    assertEquals(List.of(), outside);
    click("a[href*=ferry]");
    untilPage("It does");
    assertEquals("Article", fx(() -> pages().getText()));
    click("a[href^=https]");
    until("it is told", () -> outside.equals(List.of("https://away.example/")));
  }

  @Test
  void anErrorInATemplateIsToldWithItsFileAndLine() throws IOException {
    Path own = Files.createDirectories(desk.folder().resolve("themes/mine"));
    Files.writeString(
        own.resolve("home.peb"), "{% extends 'frame.peb' %}\n\n{{ nothing.here }}{% if %}\n");
    var _ = desk.sites().change(site, kept -> kept.with(it -> themed(it, "mine"))).join();
    show(Theme.LIGHT);
    look("Home");
    until("it is told", () -> says("home.peb") && says("line 3"));
    pulse();
    picture(scene, "site-template");
    Files.delete(own.resolve("home.peb"));
    run(view::changed);
    untilPage("The ferry waits");
    until("all is well", () -> !says("home.peb"));
  }

  private static Site themed(Site it, String theme) {
    return new Site(
        it.id(),
        it.name(),
        it.address(),
        it.language(),
        it.description(),
        it.social(),
        it.sections(),
        it.authors(),
        theme,
        it.settings());
  }

  private MenuButton pages() {
    Node found = scene.getRoot().lookup(".preview-pages");
    return (MenuButton) found;
  }

  private void look(String page) {
    run(() -> item(page).fire());
  }

  private MenuItem item(String page) {
    return pages().getItems().stream()
        .filter(item -> page.equals(item.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No page " + page));
  }

  private void untilPage(String words) {
    until(
        "the page says " + words,
        () -> view.shown().isPresent() && script("document.body.textContent", words));
  }

  private boolean script(String code, String words) {
    WebView web = (WebView) scene.getRoot().lookup("WebView");
    return String.valueOf(web.getEngine().executeScript("String(" + code + ")")).contains(words);
  }

  /** Clicks once the page stands: one that is being loaded hears nothing yet. */
  private void click(String selector) {
    String there = "document.querySelector('" + selector + "')";
    until(
        "there is " + selector,
        () -> {
          boolean stands = script("typeof galleyPage !== 'undefined' && !!" + there, "true");
          return stands
              && script(
                  there
                      + ".dispatchEvent(new MouseEvent('click',"
                      + " {bubbles: true, cancelable: true})) || 'done'",
                  "");
        });
  }

  private boolean says(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .anyMatch(label -> String.valueOf(((Labeled) label).getText()).contains(words));
  }
}
