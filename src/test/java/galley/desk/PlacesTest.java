package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlacesTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void followsThePlatformsConvention() {
    assertPlace("/home/ada/.local/share/galley", "Linux", Map.of());
    assertPlace("/home/ada/Library/Application Support/Galley", "Mac OS X", Map.of());
    assertPlace("/home/ada/AppData/Roaming/Galley", "Windows 11", Map.of());
    assertPlace("/data/roaming/Galley", "Windows 11", Map.of("APPDATA", "/data/roaming"));
  }

  @Test
  void takesTheDataFolderOfThePersonsChoice() {
    assertPlace("/data/ada/galley", "Linux", Map.of("XDG_DATA_HOME", "/data/ada"));
  }

  @Test
  void takesTheHomeThatTheEnvironmentNames() {
    assertPlace("/srv/ada/.local/share/galley", "Linux", Map.of("HOME", "/srv/ada"));
  }

  @Test
  void passesOverADataFolderThatIsNotAbsolute() {
    assertPlace("/home/ada/.local/share/galley", "Linux", Map.of("XDG_DATA_HOME", "data"));
  }

  @Test
  void letsTheEnvironmentNameAnotherLibrary() {
    assertPlace("/srv/desk", "Mac OS X", Map.of("GALLEY_LIBRARY", "/srv/desk"));
  }

  private static void assertPlace(String wanted, String system, Map<String, String> environment) {
    assertEquals(Path.of(wanted), Places.library(environment, system, HOME));
  }
}
