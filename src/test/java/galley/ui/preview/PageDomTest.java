package galley.ui.preview;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.ui.kit.FxTest;
import java.util.List;
import java.util.Optional;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.Test;

@FxTest
final class PageDomTest {
  private final WebView web = unwatched(WebView::new);
  private final PageDom dom =
      unwatched(() ->
          new PageDom(
              web.getEngine(),
              new PageEvents(link -> {}, note -> {}, height -> {}, () -> {}),
              () -> {}));

  @Test
  void aPageAskedForWhileAnotherIsLoadedComesOnceAndAnswers() {
    for (int round = 0; round < 20; round++) {
      PageSheet first = page("First " + round);
      PageSheet second = page("Second " + round);
      run(() -> {
        dom.show(first, null, List.of(), false);
        dom.show(second, null, List.of(), false);
      });
      until("the second stands", () -> dom.complete().equals(Optional.of(second)));
      for (int frame = 0; frame < 10; frame++) {
        pulse();
        assertEquals("Second " + round, script("document.body.textContent.trim()"));
        assertEquals("object", script("typeof galleyPage"), "the script of round " + round);
      }
    }
  }

  @Test
  void aPageThatSomethingElseReplacedComesBack() {
    PageSheet page = page("The page");
    run(() -> dom.show(page, null, List.of(), false));
    until("it stands", () -> dom.complete().equals(Optional.of(page)));
    run(() -> web.getEngine().loadContent("<p>Something else</p>"));
    until(
        "it is back",
        () ->
            dom.complete().equals(Optional.of(page))
                && web.getEngine().executeScript("typeof galleyPage").equals("object"));
    assertEquals("The page", script("document.body.textContent.trim()"));
  }

  private Object script(String code) {
    return fx(() -> web.getEngine().executeScript(code));
  }

  private static PageSheet page(String words) {
    var block = new PageSheet.Block("<p>" + words + "</p>", 0, 0);
    return new PageSheet("<html lang=\"en\">", "", "", List.of(block), "");
  }
}
