package galley.ui.export;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.ExportRequest.Format;
import galley.ui.kit.FxTest;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
final class ExportModelTest {
  @TempDir Path folder;
  @TempDir Path out;
  private Desk desk;

  @BeforeEach
  void openTheSample() {
    desk = Desk.open(folder, Clock.systemUTC(), new DeskOptions(true, true, false));
  }

  @AfterEach
  void closeIt() {
    desk.close();
  }

  @Test
  void planIsWrittenAsAFolder() {
    var post = desk.posts().join().getFirst();
    ExportModel model = fx(() -> new ExportModel(desk.exporting(), post.id()));
    until("the plan is there", () -> model.planned().get().isPresent());
    assertTrue(fx(model::isFree));
    List<String> tree =
        BundleTree.lines(post.slug(), fx(() -> model.planned().get().orElseThrow().files()))
            .stream()
            .map(line -> line.branch() + line.name())
            .toList();
    assertEquals(post.slug() + "/", tree.getFirst());
    assertTrue(tree.contains("├ index.html"), tree.toString());
    assertTrue(tree.contains("│ ├ long-proof-*.jpg"), tree.toString());
    run(() -> model.write(out, false));
    until("it is written", () -> model.written().get().isPresent());
    assertTrue(Files.isRegularFile(out.resolve(post.slug()).resolve("index.html")));
  }

  @Test
  void planIsWrittenAsOneZipWhereThatIsChosen() throws Exception {
    var post = desk.posts().join().getFirst();
    ExportModel model = fx(() -> new ExportModel(desk.exporting(), post.id()));
    until("the plan is there", () -> model.planned().get().isPresent());
    var planned = fx(() -> model.planned().get().orElseThrow().files());
    run(() -> model.write(out, true));
    until("it is written", () -> model.written().get().isPresent());
    Path zip = out.resolve(post.slug() + ".zip");
    ExportModel.Written written = fx(() -> model.written().get().orElseThrow());
    assertEquals(zip, written.path());
    assertEquals(Files.size(zip), written.bytes());
    try (var inside = FileSystems.newFileSystem(zip);
        var left = Files.list(out)) {
      for (var file : planned) {
        assertTrue(Files.exists(inside.getPath(post.slug(), file.path())), file.path());
      }
      assertEquals(List.of(zip), left.toList());
    }
  }

  @Test
  void formatsArePlannedAnew() {
    var post = desk.posts().join().getFirst();
    ExportModel model = fx(() -> new ExportModel(desk.exporting(), post.id()));
    run(() -> model.format().set(Format.SINGLE));
    until(
        "one file is planned",
        () -> model.planned().get().filter(plan -> plan.files().size() == 1).isPresent());
  }

  @Test
  void errorsWantAReason() {
    var post = desk.create("").join();
    ExportModel model = fx(() -> new ExportModel(desk.exporting(), post.id()));
    until("the plan is there", () -> model.planned().get().isPresent());
    assertFalse(fx(model::isFree));
    run(() -> model.reason().set("Only a trial"));
    assertTrue(fx(model::isFree));
  }

  @Test
  void sizesAreSaidAsPeopleDo() {
    assertEquals("999 B", BundleTree.size(999));
    assertEquals("18 kB", BundleTree.size(18_200));
    assertEquals("1 MB", BundleTree.size(1_000_000));
    assertEquals("2.5 MB", BundleTree.size(2_480_000));
  }
}
