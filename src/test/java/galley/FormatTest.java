package galley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds every Java file to google-java-format. It runs as a test because the formatter reads Java
 * with the compiler of the JVM it runs in, and only the tests are sure to run on JDK 25.
 */
final class FormatTest {
  private static final Formatter FORMATTER =
      new Formatter(
          JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.GOOGLE).build());

  @Test
  void everyFileIsFormatted() throws IOException {
    List<String> untidy = new ArrayList<>();
    for (Path file : javaFiles()) {
      String text = Files.readString(file);
      if (!text.equals(formatted(file, text))) {
        untidy.add(file.toString());
      }
    }
    assertEquals(
        List.of(), untidy, "Put right with: ./mvnw -q process-test-classes exec:exec@format");
  }

  /** Writes every file that is not formatted. */
  public static void main(String[] args) throws IOException {
    for (Path file : javaFiles()) {
      String text = Files.readString(file);
      String formatted = formatted(file, text);
      if (!text.equals(formatted)) {
        Files.writeString(file, formatted);
        System.out.println("formatted " + file);
      }
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String formatted(Path file, String text) {
    try {
      return FORMATTER.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(text));
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " can't be read: " + e.getMessage(), e);
    }
  }
}
