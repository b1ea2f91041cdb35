package galley.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Writes Galley's jar once more with its style sheets in JavaFX's binary form beside them: JavaFX
 * takes a {@code .bss} of the same name before it reads a {@code .css}, and the window has its
 * first frame about 15 ms sooner. {@code packaging/prepare} runs it.
 */
final class Sheets {
  private Sheets() {}

  /** Takes two arguments, the jar and the file to write. */
  public static void main(String[] args) throws IOException {
    Path made = Path.of(args[1]);
    Files.copy(Path.of(args[0]), made, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + made.toUri()), Map.of())) {
      for (Path sheet : sheets(jar)) {
        add(sheet);
      }
    }
  }

  private static List<Path> sheets(FileSystem jar) throws IOException {
    try (Stream<Path> files = Files.list(jar.getPath("css"))) {
      return files.filter(file -> file.toString().endsWith(".css")).toList();
    }
  }

  private static void add(Path sheet) throws IOException {
    Path css = Files.createTempFile("galley", ".css");
    Path bss = Files.createTempFile("galley", ".bss");
    try {
      Files.copy(sheet, css, StandardCopyOption.REPLACE_EXISTING);
      Stylesheet.convertToBinary(css.toFile(), bss.toFile());
      String name = String.valueOf(sheet.getFileName());
      Files.copy(
          bss,
          sheet.resolveSibling(name.substring(0, name.length() - 4) + ".bss"),
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.delete(css);
      Files.delete(bss);
    }
  }
}
