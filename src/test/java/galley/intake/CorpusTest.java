package galley.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.DraftJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Real posts, where they are at hand. */
final class CorpusTest {
  @TempDir Path folder;
  private Path corpus;

  @BeforeEach
  void find() {
    corpus = Path.of(String.valueOf(System.getProperty("galley.shared"))).resolve("corpus");
    Assumptions.assumeTrue(Files.isDirectory(corpus.resolve("posts")));
  }

  @Test
  void everyPostKeepsEveryCharacterOfItsBody() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(corpus.resolve("posts"))) {
      files = all.sorted().toList();
    }
    try (Intake intake = new Intake(folder)) {
      long start = System.nanoTime();
      Batch batch = intake.read(List.of(corpus), (what, done, total) -> {});
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println("Brought in " + batch.posts().size() + " posts in " + millis + " ms");
      assertEquals(List.of(), batch.refused());
      for (Path file : files) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Incoming post =
            batch.posts().stream()
                .filter(one -> one.from().endsWith(file.getFileName().toString()))
                .findFirst()
                .orElseThrow();
        String body = text.substring(text.indexOf("\n---\n", 3) + 5);
        assertEquals(body, post.draft().body(), file.toString());
        assertEquals(
            post.draft(),
            DraftJson.read(
                JsonMapper.builder().build().readTree(DraftJson.write(post.draft()).toString())),
            file.toString());
        assertTrue(post.draft().details().date().isPresent(), file.toString());
        assertTrue(!post.draft().details().bylines().isEmpty(), file.toString());
        assertTrue(!post.draft().details().headline().isEmpty(), file.toString());
      }
    }
  }
}
