package galley.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BuiltPageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'opinion/ferry/', '../../assets/a.css', 'assets/a.css'",
    "'', './', ''",
    "'opinion/', '/tags/x/', 'tags/x/'",
    "'opinion/', 'https://elsewhere.example/a.png', ",
    "'opinion/', '//elsewhere.example/a.png', ",
    "'opinion/', 'mailto:a@b.example', "
  })
  void addressesOfAPageAreTheSitesOwnOrNone(String page, String written, String path) {
    assertEquals(Optional.ofNullable(path), BuiltPage.below(page, written));
  }

  @Test
  void nothingOutsideTheSiteCanBeReadAsAPage() throws IOException {
    Path root = Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("secret.html"), "secret");
    BuiltPage pages = new BuiltPage(root, "galley://x/");
    assertTrue(pages.file("../secret.html").isEmpty());
    assertTrue(pages.file("a/../../secret.html").isEmpty());
  }

  @Test
  void whatCouldReachTheNetworkOrRunIsTakenOut() throws IOException {
    Path root = Files.createDirectories(folder.resolve("site"));
    Files.writeString(root.resolve("a.css"), "body{background:url(https://e.example/x.png)}");
    Files.writeString(
        root.resolve("index.html"),
        """
        <!doctype html><html lang="en"><head><link rel="stylesheet" href="a.css">
        <link rel="stylesheet" href="https://e.example/b.css"></head><body>
        <script>alert(1)</script><main><form action="https://e.example/"><p>Words</p></form>
        <img src="https://e.example/y.png"><img src="media/z.png" srcset="media/z.png 480w"></main>
        </body></html>
        """);
    PageSheet page = new BuiltPage(root, "galley://x/").read("");
    String all = page.css() + page.html();
    assertFalse(all.contains("e.example"), all);
    assertFalse(all.contains("script") || all.contains("form"), all);
    assertTrue(all.contains("galley://x/media/z.png 480w"), all);
    assertTrue(all.contains("Words"), all);
  }
}
