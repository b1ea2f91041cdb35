package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Byline;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchTest {
  @TempDir private Path folder;

  @Test
  void findsPostsByAllTheirWords() {
    try (Library library = Sample.open(folder)) {
      fill(library);
      assertEquals(List.of("ferry"), slugs(library, "ferry price"));
      assertEquals(List.of("ferry"), slugs(library, "FERRY pri"));
      assertEquals(List.of(), slugs(library, "ferr price"));
      assertEquals(List.of("cafe"), slugs(library, "cafe creme"));
      assertEquals(List.of("cafe"), slugs(library, "Café crè"));
      assertEquals(List.of("ferry"), slugs(library, "\"the old ferry\""));
      assertEquals(List.of(), slugs(library, "\"old the ferry\""));
      assertEquals(List.of("cafe"), slugs(library, "horvat"));
      assertEquals(List.of("cafe"), slugs(library, "quay"));
      assertEquals(List.of("cafe"), slugs(library, "standing"));
      assertEquals(List.of(), slugs(library, "  \"\" * ( AND"));
      SearchResult found = library.search().find("price", 10);
      assertEquals(1, found.total());
      assertTrue(
          found.hits().getFirst().excerpts().getFirst().contains("\u0001price\u0002"),
          found.toString());
    }
  }

  @Test
  void putsAHeadlineBeforeABody() {
    try (Library library = Sample.open(folder)) {
      library.create(Sample.draft("Other", "harbour ".repeat(3)), Revision.Kind.CREATED);
      library.create(Sample.draft("The harbour", "Nothing else."), Revision.Kind.CREATED);
      assertEquals(List.of("the-harbour", "other"), slugs(library, "harbour"));
    }
  }

  @Test
  void followsEveryChange() {
    try (Library library = Sample.open(folder)) {
      Post post = library.create(Sample.draft("One", "first words"), Revision.Kind.CREATED);
      assertEquals(1, library.search().find("first", 10).total());
      Post next =
          library.save(
              new Post(
                  post.id(),
                  post.draft().withBody("second thoughts"),
                  post.version(),
                  post.created(),
                  post.changed()),
              Revision.Kind.AUTOSAVED,
              "");
      assertEquals(0, library.search().find("first", 10).total());
      assertEquals(1, library.search().find("second", 10).total());
      library.toBin(next.id());
      assertEquals(0, library.search().find("second", 10).total());
      library.fromBin(next.id());
      assertEquals(1, library.search().find("second", 10).total());
    }
  }

  @Test
  void isMadeAgainWhereItIsMissingOrBroken() throws IOException {
    try (Library library = Sample.open(folder)) {
      fill(library);
      assertEquals(1, library.search().find("price", 10).total());
    }
    try (var files = Files.list(folder.resolve("search"))) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(1, library.search().find("price", 10).total());
    }
    SearchIndex.delete(folder.resolve("search"));
    try (Library library = Sample.open(folder)) {
      assertEquals(1, library.search().find("price", 10).total());
    }
  }

  private static void fill(Library library) {
    library.create(
        Sample.draft("Ferry", "What is the *price* of the old ferry? [No](x) one knows."),
        Revision.Kind.CREATED);
    Draft cafe = Sample.draft("Cafe", "Café crème, mostly.");
    library.create(
        cafe.withDetails(
                cafe.details()
                    .withStandfirst("Standing room")
                    .withBylines(List.of(new Byline("Ana Horvat"))))
            .withImages(
                List.of(ImageRef.place("media/a.jpg").withWords("", "At the quay", "", "", false))),
        Revision.Kind.CREATED);
  }

  private static List<String> slugs(Library library, String words) {
    return library.search().find(words, 10).hits().stream().map(Hit::slug).toList();
  }
}
