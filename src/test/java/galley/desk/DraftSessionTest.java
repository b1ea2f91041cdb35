package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.Revision;
import galley.store.Journal;
import galley.store.Library;
import galley.store.OpenOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DraftSessionTest {
  @TempDir Path folder;
  private Desk desk;
  private DraftSession session;
  private volatile Draft window;

  @BeforeEach
  void open() {
    desk = desk();
    session = session(get(desk.create("Tide tables")));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatIsCalledSavedIsThereAfterTheNextOpening() {
    type("Before the app there was a carpenter.");
    get(saved());
    session.close();
    reopen();
    Post post = get(desk.find("tide-tables")).orElseThrow();
    assertEquals("Before the app there was a carpenter.", post.body());
  }

  @Test
  void aSecondOpeningOfAPostIsTheSameSession() {
    assertEquals(session, get(desk.open(session.id())));
  }

  @Test
  void anEarlierStateComesBackAndTheLaterStaysInTheHistory() {
    type("first");
    get(session.flushed());
    Revision first = get(desk.milestone(session.id(), "Sent to the editor"));
    assertEquals("Sent to the editor", first.name());
    type("second");
    get(session.flushed());
    CompletableFuture<Draft> shown = new CompletableFuture<>();
    session.onReplaced(shown::complete);
    assertEquals("first", get(session.restore(first.id())).body());
    assertEquals("first", get(shown).body());
    List<Revision> all = get(desk.revisions(session.id()));
    assertEquals(Revision.Kind.RESTORED, all.getFirst().kind());
    assertEquals("second", get(desk.revision(all.get(1).id())).body());
  }

  @Test
  void aChangeFromOutsideReachesTheWindowAndKeepsItsText() {
    type("typed");
    CompletableFuture<Draft> shown = new CompletableFuture<>();
    session.onReplaced(shown::complete);
    get(desk.rename(session.id(), "Tide tables, by hand"));
    assertEquals("typed", get(shown).body());
    assertEquals("Tide tables, by hand", get(shown).details().headline());
  }

  @Test
  void typingGoesOnAfterARestore() {
    type("one");
    get(session.flushed());
    Revision one = get(desk.revisions(session.id())).getFirst();
    type("two");
    get(session.flushed());
    window = get(session.restore(one.id())).draft();
    type("one and a half");
    get(session.flushed());
    assertEquals("one and a half", get(desk.post(session.id())).body());
  }

  @Test
  void aPictureIsCopiedAndNamedAndItsAltTextIsLeftToThePerson() throws IOException {
    Path file = Files.write(folder.resolve("Ferry Dawn.PNG"), picture());
    ImageRef placed = get(session.addPicture(file));
    assertEquals("media/ferry-dawn.png", placed.file());
    assertEquals("", placed.alt());
    assertEquals(40, placed.width());
    assertEquals(30, placed.height());
    Files.delete(file);
    assertTrue(Files.exists(desk.media(placed.sha256().orElseThrow()).orElseThrow()));

    ImageRef pasted = get(session.addPicture(picture(), "Ferry Dawn.png"));
    assertEquals("media/ferry-dawn-2.png", pasted.file());
    assertEquals(placed.sha256(), pasted.sha256());
  }

  @Test
  void whatIsNoPictureIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.jpg"), "not a picture");
    CompletionException failure =
        assertThrows(CompletionException.class, () -> session.addPicture(file).join());
    assertTrue(failure.getCause() instanceof DeskException, failure.toString());
    assertTrue(failure.getCause().getMessage().startsWith("notes.jpg"), failure.toString());
  }

  @Test
  void closingTheDeskWritesWhatIsLeft() {
    type("last words");
    reopen();
    assertEquals("last words", get(desk.find("tide-tables")).orElseThrow().body());
  }

  @Test
  void aPostInTheBinComesBackWithItsText() {
    type("kept");
    session.close();
    get(desk.bin(session.id()));
    assertEquals(List.of(), get(desk.posts()));
    assertEquals(1, get(desk.bin()).size());
    get(desk.unbin(session.id()));
    assertEquals("kept", get(desk.post(session.id())).body());
  }

  @Test
  void aCopyIsADraftOfItsOwn() {
    type("copied");
    get(session.flushed());
    Post copy = get(desk.duplicate(session.id()));
    assertEquals("copied", copy.body());
    assertNotEquals(session.id(), copy.id());
    assertEquals("copy-of-tide-tables", copy.slug());
  }

  @Test
  void listenersHearOfEveryChange() {
    CompletableFuture<DeskEvent> heard = new CompletableFuture<>();
    desk.onChange(event -> {
      if (event instanceof DeskEvent.PostsChanged changed
          && changed.posts().contains(session.id())) {
        heard.complete(event);
      }
    });
    type("news");
    get(heard);
  }

  @Test
  void aTextThatASaveLeftInTheJournalIsShownAndSavedAtTheNextOpening() {
    type("before");
    get(session.flushed());
    Post before = get(desk.post(session.id()));
    session.close();
    desk.close();
    Path place = folder.resolve("library");
    try (Library library = Library.open(place, Clock.systemUTC(), OpenOptions.existing());
        Jobs jobs = new Jobs(event -> {})) {
      try (Journal journal = library.journal(before.id())) {
        journal.append(before.draft().withBody("what the disk refused"));
      }
      assertEquals(before, library.post(before.id()).orElseThrow());
      Bench bench =
          new Bench(library, jobs, Clock.systemUTC(), event -> {}, Autosave.Pauses.STANDARD);
      try (DraftSession again = new DraftSession(bench, before, ended -> {})) {
        assertEquals("what the disk refused", again.latest().body());
        get(again.flushed());
        assertEquals("what the disk refused", library.post(before.id()).orElseThrow().body());
      }
      assertEquals(Optional.empty(), library.unsaved(before.id()));
    }
    desk = desk();
  }

  private void type(String body) {
    window = window.withBody(body);
    session.changed();
  }

  private CompletableFuture<SaveState> saved() {
    CompletableFuture<SaveState> reached = new CompletableFuture<>();
    session.onState(state -> {
      if (state.kind() == SaveState.Kind.SAVED) {
        reached.complete(state);
      }
    });
    if (session.state().kind() == SaveState.Kind.SAVED) {
      reached.complete(session.state());
    }
    return reached;
  }

  private DraftSession session(Post post) {
    DraftSession opened = get(desk.open(post.id()));
    window = post.draft();
    opened.attach(Runnable::run, () -> window);
    return opened;
  }

  private void reopen() {
    desk.close();
    desk = desk();
  }

  private Desk desk() {
    return Desk.open(folder.resolve("library"), Clock.systemUTC(), DeskOptions.starting());
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
