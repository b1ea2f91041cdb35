package galley.ui.review;

import galley.asset.Messages;
import galley.post.Annotation.Kind;
import galley.ui.kit.EmptyState;
import galley.ui.kit.Look;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The review of the open post: a bar with filter and count, and the cards. JavaFX thread only. */
public final class ReviewView {
  /** So many cards at most are seen at first. */
  private static final int AT_FIRST = 8;

  private final ReviewModel model;
  private final CardColumn column;
  private final FilterBar bar;
  private final StackPane place = new StackPane();
  private final VBox foot = new VBox();
  private final VBox node;
  private final Region nothing;
  private final Region noneHere;
  private DoubleSupplier caret = () -> 0;
  private boolean dressed;

  /**
   * @param clock tells what today is, and in which zone
   */
  public ReviewView(ReviewModel model, Clock clock) {
    this.model = model;
    column = new CardColumn(model, new NoteWords(clock));
    bar = new FilterBar(model, by -> step(by));
    nothing = nothing();
    noneHere = noneHere();
    place.getChildren().setAll(column, nothing, noneHere);
    VBox.setVgrow(place, Priority.ALWAYS);
    place.setMinHeight(0);
    node = new VBox(bar.node(), place, foot);
    node.getStyleClass().add("review");
    node.setMinSize(0, 0);
    node.getStylesheets().add(Look.sheet("review"));
    model.onChanged(this::tell);
    model.filter().addListener((_, _, _) -> tell());
    tell();
  }

  private Region nothing() {
    Button begin = new Button(Messages.text("review.none.begin"));
    begin.getStyleClass().add("primary");
    begin.setOnAction(_ -> model.wish(new Wish.Begin(Kind.COMMENT)));
    return empty(Messages.text("review.none"), Messages.text("review.none.text"), begin);
  }

  private Region noneHere() {
    Button all = new Button(Messages.text("review.filtered.all"));
    all.setOnAction(_ ->
        model.filter().set(new Filter(Filter.Which.ALL, Optional.empty(), Optional.empty(), "")));
    return empty(Messages.text("review.filtered"), Messages.text("review.filtered.text"), all);
  }

  private static Region empty(String title, String text, Node button) {
    Region empty = new EmptyState(title, text, List.of(button)).node();
    empty.getStyleClass().add("note-empty");
    empty.managedProperty().bind(empty.visibleProperty());
    return empty;
  }

  private void tell() {
    boolean writing = model.unsent().get().isPresent();
    nothing.setVisible(model.all().isEmpty() && !writing);
    noneHere.setVisible(!model.all().isEmpty() && model.shown().isEmpty() && !writing);
  }

  public Region node() {
    return node;
  }

  public ReviewModel model() {
    return model;
  }

  /** Puts something at the foot, such as who signed the post off. */
  public void foot(Node part) {
    foot.getChildren().setAll(part);
  }

  /** Puts a choice into the bar, such as how the text is read. */
  public void choice(Node choice) {
    bar.choice(choice);
  }

  /** Names who scrolls the text by so many pixels, and tells whether it can go on that way. */
  public void onScroll(DoublePredicate by) {
    column.onScroll(by);
  }

  /** Names who knows where the text's upper edge is in the window. */
  public void paperTop(DoubleSupplier whoKnows) {
    column.paperTop(whoKnows);
  }

  /** Names who knows where the caret is, in offsets of the body. */
  public void caret(DoubleSupplier whoKnows) {
    caret = whoKnows;
  }

  /** The text moved under the window. */
  public void moved() {
    column.moved();
  }

  /** Goes to the next note (1) or the one before (-1), and puts the keyboard on its card. */
  public void step(int by) {
    model.step(by, (int) caret.getAsDouble()).ifPresent(column::enter);
  }

  /** Puts the keyboard on a note's card. */
  public void enter(UUID note) {
    column.enter(note);
  }

  /** Begins to write a note. */
  public void begin(Unsent note) {
    model.unsent().set(Optional.of(note));
    column.enter(note.id());
  }

  /**
   * Makes ready a little of what is shown first, for a node that is in the window and not seen.
   *
   * @return whether there may be more to do
   */
  public boolean prepare() {
    if (node.getScene() == null) {
      return false;
    }
    if (!dressed) {
      dressed = true;
      node.applyCss();
      return true;
    }
    return column.prepare(AT_FIRST);
  }

  /** Goes to the search field. */
  public void find() {
    bar.find();
  }
}
