package galley.ui.export;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.ExportRequest.Format;
import galley.post.Details;
import galley.post.Draft;
import galley.ui.kit.FxTest;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FxTest
final class ExportViewTest {
  @TempDir Path folder;
  private Desk desk;
  private UUID post;
  private Stage stage;
  private Scene scene;
  private ExportModel model;

  @BeforeEach
  void startAPostWithManyFindings() {
    desk = Desk.open(folder, Clock.systemUTC(), DeskOptions.starting());
    StringBuilder body = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      body.append("![](media/the-morning-ferry-leaves-the-old-harbour-in-fog-")
          .append(i)
          .append(".jpg)\n\nA line.\n\n");
    }
    post =
        desk.create(new Draft(Details.draft("Fog", "fog"), body.toString(), List.of())).join().id();
  }

  @AfterEach
  void closeIt() {
    var _ =
        unwatched(() -> {
          stage.hide();
          return true;
        });
    desk.close();
  }

  private void open(int width, int height) {
    // A window that is put up may wait for the one before to be drawn to its end
    var _ =
        unwatched(() -> {
          model = new ExportModel(desk.exporting(), post);
          scene = new Scene(new Layers(new Region()), width, height);
          Look.dress(scene);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          new ExportView(model, "Fog", _ -> {}, nowhere()).open(scene);
          return true;
        });
    pulse();
  }

  @Test
  void whatWasWrittenIsToldWithTheSizeItHas() throws IOException {
    open(1024, 640);
    until("the files are known", () -> model.planned().get().isPresent());
    long unpacked = fx(() -> model.planned().get().orElseThrow().bundle().bytes());
    Path out = folder.resolve("out");
    run(() -> {
      model.reason().set("A proof");
      model.write(out, true);
    });
    until("it is written", () -> model.written().get().isPresent());
    pulse();
    long bytes = Files.size(fx(() -> model.written().get().orElseThrow().path()));
    String said =
        fx(() ->
            scene.getRoot().lookup(".export-sum") instanceof Label label ? label.getText() : "");
    assertTrue(said.contains(BundleTree.size(bytes)), said);
    assertTrue(bytes < unpacked);
    picture(scene, "export-done");
  }

  @ParameterizedTest
  @CsvSource({"1440,900", "1024,640", "600,640"})
  void everyWordStaysInItsHalfInEveryFormat(int width, int height) {
    open(width, height);
    double tall = fx(() -> bounds(".in-sheet").getHeight());
    for (Format format : List.of(Format.HTML, Format.MARKDOWN, Format.DOCX, Format.WIX)) {
      run(() -> model.format().set(format));
      until("the files are known", () -> model.planned().get().isPresent());
      pulse();
      picture(scene, "export-" + format.name().toLowerCase(Locale.ROOT) + "-" + width);
      assertTrue(
          fx(() -> scene.getRoot().lookupAll(".export-finding").size()) > 6, "findings are there");
      for (String half : List.of(".export-left", ".export-right")) {
        Bounds room = fx(() -> bounds(half));
        for (Node text : fx(() -> scene.getRoot().lookup(half).lookupAll(".text"))) {
          Bounds at = fx(() -> text.localToScene(text.getLayoutBounds()));
          String words = text instanceof Text shown ? shown.getText() : "";
          assertTrue(
              at.getMinX() >= room.getMinX() - 1 && at.getMaxX() <= room.getMaxX() + 1,
              words + " " + at + " leaves " + room);
        }
      }
      if (width > 1000) {
        assertEquals(tall, fx(() -> bounds(".in-sheet").getHeight()), 1, "the dialog keeps still");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1024,640", "640,640", "560,420"})
  void whyThePostLeavesAllTheSameCanAlwaysBeSaid(int width, int height) {
    open(width, height);
    until("the files are known", () -> model.planned().get().isPresent());
    pulse();
    Bounds field = fx(() -> bounds(".export-override .text-field"));
    Bounds foot = fx(() -> bounds(".sheet-foot"));
    assertTrue(field.getMaxY() < foot.getMinY(), field + " is under " + foot);
    assertTrue(foot.getMaxY() < height);
    picture(scene, "export-reason-" + width);
    assertFalse(fx(() -> model.isFree()));
    run(() -> {
      if (scene.getRoot().lookup(".export-override .text-field") instanceof TextField reason) {
        reason.setText("A proof");
      }
    });
    assertTrue(fx(() -> model.isFree()));
  }

  @ParameterizedTest
  @CsvSource({"1024,640", "640,640"})
  void whatStoppedTheExportIsInView(int width, int height) throws Exception {
    open(width, height);
    until("the files are known", () -> model.planned().get().isPresent());
    run(() -> model.reason().set("A proof"));
    Path full = Files.createFile(folder.resolve("not-a-folder"));
    run(() -> model.write(full, false));
    until("it is said", () -> !model.failure().get().isEmpty());
    pulse();
    picture(scene, "export-stopped-" + width);
    Bounds said = fx(() -> bounds(".sheet-foot"));
    Node label =
        fx(() ->
            scene.getRoot().lookupAll(".label.bad").stream()
                .filter(node -> !node.getStyleClass().contains("export-mark"))
                .findFirst()
                .orElseThrow());
    Bounds at = fx(() -> label.localToScene(label.getLayoutBounds()));
    assertTrue(at.getHeight() > 10 && at.getMaxY() <= said.getMinY() + 1, at + " under " + said);
  }

  private static Whereto nowhere() {
    return new Whereto() {
      @Override
      public Optional<Path> folder() {
        return Optional.empty();
      }

      @Override
      public Optional<Path> file(String name) {
        return Optional.empty();
      }
    };
  }

  private Bounds bounds(String selector) {
    Node node = scene.getRoot().lookup(selector);
    return node.localToScene(node.getLayoutBounds());
  }
}
