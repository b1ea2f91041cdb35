package galley.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Texts to try things on: posts that lie beside the project where they do, else its own. */
final class Manuscripts {
  private Manuscripts() {}

  /** Bodies of at least so many characters, in an order that stays. */
  static List<String> longerThan(int characters) {
    String shared = System.getProperty("galley.shared", "");
    Path posts = Path.of(shared).resolve("corpus/posts");
    List<Path> files = new ArrayList<>();
    if (!shared.isEmpty() && Files.isDirectory(posts)) {
      files.addAll(in(posts));
    } else {
      files.addAll(in(Path.of("docs/guide")));
      files.addAll(in(Path.of("docs/decisions")));
    }
    return files.stream()
        .filter(file -> file.toString().endsWith(".md"))
        .sorted()
        .map(Manuscripts::body)
        .filter(body -> body.length() >= characters)
        .toList();
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String body(Path file) {
    try {
      String text = Files.readString(file);
      int end = text.startsWith("---\n") ? text.indexOf("\n---\n", 4) : -1;
      return end < 0 ? text : text.substring(end + 5);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
