package galley.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.post.Byline;
import galley.post.Draft;
import galley.post.PublicationDate;
import galley.post.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {
  @TempDir Path folder;

  @Test
  void readsMarkdownWithFrontMatter() throws IOException {
    Path file = folder.resolve("2024-05-06-the-last-ferry.md");
    Files.writeString(
        file,
        """
        ---
        layout: post
        title: The last ferry
        excerpt: It leaves at six.
        date: 2024-05-07 10:00:00 -5
        authors:
        - ana
        - name: Jo Bloggs
        tags: [sea, islands]
        category: Travel
        hero: false
        ---

        It left *early*.
        """);
    try (Intake intake = new Intake(folder.resolve("scratch"))) {
      Batch batch = intake.read(List.of(file), (what, done, total) -> {});
      assertEquals(List.of(), batch.refused());
      Draft draft = batch.posts().getFirst().draft();
      assertEquals("\nIt left *early*.\n", draft.body());
      assertEquals("The last ferry", draft.details().headline());
      assertEquals("It leaves at six.", draft.details().standfirst());
      assertEquals("the-last-ferry", draft.details().slug());
      assertEquals(List.of(new Byline("ana"), new Byline("Jo Bloggs")), draft.details().bylines());
      assertEquals(
          Optional.of(LocalDate.of(2024, 5, 7)), draft.details().date().map(PublicationDate::day));
      assertEquals(List.of("sea", "islands"), draft.details().tags());
      assertEquals("Travel", draft.details().section());
      assertEquals(Stage.DRAFT, draft.details().stage());
      assertEquals(Map.of("layout", "post", "hero", false), draft.details().extra());
    }
  }
}
