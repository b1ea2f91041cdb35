package galley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.SmallJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the terminal after a start: nothing that was not asked for. */
@Timeout(120)
final class StartTest {
  @TempDir Path folder;
  private SmallJvm java;

  @BeforeEach
  void layOut() throws IOException {
    java = new SmallJvm(folder.resolve("process"));
  }

  @Test
  void theWindowSaysNothing() throws IOException, InterruptedException {
    Process window = start(StartedWindow.class, "--library", folder.resolve("library").toString());
    String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, window.waitFor(), complaints());
    assertEquals("", said + complaints());
  }

  @Test
  void aCommandSaysOnlyWhatItWasAskedFor() throws IOException, InterruptedException {
    String library = folder.resolve("library").toString();
    for (List<String> words :
        List.of(
            List.of("import", "assets/sample/index.md"),
            List.of("search", "compositor"),
            List.of(
                "export",
                "read-it-once-more",
                "--format",
                "html",
                "--to",
                folder.resolve("page").toString()),
            List.of("backup"),
            List.of("verify"))) {
      List<String> all = new ArrayList<>(List.of("--library", library));
      all.addAll(words);
      Process command = start(Main.class, all.toArray(String[]::new));
      String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, command.waitFor(), complaints());
      assertTrue(!said.contains("WARNING"), said);
      assertEquals("", complaints(), String.join(" ", words));
    }
  }

  private Process start(Class<?> main, String... arguments) throws IOException {
    return java.start(
        main,
        List.of(
            "@packaging/jvm.options",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true"),
        arguments);
  }

  private String complaints() throws IOException {
    return Files.readString(folder.resolve("process/complaints.txt"));
  }
}
