package galley.ui.review;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import galley.post.Placement.State;
import galley.text.Span;
import galley.ui.kit.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
final class ReviewViewTest {
  private ReviewWindow window;

  @BeforeEach
  void openAWindow() {
    window = new ReviewWindow(1168, 826);
  }

  @AfterEach
  void closeIt() {
    window.close();
  }

  @Test
  void currentCardStandsLevelWithItsWords() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = ReviewPictures.some();
    window.show(notes);
    choose(notes.get(0));
    Bounds line = lowest(".note-line.comment");
    Bounds card = ReviewWindow.bounds(window.card(notes.get(0)));
    assertEquals(line.getMinY(), card.getMinY() + 30, 20);
    assertTrue(window.cards().size() > 3, "the others make way");
    double floor = Double.NEGATIVE_INFINITY;
    for (Card each : window.cards()) {
      Bounds bounds = ReviewWindow.bounds(each);
      assertTrue(bounds.getMinY() >= floor, floor + " is below " + bounds);
      floor = bounds.getMaxY();
    }
  }

  @Test
  void cardsOutOfViewAreNotThere() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      body.append("Paragraph ").append(i).append(" says something.\n\n");
    }
    window.open(body.toString());
    List<PlacedAnnotation> notes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      notes.add(
          ReviewWindow.note(
              Kind.COMMENT, body.toString(), "Paragraph " + i + " says", "Is it? " + i, ""));
    }
    window.show(notes);
    assertTrue(window.cards().size() < 12, "few cards for a window: " + window.cards().size());
    choose(notes.get(300));
    run(() -> window.editor.notes().reveal(notes.get(300).annotation().id()));
    until("its card is there", () -> find(notes.get(300)).isPresent());
    assertTrue(window.cards().size() < 20);
  }

  @Test
  void filterSearchAndCountGoTogether() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = new ArrayList<>(ReviewPictures.some());
    notes.set(2, ReviewWindow.with(notes.get(2), Status.CUT));
    window.show(notes);
    assertEquals(4, fx(() -> window.model.openCount().get()));
    filter(Filter.OPEN.withWhich(Filter.Which.RESOLVED));
    assertEquals(List.of(notes.get(2)), fx(window.model::shown));
    filter(Filter.OPEN.withWhich(Filter.Which.GUESSED));
    assertEquals(List.of(notes.get(4)), fx(window.model::shown));
    filter(Filter.OPEN.withWhich(Filter.Which.ORPHANED));
    assertEquals(List.of(), fx(window.model::shown));
    pulse();
    assertTrue(fx(() -> says("No such notes")));
    filter(Filter.OPEN.withWhich(Filter.Which.MINE));
    assertEquals(List.of(notes.get(0)), fx(window.model::shown), "whoever answered is concerned");
    filter(Filter.OPEN.withKind(Optional.of(Kind.SUGGESTION)));
    assertEquals(2, fx(() -> window.model.shown().size()));
    filter(Filter.OPEN.withWords("winter"));
    assertEquals(List.of(notes.get(0)), fx(window.model::shown));
  }

  @Test
  void nextNoteIsTheOneAfterTheCaretAndTheRoundCloses() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = ReviewPictures.some();
    window.show(notes);
    int at = ReviewPictures.BODY.indexOf("sailing");
    run(() -> window.editor.goTo(new Span(at, at)));
    run(() -> window.view.step(1));
    until("its card has the keyboard", () -> window.scene.getFocusOwner() instanceof Card);
    assertEquals(notes.get(2).annotation().id(), fx(() -> current().orElseThrow()));
    press(window.scene, KeyCode.DOWN);
    press(window.scene, KeyCode.DOWN);
    press(window.scene, KeyCode.DOWN);
    assertEquals(notes.get(0).annotation().id(), fx(() -> current().orElseThrow()));
    run(() -> window.view.step(-1));
    assertEquals(notes.get(4).annotation().id(), fx(() -> current().orElseThrow()));
  }

  @Test
  void keysOnACardAcceptAndRejectAndGoOn() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = ReviewPictures.some();
    window.show(notes);
    enter(notes.get(1));
    press(window.scene, KeyCode.A);
    assertEquals(List.of(new Wish.Accept(notes.get(1).annotation().id())), window.wishes);
    until("the next card has it", () -> isOn(notes.get(2)));
    press(window.scene, KeyCode.A);
    press(window.scene, KeyCode.R);
    assertEquals(1, window.wishes.size(), "a query is not accepted");
    enter(notes.get(3));
    press(window.scene, KeyCode.R);
    assertEquals(new Wish.Reject(notes.get(3).annotation().id()), window.wishes.getLast());
  }

  @Test
  void replyThatWasBegunIsThereAgain() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = ReviewPictures.some();
    window.show(notes);
    enter(notes.get(0));
    press(window.scene, KeyCode.ENTER);
    type(window.scene, "Half a reply");
    press(window.scene, KeyCode.ESCAPE);
    until("the card has the keyboard", () -> isOn(notes.get(0)));
    press(window.scene, KeyCode.ENTER);
    type(window.scene, ", and the rest");
    press(window.scene, KeyCode.ENTER, KeyCode.CONTROL);
    assertEquals(
        new Wish.Reply(notes.get(0).annotation().id(), "Half a reply, and the rest"),
        window.wishes.getLast());
  }

  @Test
  void aCardSaysEverythingToThoseWhoHearIt() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = new ArrayList<>(ReviewPictures.some());
    notes.set(3, ReviewWindow.at(notes.get(3), State.ORPHAN));
    window.show(notes);
    String first = spoken(notes.get(0));
    assertTrue(first.contains("Edda Reyes"), first);
    assertTrue(first.contains("the mate reads out the school closures"), first);
    assertTrue(first.contains("Most mornings in winter"), first);
    choose(notes.get(3));
    String gone = spoken(notes.get(3));
    assertTrue(gone.contains("Suggested change"), gone);
    assertTrue(gone.contains("taken out: Febuary. put in: February"), gone);
    assertTrue(gone.contains("Its words are gone"), gone);
  }

  @Test
  void forgedAuthorIsMarkedAndNeverHidden() {
    window.open(ReviewPictures.BODY);
    PlacedAnnotation note = ReviewPictures.some().getFirst();
    PlacedAnnotation forged =
        new PlacedAnnotation(
            ReviewWindow.with(note.annotation(), Status.OPEN, Optional.empty(), false),
            note.placement(),
            List.of());
    window.show(List.of(forged));
    assertTrue(spoken(forged).contains("Not verified"));
    assertTrue(fx(() -> says("Not verified: the signature does not fit this author")));
  }

  @Test
  void guessIsConfirmedAndAnOrphanIsPutOnTheSelectedWords() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = new ArrayList<>(ReviewPictures.some());
    notes.set(0, ReviewWindow.at(notes.get(0), State.ORPHAN));
    window.show(notes);
    choose(notes.get(4));
    act("Yes, here");
    assertEquals(new Wish.Confirm(notes.get(4).annotation().id()), window.wishes.getLast());
    choose(notes.get(0));
    Card orphan = window.card(notes.get(0));
    run(() -> button(orphan, "Put it on the selected words").fire());
    assertEquals(new Wish.PutHere(notes.get(0).annotation().id()), window.wishes.getLast());
  }

  @Test
  void queryIsAnsweredWithASource() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = ReviewPictures.some();
    window.show(notes);
    choose(notes.get(2));
    act("Add source");
    pulse();
    type(window.scene, "County accounts 2025");
    press(window.scene, KeyCode.TAB);
    type(window.scene, "https://county.example/accounts");
    press(window.scene, KeyCode.TAB);
    type(window.scene, "2026-03-02");
    press(window.scene, KeyCode.TAB);
    type(window.scene, "Page 14.");
    press(window.scene, KeyCode.ENTER, KeyCode.CONTROL);
    assertEquals(1, window.wishes.size());
    assertTrue(
        window.wishes.getFirst() instanceof Wish.Answer answer
            && answer.source().title().equals("County accounts 2025")
            && answer.source().address().equals("https://county.example/accounts")
            && answer.source().date().isPresent()
            && answer.body().equals("Page 14."),
        window.wishes.toString());
  }

  @Test
  void aLongReplyIsInViewAsAWhole() {
    window.open(ReviewPictures.BODY);
    List<PlacedAnnotation> notes = ReviewPictures.some();
    window.show(notes);
    choose(notes.get(4));
    enter(notes.get(4));
    press(window.scene, KeyCode.ENTER);
    type(window.scene, "A reply that needs some lines. ".repeat(8));
    pulse();
    Bounds card = ReviewWindow.bounds(window.card(notes.get(4)));
    assertTrue(card.getMaxY() <= 826, "it ends in the window: " + card);
    assertFalse(card.getMinY() < 0);
  }

  private String spoken(PlacedAnnotation note) {
    Card card = window.card(note);
    return fx(card::getAccessibleText);
  }

  private void filter(Filter filter) {
    run(() -> window.model.filter().set(filter));
  }

  private Optional<UUID> current() {
    return window.model.current().get();
  }

  private void choose(PlacedAnnotation note) {
    run(() -> window.model.current().set(Optional.of(note.annotation().id())));
    pulse();
    pulse();
  }

  private void enter(PlacedAnnotation note) {
    choose(note);
    run(() -> window.view.enter(note.annotation().id()));
    until("it has the keyboard", () -> isOn(note));
  }

  private boolean isOn(PlacedAnnotation note) {
    return window.scene.getFocusOwner() instanceof Card card
        && card.id().equals(note.annotation().id());
  }

  private Optional<Card> find(PlacedAnnotation note) {
    return window.scene.getRoot().lookupAll(".note-card").stream()
        .filter(Card.class::isInstance)
        .map(Card.class::cast)
        .filter(card -> card.id().equals(note.annotation().id()))
        .findFirst();
  }

  private boolean says(String words) {
    return window.scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node ->
            node instanceof javafx.scene.control.Label label
                && label.getText().equals(words)
                && isShown(label));
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void act(String title) {
    run(() -> button(window.view.node(), title).fire());
  }

  private static Button button(Node in, String title) {
    return in.lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> title.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  private Bounds lowest(String selector) {
    return fx(() -> {
      Node node = window.scene.getRoot().lookup(selector);
      return node.localToScene(node.getLayoutBounds());
    });
  }
}
