package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "a/",
        "a//b",
        "../a",
        "a/../b",
        "./a",
        "a\\b",
        "c:/a",
        "a\nb",
        "a\u202eb",
        "a.",
        "a ",
        " a",
        "con",
        "a/NUL.html",
        "lpt1.txt/a",
        "a*",
        "a?b",
        ".galley/manifest.json",
        ".GALLEY/x",
        ".galley",
        "a\u0000"
      })
  void refusesPathsThatLeadElsewhere(String path) {
    assertThrows(IllegalArgumentException.class, () -> Sites.file(path, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "a/b/c d.html", ".well-known/x", "é/ü.jpg", "console/a"})
  void takesPathsOfSites(String path) {
    assertEquals(path, Sites.file(path, "x").path());
  }

  @Test
  void hasEachPathOnceOnEveryDisk() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Sites.release("r", Map.of("About.html", "1", "about.html", "2")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Sites.release("r", Map.of("caf\u00e9.html", "1", "cafe\u0301.html", "2")));
    assertThrows(
        IllegalArgumentException.class, () -> Sites.release("r", Map.of("a", "1", "a/b", "2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", ".x", "a.partial", "a.json", "a b"})
  void refusesNamesThatAreNoFolder(String id) {
    assertThrows(IllegalArgumentException.class, () -> Sites.release(id, Map.of()));
  }
}
