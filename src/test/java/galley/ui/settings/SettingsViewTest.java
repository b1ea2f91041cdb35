package galley.ui.settings;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.Preferences.Appearance;
import galley.desk.Settings;
import galley.ui.kit.FxTest;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
final class SettingsViewTest {
  @TempDir Path folder;
  private Path library;
  private Desk desk;
  private Stage stage;
  private Scene scene;
  private Optional<Path> chosen = Optional.empty();

  @BeforeEach
  void openTheSheet() {
    library = folder.resolve("library");
    desk = Desk.open(library, Clock.systemUTC(), new DeskOptions(true, false, false));
    run(() -> {
      scene = new Scene(new Layers(new Region()), 1024, 640);
      Look.dress(scene);
      stage = new Stage();
      stage.setScene(scene);
      stage.show();
      new SettingsView(
              new SettingsView.Choices(
                  new SimpleObjectProperty<>(Appearance.LIGHT),
                  new SimpleDoubleProperty(1),
                  new SimpleDoubleProperty(1),
                  new SimpleBooleanProperty(true),
                  new SimpleBooleanProperty(false)),
              library,
              new SecondPlace.Ways(
                  desk.keeping()::backupFolder, () -> chosen, desk.keeping()::backupFolder),
              new Identity.Ways(
                  desk.reviewing()::identity,
                  me ->
                      desk.reviewing()
                          .identity(
                              me.name(), Optional.of(me.colour()), Optional.of(me.initials()))))
          .open(scene);
    });
    pulse();
  }

  @AfterEach
  void closeIt() {
    run(stage::close);
    desk.close();
  }

  @Test
  void everyBackupGoesToTheFolderThatIsChosenTheFirstAtOnce() throws Exception {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    choose(stick);
    until("it is said", () -> says("A backup lies there now"));
    picture(scene, "settings-second");
    try (var files = Files.list(stick)) {
      assertTrue(files.anyMatch(file -> file.toString().endsWith(".zip")));
    }
    desk.close();
    assertEquals(Optional.of(stick), Settings.peek(library).backupFolder());
    try (Desk again = Desk.open(library, Clock.systemUTC(), DeskOptions.existing())) {
      assertEquals(Optional.of(stick), again.keeping().backupFolder());
    }
  }

  @Test
  void folderThatCannotTakeABackupIsRefusedInASentenceAndNothingChanges() {
    choose(folder.resolve("gone"));
    until("it is said", () -> says("The backup was made beside the library, but not in"));
    assertEquals(Optional.empty(), desk.keeping().backupFolder());
    assertEquals(1, desk.keeping().backups().join().size());
    choose(library.resolve("media"));
    until("it is said", () -> says("lies in the library itself"));
    assertEquals(Optional.empty(), desk.keeping().backupFolder());
    assertTrue(says("None. A folder on another disk"));
  }

  @Test
  void secondPlaceCanBeGivenUp() throws Exception {
    choose(Files.createDirectory(folder.resolve("stick")));
    until("it is said", () -> says("A backup lies there now"));
    run(() -> button("No longer").fire());
    until("it is given up", () -> says("None. A folder on another disk"));
    assertEquals(Optional.empty(), desk.keeping().backupFolder());
    assertFalse(fx(() -> button("No longer").isVisible()));
  }

  private void choose(Path path) {
    chosen = Optional.of(path);
    until("one can choose", () -> !button("Choose a folder…").isDisabled());
    run(() -> button("Choose a folder…").fire());
  }

  private Button button(String words) {
    return (Button)
        scene.getRoot().lookupAll(".button").stream()
            .filter(node -> node instanceof Button button && button.getText().equals(words))
            .findFirst()
            .orElseThrow();
  }

  private boolean says(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Labeled label && label.getText().contains(words));
  }
}
