package galley.ui.preview;

import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import galley.images.Pictures;
import galley.ui.kit.FxTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page fetches nothing, runs nothing and leads nowhere by itself. */
@FxTest
final class PageSafetyTest {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String remote;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    remote = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void nothingRemoteIsFetchedForAnythingAWriterCanPutInAText() throws IOException {
    try (PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()))) {
      window.open(PreviewWindow.post("A headline", hostile()));
      window.change(hostile() + "\n\nAnd more.\n");
      seenByTheServer(window);
    }
  }

  @Test
  void nothingRemoteIsFetchedEvenWhereAPageSlippedThrough() throws IOException {
    String html = hostile();
    PreviewView view =
        new PreviewView(
            hash -> Optional.empty(),
            _ ->
                (post, body) ->
                    new PageSheet(
                        "<html lang=\"en\">",
                        "@import url("
                            + remote
                            + "/import.css);"
                            + "@font-face{font-family:x;src:url("
                            + remote
                            + "/font.ttf)}"
                            + "body{font-family:x;background:url("
                            + remote
                            + "/ground.png)}",
                        "",
                        List.of(
                            new PageSheet.Block(html, 0, 0),
                            new PageSheet.Block(html + "<p>" + post.body() + "</p>", 1, 1)),
                        ""));
    try (PreviewWindow window = new PreviewWindow(view)) {
      window.open(PreviewWindow.post("A headline", "Words"));
      window.change("Other words");
      seenByTheServer(window);
      assertEquals("undefined", window.script("typeof window.ran"));
      assertEquals(0, window.number("document.querySelectorAll('iframe, object, form').length"));
    }
  }

  @Test
  void clicksAreHeardOnEveryPageAlsoAfterTheOneBeforeIsGone() {
    List<Double> lines = new ArrayList<>();
    try (PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()))) {
      run(() -> window.view.onClickLine(lines::add));
      for (int page = 1; page <= 5; page++) {
        window.open(PreviewWindow.post("Page " + page, "Words. ".repeat(3000) + page));
        window.script("document.querySelectorAll('article p')[1].click()");
        assertEquals(page, lines.size());
        run(window.view::shut);
        until(
            "it is empty",
            () -> "".equals(window.web().getEngine().executeScript("document.body.innerHTML")));
        for (int i = 0; i < 25; i++) { // the page before is thrown away meanwhile
          if (i % 5 == 0) {
            System.gc();
            pulse();
          }
          window.script("for (let i = 0; i < 40; i++) new Array(20000).fill(i)");
        }
      }
    }
  }

  @Test
  void linksGoToTheListenerAndNowhereElse() {
    List<String> links = new ArrayList<>();
    List<Double> lines = new ArrayList<>();
    try (PreviewWindow window = new PreviewWindow(new PreviewView(hash -> Optional.empty()))) {
      run(() -> {
        window.view.onLink(links::add);
        window.view.onClickLine(lines::add);
      });
      window.open(
          PreviewWindow.post(
              "A headline",
              "A [link]("
                  + remote
                  + "/page), a note[^1] and [a file](file:///etc/passwd).\n\n"
                  + "Words. ".repeat(3000)
                  + "\n\n[^1]: The note.\n"));
      window.script("document.querySelector('a[href*=\"/page\"]').click()");
      assertEquals(List.of(remote + "/page"), links);
      window.script("document.querySelector('a[href^=\"#\"]:not(.skip)').click()");
      until("the note is in view", () -> window.view.topLine() > 0.2);
      assertEquals("about:blank", window.script("document.location.href"));
      window.script("document.querySelectorAll('article p')[1].click()");
      assertEquals(1, links.size());
      assertEquals(1, lines.size());
      pulse();
      assertEquals(List.of(), requests);
    }
  }

  @Test
  void onlyPicturesOfTheLibraryHaveAnAddress(@TempDir Path folder) throws IOException {
    String hash = "ab".repeat(32);
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Path drawing =
        Files.writeString(
            folder.resolve("drawing.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
                + "<script>ran=1</script><rect width=\"9\" height=\"9\"/></svg>");
    String address =
        PageScheme.open(
            new PageShelf(
                name -> name.equals(hash) ? Optional.of(drawing) : Optional.of(secret),
                new Pictures()));
    String cleaned = read(address + "media/" + hash);
    assertTrue(cleaned.contains("rect"));
    assertFalse(cleaned.contains("script"));
    for (String path :
        List.of(
            "media/" + "cd".repeat(32), // a file that is no picture
            "media/../secret.txt",
            "media/%2e%2e/secret.txt",
            "secret.txt",
            drawing.toString(),
            "media/" + hash + "/..",
            "")) {
      assertEquals("nothing", read(address + path), path);
    }
    PageScheme.close(address);
    assertEquals("nothing", read(address + "media/" + hash));
    assertEquals("nothing", read("galley://elsewhere/media/" + hash));
  }

  private static String read(String address) {
    try (InputStream in = URI.create(address).toURL().openStream()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "nothing";
    }
  }

  private void seenByTheServer(PreviewWindow window) throws IOException {
    for (int i = 0; i < 30; i++) {
      pulse();
    }
    assertEquals("about:blank", window.script("document.location.href"));
    assertEquals(List.of(), requests);
    // The server itself does hear what is asked of it.
    try (InputStream in = URI.create(remote + "/heard").toURL().openStream()) {
      assertEquals(0, in.readAllBytes().length);
    }
    assertEquals(List.of("/heard"), requests);
    requests.clear();
  }

  /** Everything that could make a browser fetch something, as raw HTML and as Markdown. */
  private String hostile() {
    return """
    ![A picture](REMOTE/markdown.png)

    <img src="REMOTE/a.png" srcset="REMOTE/b.png 2x">
    <picture><source srcset="REMOTE/c.webp"><img src="REMOTE/d.png"></picture>
    <link rel="stylesheet" href="REMOTE/e.css"><link rel="prefetch" href="REMOTE/f">
    <link rel="dns-prefetch" href="REMOTE"><link rel="icon" href="REMOTE/g.ico">
    <style>@import url(REMOTE/h.css); p{background:url(REMOTE/i.png)}</style>
    <p style="background-image:url(REMOTE/j.png)">styled</p>
    <iframe src="REMOTE/k"></iframe><frame src="REMOTE/l"><embed src="REMOTE/m">
    <object data="REMOTE/n"><param name="movie" value="REMOTE/o"></object>
    <meta http-equiv="refresh" content="0;url=REMOTE/p">
    <base href="REMOTE/">
    <img src="relative.png">
    <script>window.ran = 1; fetch("REMOTE/q")</script><script src="REMOTE/r.js"></script>
    <svg width="9" height="9"><image href="REMOTE/s.png" width="9" height="9"/>
    <use href="REMOTE/t.svg#x"/><script>window.ran = 1</script></svg>
    <video src="REMOTE/u.mp4" poster="REMOTE/v.png" autoplay></video>
    <audio src="REMOTE/w.mp3" autoplay></audio>
    <form action="REMOTE/x"><input type="image" src="REMOTE/y.png"></form>
    <body background="REMOTE/z.png" onload="window.ran = 1">
    <table background="REMOTE/aa.png"><tr><td background="REMOTE/ab.png">x</td></tr></table>
    <img src="x" onerror="window.ran = 1">
    <a href="REMOTE/ac" ping="REMOTE/ad">a link</a>

    And words.
    """
        .replace("REMOTE", remote);
  }
}
