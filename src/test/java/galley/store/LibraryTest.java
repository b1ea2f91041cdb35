package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Draft;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import galley.post.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryTest {
  @TempDir private Path folder;

  @Test
  void keepsEverythingADraftHas() {
    UUID id;
    try (Library library = Sample.open(folder)) {
      id = library.create(Sample.full(), Revision.Kind.IMPORTED).id();
      assertEquals(Sample.full(), library.post(id).orElseThrow().draft());
    }
    try (Library library = Sample.open(folder)) {
      Post post = library.post(id).orElseThrow();
      assertEquals(Sample.full(), post.draft());
      assertEquals(
          List.copyOf(Sample.full().details().extra().keySet()),
          List.copyOf(post.details().extra().keySet()));
      assertEquals(List.of(), library.opening().sentences());
      List<Problem> problems = library.verify(Progress.SILENT).problems();
      assertEquals(1, problems.size());
      assertEquals("A picture that a post uses is not there", problems.getFirst().what());
    }
  }

  @Test
  void readsManyPostsAtOnceAsOneByOne() {
    try (Library library = Sample.open(folder)) {
      Map<UUID, Post> made = new HashMap<>();
      for (int i = 0; i < 40; i++) {
        Post post = library.create(Sample.draft(i, 30), Revision.Kind.CREATED);
        made.put(post.id(), post);
      }
      Post full = library.create(Sample.full(), Revision.Kind.IMPORTED);
      made.put(full.id(), full);
      List<UUID> asked = new ArrayList<>(made.keySet());
      asked.add(UUID.randomUUID());
      assertEquals(made, library.posts(asked));
      assertEquals(Map.of(), library.posts(List.of()));
    }
  }

  @Test
  void listsTheLastChangedFirstWhateverTheClockSays() {
    Sample.Hand clock = new Sample.Hand();
    try (Library library = Library.open(folder, clock, OpenOptions.creating())) {
      List<Post> posts = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        clock.set(Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays((i * 7919) % 4000)));
        posts.add(library.create(Sample.draft(i, 30), Revision.Kind.CREATED));
      }
      List<UUID> expected = posts.reversed().stream().map(Post::id).toList();
      assertEquals(expected, library.posts().stream().map(PostSummary::id).toList());
      clock.set(Instant.parse("1999-01-01T00:00:00Z"));
      Post first = posts.getFirst();
      for (int i = 0; i < 5; i++) {
        first = library.save(edited(first, i), Revision.Kind.AUTOSAVED, "");
      }
      assertEquals(first.id(), library.posts().getFirst().id());
      assertEquals(
          List.of(6L, 5L, 4L, 3L, 2L, 1L),
          library.revisions(first.id()).stream().map(Revision::number).toList());
    }
  }

  @Test
  void givesEverySlugToOnePost() {
    try (Library library = Sample.open(folder)) {
      Post one = library.create(Sample.draft("Same", "a"), Revision.Kind.CREATED);
      Post two = library.create(Sample.draft("Same", "b"), Revision.Kind.CREATED);
      Post three = library.create(Sample.draft("SAME", "c"), Revision.Kind.CREATED);
      assertEquals(List.of("same", "same-2", "same-3"), slugs(one, two, three));
      library.toBin(one.id());
      Post four = library.create(Sample.draft("Same", "d"), Revision.Kind.CREATED);
      assertEquals("same", four.slug());
      library.fromBin(one.id());
      assertEquals("same-4", library.post(one.id()).orElseThrow().slug());
      assertEquals(four.id(), library.find("same").orElseThrow().id());
      assertEquals(four.id(), library.find(four.id().toString()).orElseThrow().id());
      assertEquals(Optional.empty(), library.find("nobody"));
    }
  }

  @Test
  void refusesToWriteOverWhatSomeoneElseSaved() {
    try (Library library = Sample.open(folder)) {
      Post post = library.create(Sample.draft(1, 30), Revision.Kind.CREATED);
      Post mine = library.save(edited(post, 1), Revision.Kind.AUTOSAVED, "");
      Post stale = edited(post, 2);
      StaleException refused =
          assertThrows(
              StaleException.class, () -> library.save(stale, Revision.Kind.AUTOSAVED, ""));
      assertTrue(refused.getMessage().contains("Nothing has been written over"));
      assertEquals(mine, library.post(post.id()).orElseThrow());
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(0, library.opening().postsBroughtBack());
    }
  }

  @Test
  void savesNoRevisionWhereNothingChanged() {
    try (Library library = Sample.open(folder)) {
      Post post = library.create(Sample.draft(1, 30), Revision.Kind.CREATED);
      Post same = library.save(post, Revision.Kind.AUTOSAVED, "");
      assertEquals(post, same);
      assertEquals(1, library.revisions(post.id()).size());
      Post next = library.save(edited(post, 1), Revision.Kind.AUTOSAVED, "");
      library.save(next, Revision.Kind.COMMAND, "");
      assertEquals(2, library.revisions(post.id()).size());
      library.save(next, Revision.Kind.NAMED, "Sent to Ana");
      library.save(next, Revision.Kind.NAMED, "Sent to Ana");
      Revision newest = library.revisions(post.id()).getFirst();
      assertEquals("Sent to Ana", newest.name());
      assertEquals(Revision.Kind.NAMED, newest.kind());
      assertEquals(3, library.revisions(post.id()).size());
    }
  }

  @Test
  void keepsAnEditsOwnRevisionWhereItsTextIsExportedOrNamed() {
    try (Library library = Sample.open(folder)) {
      Post post = library.create(Sample.draft("One", "a few words"), Revision.Kind.CREATED);
      Post edited =
          library.save(
              new Post(
                  post.id(),
                  post.draft().withBody("a few words and more"),
                  post.version(),
                  post.created(),
                  post.changed()),
              Revision.Kind.AUTOSAVED,
              "");
      Revision edit = library.revisions(post.id()).getFirst();
      assertEquals(2, edit.added());
      library.save(edited, Revision.Kind.EXPORTED, "");
      library.save(edited, Revision.Kind.EXPORTED, "A reason");
      List<Revision> all = library.revisions(post.id());
      assertEquals(4, all.size());
      assertEquals(edit, all.get(2));
      assertEquals(
          List.of(Revision.Kind.EXPORTED, Revision.Kind.EXPORTED),
          all.subList(0, 2).stream().map(Revision::kind).toList());
      assertEquals(0, all.getFirst().added() + all.getFirst().removed());
      assertEquals(edited.draft(), library.revision(all.getFirst().id()));
      Revision named = library.name(edit.id(), "Read by Ana");
      assertEquals("Read by Ana", named.name());
      assertEquals(Revision.Kind.AUTOSAVED, named.kind());
      assertEquals(2, named.added());
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void theEditThatWasExportedStaysWithItsExport() {
    Sample.Hand clock = new Sample.Hand();
    try (Library library = Library.open(folder, clock, OpenOptions.creating())) {
      Post post = library.create(Sample.draft(0, 100), Revision.Kind.CREATED);
      for (int i = 1; i <= 5; i++) {
        clock.set(clock.instant().plusSeconds(1));
        post = library.save(edited(post, i), Revision.Kind.AUTOSAVED, "");
        if (i == 3) {
          library.save(post, Revision.Kind.EXPORTED, "");
        }
      }
      clock.set(clock.instant().plus(Duration.ofDays(400)));
      assertEquals(2, library.thin());
      assertEquals(
          List.of(
              Revision.Kind.AUTOSAVED,
              Revision.Kind.AUTOSAVED,
              Revision.Kind.EXPORTED,
              Revision.Kind.AUTOSAVED,
              Revision.Kind.CREATED),
          library.revisions(post.id()).stream().map(Revision::kind).toList());
    }
  }

  @Test
  void countsInTheHistoryTheWordsAReaderReads() {
    try (Library library = Sample.open(folder)) {
      Post post =
          library.create(Sample.draft("One", "Four words stand here."), Revision.Kind.CREATED);
      String body =
          "Four **words** [stand](https://a.example/b) here.\n\n"
              + "![Nine words of alt text](media/a.jpg)\n\nOne more.";
      library.save(
          new Post(
              post.id(),
              post.draft().withBody(body),
              post.version(),
              post.created(),
              post.changed()),
          Revision.Kind.AUTOSAVED,
          "");
      Revision newest = library.revisions(post.id()).getFirst();
      assertEquals(2, newest.added());
      assertEquals(0, newest.removed());
      assertEquals(6, newest.words());
      assertEquals(6, library.posts().getFirst().words());
    }
  }

  @Test
  void readsEveryRevisionBack() {
    try (Library library = Sample.open(folder)) {
      Post post = library.create(Sample.draft(0, 300), Revision.Kind.CREATED);
      for (int i = 1; i < 130; i++) {
        Draft draft = Sample.draft(i, 300).withDetails(post.details());
        post =
            library.save(
                new Post(post.id(), draft, post.version(), post.created(), post.changed()),
                Revision.Kind.AUTOSAVED,
                "");
      }
      List<Revision> revisions = library.revisions(post.id()).reversed();
      assertEquals(130, revisions.size());
      for (int i = 0; i < 130; i++) {
        assertEquals(Sample.draft(i, 300).body(), library.revision(revisions.get(i).id()).body());
      }
      assertEquals(130, library.verify(Progress.SILENT).revisions());
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void thinsOldRevisionsButNeverOnesWithAName() {
    Sample.Hand clock = new Sample.Hand();
    try (Library library = Library.open(folder, clock, OpenOptions.creating())) {
      Post post = library.create(Sample.draft(0, 100), Revision.Kind.CREATED);
      Instant start = clock.instant();
      for (int i = 1; i <= 120; i++) {
        clock.set(start.plusSeconds(i * 60L));
        post = library.save(edited(post, i), Revision.Kind.AUTOSAVED, "");
        if (i == 33) {
          library.name(library.revisions(post.id()).getFirst().id(), "Keep me");
        }
      }
      clock.set(start.plus(Duration.ofDays(3)));
      int gone = library.thin();
      List<Revision> left = library.revisions(post.id());
      assertEquals(121 - gone, left.size());
      assertTrue(left.size() <= 6, () -> "left " + left.size());
      assertTrue(left.stream().anyMatch(revision -> revision.name().equals("Keep me")));
      assertEquals(121, left.getFirst().number());
      assertEquals(post.draft(), library.revision(left.getFirst().id()));
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      post = library.save(edited(post, 999), Revision.Kind.AUTOSAVED, "");
      assertEquals(post.draft(), library.revision(library.revisions(post.id()).getFirst().id()));
    }
  }

  @Test
  void keepsTheBinForThirtyDays() {
    Sample.Hand clock = new Sample.Hand();
    try (Library library = Library.open(folder, clock, OpenOptions.creating())) {
      Post old = library.create(Sample.draft(1, 30), Revision.Kind.CREATED);
      Post young = library.create(Sample.draft(2, 30), Revision.Kind.CREATED);
      library.toBin(old.id());
      clock.set(clock.instant().plus(Duration.ofDays(31)));
      library.toBin(young.id());
      assertEquals(List.of(), library.posts());
      assertEquals(2, library.bin().size());
      assertEquals(List.of(old.id()), library.emptyBin(clock.instant().minus(Duration.ofDays(30))));
      assertEquals(List.of(young.id()), library.bin().stream().map(PostSummary::id).toList());
      library.fromBin(young.id());
      assertEquals(1, library.posts().size());
      assertEquals(Optional.empty(), library.post(old.id()));
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
    try (Library library = Library.open(folder, clock, OpenOptions.existing())) {
      assertEquals(1, library.posts().size());
      assertEquals(List.of(), library.bin());
    }
  }

  @Test
  void showsInAListWhatAReaderWouldRead() {
    try (Library library = Sample.open(folder)) {
      Draft draft = Sample.draft("Boats", "## Ferry\n\n*Three* boats, [one](x) harbour.");
      library.create(
          draft.withDetails(draft.details().withStage(Stage.READY).withTags(List.of("a", "b"))),
          Revision.Kind.CREATED);
      PostSummary summary = library.posts().getFirst();
      assertEquals("Ferry Three boats, one harbour.", summary.firstWords());
      assertEquals(5, summary.words());
      assertEquals(Stage.READY, summary.stage());
      assertEquals(List.of("a", "b"), summary.tags());
    }
  }

  static Post edited(Post post, int number) {
    Draft draft = post.draft().withBody(post.body() + " word" + number);
    return new Post(post.id(), draft, post.version(), post.created(), post.changed());
  }

  private static List<String> slugs(Post... posts) {
    return List.of(posts).stream().map(Post::slug).toList();
  }
}
