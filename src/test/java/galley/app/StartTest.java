package galley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.SmallJvm;
import galley.desk.Desk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    Path library = folder.resolve("library");
    Process window = start("--library", library.toString());
    boolean answers = false;
    while (!answers) {
      assertTrue(window.isAlive(), complaints());
      TimeUnit.MILLISECONDS.sleep(50);
      answers = Files.isDirectory(library) && Desk.ask(library, List.of());
    }
    window.toHandle().destroy(); // the process's own would close what it said
    String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    window.waitFor();
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
      Process command = start(all.toArray(String[]::new));
      String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, command.waitFor(), complaints());
      assertTrue(!said.contains("WARNING"), said);
      assertEquals("", complaints(), String.join(" ", words));
    }
  }

  private Process start(String... arguments) throws IOException {
    return java.start(
        Main.class,
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
