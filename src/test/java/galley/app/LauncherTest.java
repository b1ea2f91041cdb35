package galley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, with JDKs that only say what they were asked. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  @TempDir Path folder;
  private Path script;
  private Path jars;

  @BeforeEach
  void layOut() throws IOException {
    Path packaging = Files.createDirectories(folder.resolve("source tree/packaging"));
    script = Files.copy(Path.of("packaging/galley"), packaging.resolve("galley"));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.copy(Path.of("packaging/jvm.options"), packaging.resolve("jvm.options"));
    Files.copy(Path.of("packaging/window.options"), packaging.resolve("window.options"));
    Files.copy(Path.of("packaging/site.options"), packaging.resolve("site.options"));
    jars = packaging.resolveSibling("target").resolve("galley");
  }

  @Test
  void saysHowToBuildWhatHasNotBeenBuilt() throws IOException, InterruptedException {
    Said said = run(script, Map.of(), "list");
    assertEquals(1, said.code());
    assertTrue(said.text().contains("./mvnw package"), said.text());
  }

  @Test
  void takesTheJdkThatJavaHomeNames() throws IOException, InterruptedException {
    build();
    Said said = run(script, Map.of("JAVA_HOME", jdk("mine", "25.0.2").toString()), "list", "a b");
    assertEquals(0, said.code(), said.text());
    assertTrue(said.text().startsWith("mine "), said.text());
    assertTrue(said.text().endsWith("galley.app.Main list a b\n"), said.text());
  }

  @Test
  void passesOverAJdkOfAnotherVersion() throws IOException, InterruptedException {
    build();
    jdk("home/.sdkman/candidates/java/25.0.1-tem", "25.0.1");
    Said said =
        run(
            script,
            Map.of(
                "JAVA_HOME", jdk("old", "17.0.9").toString(),
                "HOME", folder.resolve("home").toString()),
            "list");
    // Another one on this machine may be found before ours; both are right.
    assertTrue(!said.text().startsWith("old "), said.text());
  }

  @Test
  void worksThroughALinkAndFromAnyFolder() throws IOException, InterruptedException {
    build();
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("first"), script);
    Path link = Files.createSymbolicLink(bin.resolve("galley"), Path.of("first"));
    Said said = run(link, Map.of("JAVA_HOME", jdk("mine", "25").toString()), "--help");
    assertEquals(0, said.code(), said.text());
    assertTrue(said.text().contains(jars.resolve("galley.jar").toString()), said.text());
  }

  @Test
  void usesAPreparedStartWhereThereIsOne() throws IOException, InterruptedException {
    build();
    Map<String, String> java = Map.of("JAVA_HOME", jdk("mine", "25").toString());
    assertTrue(!run(script, java, "list").text().contains("AOTCache"));
    Files.createFile(jars.resolve("galley.aot"));
    Files.createFile(jars.resolve("commands.aot"));
    Said list = run(script, java, "list");
    assertTrue(list.text().contains("-XX:AOTCache=" + jars.resolve("commands.aot")), list.text());
    Said window = run(script, java, "--library=x");
    assertTrue(window.text().contains("-XX:AOTCache=" + jars.resolve("galley.aot")), window.text());
  }

  @Test
  void usesOnlyTheJarsThatTheProgramNames() throws IOException, InterruptedException {
    build();
    Said said = run(script, Map.of("JAVA_HOME", jdk("mine", "25").toString()), "list");
    assertTrue(said.text().contains(" -cp " + jars.resolve("galley.jar") + " "), said.text());
    // Left behind by an earlier version, or put there by someone: never on the path.
    assertTrue(!said.text().contains("a-library.jar"), said.text());
  }

  @Test
  void compilesQuicklyForSitesAndTheWindowOnly() throws IOException, InterruptedException {
    build();
    Map<String, String> java = Map.of("JAVA_HOME", jdk("mine", "25").toString());
    Said site = run(script, java, "--library", "my site", "site", "build", "A");
    assertTrue(site.text().contains("site.options -cp"), site.text());
    assertTrue(run(script, java, "--library=x").text().contains("window.options -cp"));
    assertTrue(!run(script, java, "list", "site").text().contains("site.options"));
  }

  private void build() throws IOException {
    Files.createDirectories(jars);
    Files.createFile(jars.resolve("galley.jar"));
    Files.createFile(jars.resolve("a-library.jar"));
  }

  /** A JDK whose java prints its name and what it was asked to do. */
  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(java, "#!/bin/sh\necho " + home.getFileName() + " \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  /** What came out of a process, both streams together. */
  private record Said(int code, String text) {}

  private Said run(Path command, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "GALLEY_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }
}
