package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor.Scope;
import galley.post.Annotation;
import galley.post.Annotation.Status;
import galley.post.Details;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Post;
import galley.post.Revision;
import galley.post.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suggesting by writing, without a window. */
final class SuggestingTest {
  private static final Texts BASE =
      new Texts("The ferry", "", "On the 06:40 nobody is a customer.\n\nIt was in Febuary.\n");
  private static final Texts TEXT =
      new Texts(
          "The last ferry",
          "Who pays?",
          "On the 06:40 hardly anybody is a customer.\n\nIt was in February.\n");

  @TempDir Path folder;
  private Desk desk;
  private Post post;
  private final AtomicReference<Texts> shown = new AtomicReference<>(BASE);

  @BeforeEach
  void createThePost() {
    desk = open(folder.resolve("library"));
    post =
        desk.create(new Draft(Details.draft("The ferry", "ferry"), BASE.body(), List.of())).join();
  }

  @AfterEach
  void closeIt() {
    desk.close();
  }

  @Test
  void whatWasKeptBecomesSuggestionsWhenTheProgramWasKilled() {
    leaveABranch();
    try (DraftSession session = desk.open(post.id()).join()) {
      session.review().suggesting().pickUp().join();
      session.review().suggesting().pickUp().join();
      List<PlacedAnnotation> all = session.review().annotations();
      assertEquals(4, all.size());
      assertEquals(
          List.of(Scope.HEADLINE, Scope.STANDFIRST, Scope.TEXT, Scope.TEXT),
          all.stream().map(one -> one.annotation().anchor().scope()).toList());
      assertEquals(BASE, Texts.of(session.latest()));
      for (PlacedAnnotation one : all) {
        session.review().accept(one.annotation().id()).join();
      }
      assertEquals(TEXT, Texts.of(session.latest()));
      assertTrue(
          session.review().annotations().stream()
              .allMatch(one -> one.annotation().status() == Status.ACCEPTED));
    }
    assertEquals(TEXT, Texts.of(desk.post(post.id()).join().draft()));
  }

  @Test
  void whatWasRejectedCanBeSuggestedAgain() {
    leaveABranch();
    try (DraftSession session = desk.open(post.id()).join()) {
      Review review = session.review();
      review.suggesting().pickUp().join();
      for (PlacedAnnotation one : review.annotations()) {
        review.reject(one.annotation().id()).join();
      }
      assertEquals(BASE, Texts.of(session.latest()));
      suggest(session).end().join();
      assertEquals(8, review.annotations().size());
      assertEquals(
          4,
          review.annotations().stream()
              .map(PlacedAnnotation::annotation)
              .filter(one -> one.status() == Status.OPEN)
              .count());
    }
  }

  @Test
  void postThatWasEditedMeanwhileTakesTheSuggestionsWhereTheirWordsStand() {
    leaveABranch();
    desk.change(
            post.id(),
            draft -> draft.withBody("A new beginning.\n\n" + draft.body()),
            Revision.Kind.COMMAND)
        .join();
    try (DraftSession session = desk.open(post.id()).join()) {
      session.review().suggesting().pickUp().join();
      for (PlacedAnnotation one : session.review().annotations()) {
        assertEquals(Status.OPEN, one.annotation().status());
        session.review().accept(one.annotation().id()).join();
      }
      assertEquals("A new beginning.\n\n" + TEXT.body(), session.latest().body());
    }
  }

  @Test
  void nothingOfItIsInTheLibraryAnExportOrASearch() throws IOException {
    leaveABranch();
    desk.exporting()
        .write(
            desk.exporting().plan(post.id(), ExportRequest.html()).join(),
            Files.createDirectories(folder.resolve("out")),
            false,
            Optional.of("to see what goes out"))
        .join();
    assertFalse(says(folder.resolve("out"), "hardly"));
    assertTrue(desk.search("hardly", 5).join().hits().isEmpty());
    assertEquals(BASE, Texts.of(desk.post(post.id()).join().draft()));
  }

  @Test
  void packetTakesThemAlong() {
    leaveABranch();
    Packed packed =
        desk.reviewing().pack(post.id(), PackRequest.to(folder.resolve("ferry"))).join();
    assertEquals(4, packed.annotations());
  }

  @Test
  void libraryAsPlainFilesHasIt() {
    leaveABranch();
    desk.keeping().exportLibrary(folder.resolve("plain"), _ -> {}).join();
    try (Desk other = open(folder.resolve("other"))) {
      other.keeping().importLibrary(folder.resolve("plain"), _ -> {}).join();
      try (DraftSession session = other.open(post.id()).join()) {
        session.review().suggesting().pickUp().join();
        assertEquals(4, session.review().annotations().size());
      }
    }
  }

  @Test
  void folderThatTakesNothingIsSaidAndTheBranchIsKeptOnceItDoes() throws Exception {
    Path branches = folder.resolve("library").resolve("branches");
    Files.writeString(branches, "in the way");
    try (DraftSession session = desk.open(post.id()).join()) {
      OpenBranch branch = suggest(session);
      assertTrue(branch.flushed().handle((done, failure) -> failure != null).join());
      assertEquals(SaveState.Kind.FAILED, branch.state().kind());
      assertTrue(branch.state().message().contains("post itself is safe"));
      Files.delete(branches);
      branch.flushed().join();
      assertEquals(SaveState.Kind.SAVED, branch.state().kind());
      Files.move(branches, branches.resolveSibling("aside"));
      Files.writeString(branches, "in the way");
      Optional<Throwable> failed =
          branch
              .end()
              .handle((done, failure) -> Optional.ofNullable(failure))
              .join()
              .map(
                  failure -> failure instanceof CompletionException ? failure.getCause() : failure);
      assertEquals(4, session.review().annotations().size(), "said all the same: " + failed);
    }
  }

  @Test
  void somebodysSuggestionIsAcceptedWhileAnotherIsWritten() {
    try (DraftSession session = desk.open(post.id()).join()) {
      Review review = session.review();
      int at = BASE.body().indexOf("customer");
      UUID note =
          review
              .add(
                  Annotation.Kind.SUGGESTION,
                  Scope.TEXT,
                  "",
                  new galley.text.Span(at, at + 8),
                  "",
                  Optional.of("stranger"))
              .join()
              .id();
      OpenBranch branch = suggest(session);
      review.accept(note).join();
      Texts now = Texts.of(session.latest());
      galley.post.Branch onto = branch.onto(now, shown.get());
      branch.rebase(onto);
      shown.set(onto.text());
      assertEquals(TEXT.body().replace("customer", "stranger"), onto.text().body());
      branch.end().join();
      assertEquals(now, Texts.of(session.latest()));
      assertEquals(
          4,
          review.annotations().stream()
              .filter(one -> one.annotation().status() == Status.OPEN)
              .count());
    }
  }

  /** As a program leaves it that is killed: the branch is kept, and never ends. */
  private void leaveABranch() {
    try (DraftSession session = desk.open(post.id()).join()) {
      suggest(session).flushed().join();
    }
  }

  private OpenBranch suggest(DraftSession session) {
    shown.set(BASE);
    session.review().suggesting().pickUp().join();
    OpenBranch branch = session.review().suggesting().begin(BASE);
    branch.attach(Runnable::run, shown::get);
    shown.set(TEXT);
    branch.changed();
    return branch;
  }

  private static boolean says(Path folder, String words) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".html") && Files.readString(file).contains(words)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Desk open(Path place) {
    return Desk.open(place, Clock.systemUTC(), DeskOptions.starting());
  }
}
