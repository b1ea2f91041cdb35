package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.Placement;
import galley.post.Post;
import galley.post.ReviewEvent;
import galley.post.Revision;
import galley.text.Sha256;
import galley.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReviewsTest {
  private static final String TEXT = "The ferry leaves at seven.";
  private static final Author ANN = new Author("Ann", "A", "#1f5fa8", "");

  @TempDir private Path folder;
  private long clock;

  @Test
  void keepsWhatWasSaidOverAnOpening() {
    UUID post;
    Reviewed said;
    try (Library library = Sample.open(folder)) {
      post = library.create(Sample.draft("Ferry", TEXT), Revision.Kind.CREATED).id();
      said = said(post, "Hm.");
      library.reviews().add(post, said);
      library.reviews().add(post, said); // once more changes nothing
      assertEquals(said.events(), library.reviews().of(post).events());
    }
    try (Library library = Sample.open(folder)) {
      Reviewed kept = library.reviews().of(post);
      assertEquals(said.events(), kept.events());
      assertEquals(said.placed(), kept.placed());
      assertEquals(said.texts(), kept.texts());
      assertEquals(1, library.posts().getFirst().openNotes());
      Verification found = library.verify(Progress.SILENT);
      assertEquals(List.of(), found.problems());
      assertEquals(2, found.events());
    }
  }

  @Test
  void bringsWhatWasSaidBackFromTheJournalWhereTheDatabaseIsGone() throws IOException {
    UUID post;
    Reviewed first;
    Reviewed second;
    try (Library library = Sample.open(folder)) {
      Post made = library.create(Sample.draft("Ferry", TEXT), Revision.Kind.CREATED);
      post = made.id();
      first = said(post, "Hm.");
      library.reviews().add(post, first);
      second = said(post, "Ha.");
      Post changed =
          new Post(post, made.draft().withBody(TEXT + " So."), 1, made.created(), made.changed());
      library.save(changed, Revision.Kind.NAMED, "after", "before", second);
    }
    Files.delete(folder.resolve("galley.mv.db"));
    try (Library library = Sample.open(folder)) {
      assertEquals(List.copyOf(sorted(first, second)), sorted(library.reviews().of(post)));
      assertEquals(TEXT + " So.", library.post(post).orElseThrow().body());
      List<Revision> all = library.revisions(post);
      assertEquals("after", all.get(0).name());
      assertEquals("before", all.get(1).name());
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      assertEquals(1, library.posts().getFirst().openNotes());
    }
  }

  @Test
  void bringsWhatWasSaidBackFromABackup() throws IOException {
    UUID post;
    Reviewed said;
    try (Library library = Sample.open(folder)) {
      post = library.create(Sample.draft("Ferry", TEXT), Revision.Kind.CREATED).id();
      said = said(post, "Hm.");
      library.reviews().add(post, said);
      library.backups().make();
      library.backups().make();
      library.reviews().add(post, said(post, "Later."));
    }
    Files.write(folder.resolve("galley.mv.db"), new byte[] {1, 2, 3});
    try (Library library = Sample.open(folder)) {
      assertTrue(library.opening().restoredFrom().isPresent());
      assertEquals(2, library.reviews().of(post).events().size(), "the later one by its journal");
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE review_event SET event = X'7b7d'",
        "UPDATE review_event SET seal = sha256",
        "DELETE FROM review_event",
        "UPDATE review_text SET content = X'00'",
        "DELETE FROM review_text",
        "UPDATE library SET events = 7",
        "UPDATE review_round SET round = X'00'"
      })
  void saysWhatIsDamagedAndWhatIsSafe(String damage) throws SQLException {
    try (Library library = Sample.open(folder)) {
      UUID post = library.create(Sample.draft("Ferry", TEXT), Revision.Kind.CREATED).id();
      library.reviews().add(post, said(post, "Hm."));
    }
    damage(damage);
    try (Library library = Sample.open(folder)) {
      List<Problem> problems = library.verify(Progress.SILENT).problems();
      assertFalse(problems.isEmpty(), damage);
      assertFalse(problems.getFirst().safe().isEmpty());
      assertFalse(problems.getFirst().next().isEmpty());
      Post post = library.find("ferry").orElseThrow();
      assertEquals(TEXT, post.body());
      assertTrue(library.reviews().of(post.id()).events().size() <= 1, "the rest can be read");
    }
  }

  @Test
  void placesThatAreDamagedAreFoundAnew() throws SQLException {
    UUID post;
    try (Library library = Sample.open(folder)) {
      post = library.create(Sample.draft("Ferry", TEXT), Revision.Kind.CREATED).id();
      library.reviews().add(post, said(post, "Hm."));
    }
    damage("UPDATE review_place SET places = X'00'");
    try (Library library = Sample.open(folder)) {
      assertEquals(Optional.empty(), library.reviews().of(post).placed());
      assertEquals(1, library.reviews().of(post).events().size());
    }
  }

  @Test
  void aPostThatIsDeletedTakesWhatWasSaidAlong() {
    try (Library library = Sample.open(folder)) {
      UUID post = library.create(Sample.draft("Ferry", TEXT), Revision.Kind.CREATED).id();
      library.reviews().add(post, said(post, "Hm."));
      library.toBin(post);
      library.emptyBin(Instant.MAX);
      Verification found = library.verify(Progress.SILENT);
      assertEquals(List.of(), found.problems());
      assertEquals(0, found.events());
    }
  }

  @Test
  void whatIsKeptOfAPostGoesToAnotherLibraryWhole() {
    Kept kept;
    try (Library library = Sample.open(folder.resolve("one"))) {
      UUID post = library.create(Sample.draft("Ferry", TEXT), Revision.Kind.CREATED).id();
      library.reviews().add(post, said(post, "Hm."));
      kept = library.kept(post).orElseThrow();
    }
    assertEquals(1, kept.review().events().size());
    try (Library library = Sample.open(folder.resolve("two"))) {
      library.adopt(List.of(kept));
      assertEquals(kept, library.kept(kept.post().id()).orElseThrow());
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  private Reviewed said(UUID post, String body) {
    UUID id = UUID.randomUUID();
    Span span = new Span(4, 9);
    String sha256 = Sha256.of(TEXT);
    ReviewEvent event =
        new ReviewEvent(
            UUID.randomUUID(),
            post,
            id,
            ++clock,
            Instant.parse("2026-11-23T10:00:00Z"),
            ANN,
            new ReviewEvent.Made(
                Annotation.Kind.COMMENT,
                Optional.empty(),
                Anchor.in(Anchor.Scope.TEXT, TEXT, sha256, span),
                body,
                Optional.empty(),
                Optional.empty()),
            "");
    return new Reviewed(
        List.of(event),
        Map.of(sha256, TEXT),
        Optional.of(new Placed(sha256, Map.of(id, new Placement(Placement.State.LIVE, span)))),
        List.of(new Round(1, true, event.at(), "Ann", Sample.draft("Ferry", TEXT))),
        1);
  }

  private static List<String> sorted(Reviewed... all) {
    List<String> lines = new ArrayList<>();
    for (Reviewed one : all) {
      one.events().forEach(event -> lines.add(event.toString()));
    }
    return lines.stream().sorted().toList();
  }

  private void damage(String command) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                Database.url(folder.resolve("galley.mv.db"), "file"), "sa", "");
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(command) > 0);
    }
  }
}
