package galley;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Runs classes with a main method in small processes of their own, which tests kill. One that was
 * rehearsed before is at work in a third of the time: what it loads then comes from a cache (JEP
 * 514), for which folders on the class path are packed into jars once.
 */
public final class SmallJvm {
  private final Path scratch;
  private final String classPath;
  private final Map<Class<?>, Path> caches = new HashMap<>();

  /** Keeps jars, caches and what the processes complain of in a folder. */
  public SmallJvm(Path scratch) throws IOException {
    this.scratch = Files.createDirectories(scratch);
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path folder = Path.of(entry);
      jars.add(
          Files.isDirectory(folder)
              ? packed(folder, scratch.resolve(jars.size() + ".jar")).toString()
              : entry);
    }
    classPath = String.join(File.pathSeparator, jars);
  }

  /** What is done with a process while it is rehearsed. */
  @FunctionalInterface
  public interface Part {
    void play(Process process) throws IOException;
  }

  /** Starts a class. */
  public Process start(Class<?> main, String... arguments) throws IOException {
    Optional<Path> cache = Optional.ofNullable(caches.get(main));
    return start(
        main, cache.map(file -> List.of("-XX:AOTCache=" + file)).orElse(List.of()), arguments);
  }

  /**
   * Runs a class once and remembers what it loads. It has to end by itself when the part was played
   * and a last byte came on its input; where it does not, it is just not faster later.
   */
  public void rehearse(Class<?> main, Part part, String... arguments)
      throws IOException, InterruptedException {
    Path cache = scratch.resolve(main.getSimpleName() + ".aot");
    Process process = start(main, List.of("-XX:AOTCacheOutput=" + cache), arguments);
    part.play(process);
    try (OutputStream in = process.getOutputStream()) {
      in.write('\n');
    }
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    if (process.waitFor(60, TimeUnit.SECONDS) && Files.exists(cache)) {
      caches.put(main, cache);
    }
    process.destroyForcibly();
  }

  /** Tells a process that waits for a byte to begin, and waits until it says that it does. */
  public static void go(Process process) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    if (process.inputReader().readLine() == null) {
      throw new IOException("It ended before it began");
    }
  }

  /**
   * Kills a process some time after it has said so many more lines.
   *
   * @return whether it was still at work then
   */
  public static boolean kill(Process process, int lines, int millis)
      throws IOException, InterruptedException {
    for (int line = 0; line < lines; line++) {
      process.inputReader().readLine();
    }
    boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  /** Starts a class with further options; what it says of errors is in {@code complaints.txt}. */
  public Process start(Class<?> main, List<String> options, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:disable",
                "-Xlog:all=error:stderr"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(scratch.resolve("complaints.txt").toFile()))
        .start();
  }

  private static Path packed(Path folder, Path jar) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(folder)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setCrc(sum.getValue());
        entry.setSize(bytes.length);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    }
    return jar;
  }
}
