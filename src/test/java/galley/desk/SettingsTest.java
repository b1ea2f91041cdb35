package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("desk.json");
  }

  @Test
  void everythingComesBackTheNextDay() {
    UUID post = UUID.randomUUID();
    Settings today = settings();
    today.window(new WindowState(10, 20, 1440, 900, true));
    today.lastPost(post);
    today.place(post, new PostPlace(412, 7.25));
    today.change(p -> p.withAppearance(Preferences.Appearance.DARK).withZoom(1.25));
    today.change(p -> p.withMode(Preferences.Mode.FOCUS).withScrollSync(false));
    today.change(p -> p.withPanes(300, 640, false));
    today.remember("history.tab", "outline");
    today.write();

    Settings tomorrow = settings();
    assertEquals(Optional.of(new WindowState(10, 20, 1440, 900, true)), tomorrow.window());
    assertEquals(Optional.of(post), tomorrow.lastPost());
    assertEquals(new PostPlace(412, 7.25), tomorrow.place(post));
    assertEquals(today.preferences(), tomorrow.preferences());
    assertEquals("outline", tomorrow.other("history.tab", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[1, 2]",
        "{\"window\": 7, \"places\": [], \"preferences\": \"dark\", \"lastPost\": {}}",
        "{\"window\": {\"width\": -5, \"height\": 1e9}, \"lastPost\": \"nobody\"}",
        "{\"preferences\": {\"zoom\": 900, \"mode\": \"sideways\", \"libraryWidth\": \"wide\"}}"
      })
  void whatMakesNoSenseCountsAsNotThere(String text) throws IOException {
    Files.writeString(file, text);
    Settings settings = settings();
    assertEquals(Preferences.standard(), settings.preferences());
    assertEquals(Optional.empty(), settings.window());
    assertEquals(Optional.empty(), settings.lastPost());
    assertEquals(new PostPlace(0, 0), settings.place(UUID.randomUUID()));
  }

  @Test
  void writesOnlyWhatHasChangedAndLeavesNoPartBehind() throws IOException {
    Settings settings = settings();
    settings.write();
    assertFalse(Files.exists(file));
    settings.lastPost(UUID.randomUUID());
    settings.write();
    assertTrue(Files.exists(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void tellsItsOwnerOfEveryChange() {
    AtomicInteger told = new AtomicInteger();
    Settings settings = new Settings(file, told::incrementAndGet);
    settings.remember("a", "b");
    settings.change(p -> p.withZoom(2));
    assertEquals(2, told.get());
  }

  private Settings settings() {
    return new Settings(file, () -> {});
  }
}
