package galley.ui.preview;

import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;

import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import galley.ui.kit.Look;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import javafx.stage.Stage;

/** A real window with a preview in it, and the post it follows. */
final class PreviewWindow implements AutoCloseable {
  final PreviewView view;
  final Scene scene;
  private static final String MARK =
      "[...document.querySelector('article').childNodes].find(n => n.nodeType === 8).data";

  private final Stage stage;
  private final AtomicReference<Post> post = new AtomicReference<>();

  PreviewWindow(PreviewView view) {
    this.view = view;
    // Loading WebKit's code takes long, once; the program does it when its window stands.
    unwatched(WebView::new);
    scene =
        unwatched(() -> {
          Scene made = new Scene(new StackPane(view.node()), 500, 800);
          Look.dress(made);
          return made;
        });
    stage =
        unwatched(() -> {
          Stage shown = new Stage();
          shown.setScene(scene);
          shown.setX(0);
          shown.setY(0);
          shown.show();
          return shown;
        });
  }

  static Post post(String headline, String body) {
    Instant now = Instant.parse("2026-11-23T10:00:00Z");
    Details details = Details.draft(headline, "a-post").withStandfirst("A standfirst to read.");
    return new Post(new UUID(1, 1), new Draft(details, body, List.of()), 1, now, now);
  }

  PreviewWindow open(Post first) {
    post.set(first);
    unwatched(() -> {
      view.open(() -> {
        Post now = post.get();
        return () -> now;
      });
      return true;
    });
    settled();
    return this;
  }

  /** As the editor does: the text changes, and the preview is told. */
  void change(Post next) {
    post.set(next);
    run(view::changed);
    settled();
  }

  /** The text changes, and nobody waits for the page. */
  void changeOnly(String body) {
    post.set(post(post.get().headline(), body));
    run(view::changed);
  }

  /** What the article would be, had the page been loaded as it stands now. */
  String loadedAnew() {
    return (String)
        unwatched(() -> {
          PageSheet sheet = view.shown().orElseThrow();
          String mark = (String) web().getEngine().executeScript(MARK);
          StringBuilder html = new StringBuilder();
          sheet.blocks().forEach(b -> html.append("<!--x-->").append(b.html()));
          String all = "<article>" + html + "<!--x-->" + sheet.after();
          return web()
              .getEngine()
              .executeScript(
                  "new DOMParser().parseFromString("
                      + PageShell.quoted(all.replace("<!--x-->", "<!--" + mark + "-->"))
                      + ", 'text/html').querySelector('article').innerHTML.trim()");
        });
  }

  void change(String body) {
    change(post(post.get().headline(), body));
  }

  /** Waits until the page shows the newest text. */
  void settled() {
    until(
        "the page shows the newest text",
        () ->
            view.shown().isPresent()
                && view.model().body().get().isPresent()
                && view.model().body().get().get().source().equals(post.get().body()));
    pulse();
  }

  WebView web() {
    return (WebView) scene.getRoot().lookup("WebView");
  }

  Object script(String code) {
    return unwatched(() -> web().getEngine().executeScript(code));
  }

  double number(String code) {
    return ((Number) script(code)).doubleValue();
  }

  @Override
  public void close() {
    unwatched(() -> {
      stage.hide();
      view.close();
      return true;
    });
  }
}
