package galley.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what lies in a folder, without what is Galley's own. */
final class Disks {
  private Disks() {}

  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (Stream<Path> files = Files.walk(folder.toRealPath())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.toRealPath().relativize(file).toString().replace('\\', '/');
        if (!path.startsWith(".galley/")) {
          texts.put(path, Files.readString(file));
        }
      }
    }
    return texts;
  }
}
