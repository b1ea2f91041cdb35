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
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"'", "’", "ʼ"})
  void findsWhatAReaderTakesForTheSameWords(String apostrophe) {
    try (Library library = Sample.open(folder)) {
      library.create(
          Sample.draft(
              "One",
              "On South Korea"
                  + apostrophe
                  + "s economy, a well-known résumé: cre\u0300me co\u00adoperate nai\u0308ve."),
          Revision.Kind.CREATED);
      library.create(Sample.draft("Other", "Northern knowledge"), Revision.Kind.CREATED);
      for (String words :
          List.of(
              "\"South Korea\"",
              "\"south korea's economy\"",
              "\"South Korea’s\"",
              "\"South Korea",
              "\"South Kor",
              "korea",
              "Korea's",
              "well",
              "known",
              "well-known",
              "well-kno",
              "\"well known\"",
              "resume",
              "résumé",
              "re\u0301sume\u0301",
              "creme",
              "cooperate",
              "naive")) {
        assertEquals(List.of("one"), slugs(library, words), words);
        assertTrue(marked(library, words).contains("\u0001"), words);
      }
    }
  }

  @Test
  void marksJustWhatItFound() {
    try (Library library = Sample.open(folder)) {
      library.create(
          Sample.draft("One", "In Korea South\n\nThe *South* Korea’s ferry, and the south coast."),
          Revision.Kind.CREATED);
      assertEquals(
          "The \u0001South Korea’s\u0002 ferry, and the south coast.",
          marked(library, "\"south korea\""));
    }
  }

  @Test
  void anExcerptComesFromOneFieldAndShowsWhereSomethingIsLeftOut() {
    try (Library library = Sample.open(folder)) {
      Draft draft =
          Sample.draft(
              "The last ferry",
              "A ferry leaves. Nobody "
                  + "waits ".repeat(60)
                  + "for the ferry "
                  + "again ".repeat(60)
                  + "here.\n\n## On the quay\n\nNothing.");
      library.create(
          draft.withDetails(draft.details().withStandfirst("Who pays for the ferry")),
          Revision.Kind.CREATED);
      List<String> excerpts = library.search().find("ferry", 10).hits().getFirst().excerpts();
      assertEquals(3, excerpts.size(), excerpts.toString());
      assertEquals("The last \u0001ferry\u0002", excerpts.get(0));
      assertEquals("Who pays for the \u0001ferry\u0002", excerpts.get(1));
      assertTrue(excerpts.get(2).startsWith("A \u0001ferry\u0002 leaves."), excerpts.get(2));
      assertTrue(excerpts.get(2).endsWith("…"), excerpts.get(2));
      String quay = marked(library, "quay");
      assertEquals("On the \u0001quay\u0002", quay);
      String again = marked(library, "again");
      assertTrue(again.startsWith("…") && again.endsWith("…"), again);
      assertTrue(again.length() < 700, again);
      assertEquals(List.of(), slugs(library, "\"ferry who pays\""));
    }
  }

  @Test
  void makesAnIndexOfAnEarlierVersionAgainOnce() throws IOException {
    Path search = folder.resolve("search");
    Post post;
    try (Library library = Sample.open(folder)) {
      post = library.create(Sample.draft("One", "South Korea's"), Revision.Kind.CREATED);
    }
    SearchIndex.delete(search);
    try (var directory = FSDirectory.open(search);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document earlier = new Document(); // up to date, but what was indexed is no longer enough
      String id = post.id().toString();
      earlier.add(new StringField("id", id, Field.Store.YES));
      earlier.add(new BinaryDocValuesField("id", new BytesRef(id)));
      earlier.add(new NumericDocValuesField("version", post.version()));
      earlier.add(new TextField("text", "South Korea's", Field.Store.YES));
      writer.addDocument(earlier);
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(1, library.search().find("korea", 10).total());
    }
    FileTime made = Files.getLastModifiedTime(firstSegment(search));
    try (Library library = Sample.open(folder)) {
      assertEquals(1, library.search().find("korea", 10).total());
    }
    assertEquals(made, Files.getLastModifiedTime(firstSegment(search)));
  }

  private static Path firstSegment(Path search) throws IOException {
    try (var files = Files.list(search)) {
      return files
          .filter(file -> file.toString().endsWith(".cfs"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static String marked(Library library, String words) {
    return String.join("|", library.search().find(words, 10).hits().getFirst().excerpts());
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
