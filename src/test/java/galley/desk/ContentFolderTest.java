package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.export.Bundle;
import galley.export.BundleFile;
import galley.export.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentFolderTest {
  private static final Set<String> SETTINGS = Set.of("hugo.toml", "layouts/list.html");

  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void place() {
    folder = temp.resolve("site");
  }

  @Test
  void writesOnlyWhatDiffersAndTakesAwayOnlyItsOwn() throws IOException {
    write("a", "one", "b", "two");
    Files.writeString(folder.resolve("content/a/notes.txt"), "mine");
    Files.writeString(folder.resolve("go.mod"), "mine");
    ContentFolder.Outcome outcome = write("b", "two", "c", "three");
    assertEquals(List.of("content/c/index.md"), outcome.change().add());
    assertEquals(List.of("content/a/index.md"), outcome.change().remove());
    assertEquals(3, outcome.change().same());
    assertEquals(
        Set.of(
            "content/a/notes.txt",
            "content/b/index.md",
            "content/c/index.md",
            "go.mod",
            "hugo.toml",
            "layouts/list.html"),
        texts().keySet());
    assertTrue(write("b", "two", "c", "three").change().isNothing());
  }

  @Test
  void aPostThatSomebodyWroteIntoIsNeverReplaced() throws IOException {
    write("a", "one", "b", "two");
    Files.writeString(folder.resolve("content/a/index.md"), "one, and words of mine");
    Map<String, String> before = texts();
    refused("not as Galley left it", () -> write("a", "other", "b", "new"));
    refused("not as Galley left it", () -> write("b", "new"));
    assertEquals(before, texts());
  }

  @Test
  void settingsThatWereChangedOrTakenAwayStaySo() throws IOException {
    write("a", "one");
    Files.writeString(folder.resolve("hugo.toml"), "mine");
    Files.delete(folder.resolve("layouts/list.html"));
    ContentFolder.Outcome outcome = write("a", "two");
    assertEquals(List.of("hugo.toml", "layouts/list.html"), outcome.kept());
    assertEquals(List.of("hugo.toml", "layouts/list.html"), write("a", "three").kept());
    assertEquals(Map.of("hugo.toml", "mine", "content/a/index.md", "three"), texts());
  }

  @Test
  void aSiteThatStandsThereGetsThePostsAndKeepsTheRest() throws IOException {
    Files.createDirectories(folder.resolve("content/a"));
    Files.writeString(folder.resolve("hugo.yaml"), "mine");
    write("b", "one");
    assertEquals(Map.of("hugo.yaml", "mine", "content/b/index.md", "one"), texts());
    Files.writeString(folder.resolve("content/a/index.md"), "mine");
    refused("from somewhere else", () -> write("a", "one", "b", "one"));
    assertEquals("mine", Files.readString(folder.resolve("content/a/index.md")));
  }

  @Test
  void aFolderOfAnythingElseIsRefused() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("letter.txt"), "mine");
    refused("no site for hugo", () -> write("a", "one"));
    folder = temp.resolve("other");
    write("a", "one");
    refused(
        "another site",
        () -> new ContentFolder(folder, Profile.JEKYLL, "id").write(none(), Set.of(), _ -> {}));
    refused(
        "another site",
        () -> new ContentFolder(folder, Profile.HUGO, "x").write(none(), Set.of(), _ -> {}));
    assertEquals(3, texts().size());
  }

  @Test
  void aDiskThatIsFullLeavesWholeFilesAndTheNextBuildGoesOn() throws IOException {
    write("a", "one", "b", "two", "c", "three");
    BundleFile full = full("content/b/index.md", "two, longer");
    Bundle bundle =
        new Bundle("site", List.of(post("a", "new"), full, post("c", "new")), List.of());
    refused("No space left", () -> folder().write(bundle, SETTINGS, _ -> {}));
    assertEquals("two", texts().get("content/b/index.md"));
    write("a", "new", "b", "two, longer", "c", "new");
    assertEquals("two, longer", texts().get("content/b/index.md"));

    folder = temp.resolve("new");
    refused("No space left", () -> folder().write(bundle, SETTINGS, _ -> {}));
    assertFalse(Files.exists(folder));
    try (Stream<Path> left = Files.list(temp)) {
      assertEquals(List.of("site"), left.map(path -> path.getFileName().toString()).toList());
    }
  }

  private ContentFolder folder() {
    return new ContentFolder(folder, Profile.HUGO, "id");
  }

  private ContentFolder.Outcome write(String... posts) {
    List<BundleFile> files = new ArrayList<>();
    SETTINGS.forEach(path -> files.add(file(path, "settings")));
    for (int i = 0; i < posts.length; i += 2) {
      files.add(post(posts[i], posts[i + 1]));
    }
    return folder().write(new Bundle("site", files, List.of()), SETTINGS, _ -> {});
  }

  private static Bundle none() {
    return new Bundle("site", List.of(), List.of());
  }

  private static BundleFile post(String name, String text) {
    return file("content/" + name + "/index.md", text);
  }

  private static BundleFile file(String path, String text) {
    return BundleFile.of(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file for which there is no room. */
  private static BundleFile full(String path, String text) {
    BundleFile file = file(path, text);
    return new BundleFile(
        path,
        file.bytes(),
        file.sha256(),
        () -> {
          throw new IOException("No space left on device");
        });
  }

  private static void refused(String sentence, Runnable write) {
    DeskException thrown = assertThrows(DeskException.class, write::run);
    assertTrue(String.valueOf(thrown.getMessage()).contains(sentence), thrown.getMessage());
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.startsWith(".galley/")) {
          texts.put(path, Files.readString(file));
        }
      }
    }
    return texts;
  }
}
