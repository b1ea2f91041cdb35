package galley.ui.review;

import galley.asset.Messages;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import galley.post.Placement.State;
import java.util.Optional;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One note: what it says, what was answered, and what can be done about it. With the keyboard on
 * the card itself, A accepts, R rejects, Enter answers and Escape goes to its words. On the JavaFX
 * thread.
 */
final class Card extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

  private final ReviewModel model;
  private final NoteWords words;
  private PlacedAnnotation placed;
  private boolean pending;
  private Optional<Region> writing = Optional.empty();

  Card(ReviewModel model, NoteWords words, PlacedAnnotation placed) {
    this.model = model;
    this.words = words;
    this.placed = placed;
    pending = model.isPending(id());
    getStyleClass().add("note-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> choose());
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (!isIn(getScene().getFocusOwner())) {
            requestFocus();
          }
          event.consume();
        });
    focusWithinProperty()
        .addListener((_, _, within) -> {
          if (within) {
            choose();
          }
        });
    fill();
    if (!model.reply(id()).isEmpty() && placed.annotation().status().isOpen()) {
      WritingBox begun = replyBox();
      begun.field().setText(model.reply(id()));
      put(Optional.of(begun));
    }
  }

  private boolean isIn(@org.jspecify.annotations.Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(this)) {
        return true;
      }
    }
    return false;
  }

  private void choose() {
    model.current().set(Optional.of(id()));
  }

  UUID id() {
    return placed.annotation().id();
  }

  /** Shows the note as it is now; what is being written stays. */
  void show(PlacedAnnotation now) {
    boolean nowPending = model.isPending(now.annotation().id());
    if (!now.equals(placed) || nowPending != pending) {
      boolean had = isFocusWithin() && writing.isEmpty();
      placed = now;
      pending = nowPending;
      fill();
      if (had && !isFocusWithin()) {
        requestFocus();
      }
    }
  }

  void current(boolean is) {
    pseudoClassStateChanged(CURRENT, is);
  }

  private void fill() {
    Annotation note = placed.annotation();
    pseudoClassStateChanged(CLOSED, !note.status().isOpen());
    setAccessibleText(words.spoken(placed));
    getChildren().setAll(CardParts.of(placed, words, () -> model.wish(new Wish.GoTo(id()))));
    place().ifPresent(getChildren()::add);
    writing.ifPresentOrElse(getChildren()::add, () -> getChildren().add(deeds()));
  }

  /** What to do about a place that is not sure. */
  private Optional<Region> place() {
    if (!placed.annotation().status().isOpen() || writing.isPresent()) {
      return Optional.empty();
    }
    FlowPane row = row();
    Button put =
        button(Messages.text("review.place.put"), () -> model.wish(new Wish.PutHere(id())));
    if (placed.placement().state() == State.GUESS) {
      row.getChildren()
          .setAll(
              button(Messages.text("review.place.yes"), () -> model.wish(new Wish.Confirm(id()))),
              new Grip(model, id()),
              put);
    } else if (placed.placement().state() == State.ORPHAN) {
      row.getChildren().setAll(new Grip(model, id()), put);
    } else {
      return Optional.empty();
    }
    return Optional.of(row);
  }

  private FlowPane deeds() {
    FlowPane row = row();
    Annotation note = placed.annotation();
    Status status = note.status();
    if (pending) {
      row.getChildren().setAll(judging(Messages.text("review.take-back"), Status.WITHDRAWN));
      return row;
    }
    if (note.kind() == Kind.SUGGESTION && status == Status.OPEN) {
      Button accept = button(Messages.text("review.accept"), () -> model.judge(id(), true));
      Button reject = button(Messages.text("review.reject"), () -> model.judge(id(), false));
      row.getChildren().setAll(accept, reject, reply());
    } else if (asksForSource(note) && status == Status.OPEN) {
      row.getChildren()
          .setAll(
              button(Messages.text("review.add-source"), this::answer),
              note.kind() == Kind.CHECK
                  ? judging(Messages.text("review.no-claim"), Status.RESOLVED)
                  : reply());
    } else if (note.kind() == Kind.QUERY && status == Status.ANSWERED) {
      row.getChildren()
          .setAll(
              judging(Messages.text("review.verify"), Status.VERIFIED),
              judging(Messages.text("review.unverifiable"), Status.UNVERIFIABLE),
              judging(Messages.text("review.cut"), Status.CUT));
    } else if (status.isOpen()) {
      row.getChildren().setAll(reply(), judging(Messages.text("review.resolve"), closing(note)));
    } else if (status == Status.RESOLVED
        || note.kind() == Kind.QUERY && status != Status.WITHDRAWN) {
      row.getChildren().setAll(judging(Messages.text("review.reopen"), Status.OPEN));
    }
    more(note).ifPresent(row.getChildren()::add);
    return row;
  }

  private static boolean asksForSource(Annotation note) {
    return note.kind() == Kind.QUERY || note.kind() == Kind.CHECK;
  }

  private static Status closing(Annotation note) {
    return note.kind() == Kind.SUGGESTION ? Status.REJECTED : Status.RESOLVED;
  }

  private Optional<MenuButton> more(Annotation note) {
    MenuButton menu = new MenuButton("⋯");
    menu.getStyleClass().addAll("ghost", "small-button", "note-more");
    menu.setAccessibleText(Messages.text("review.more"));
    if (note.status().isOpen()) {
      if (note.kind() == Kind.QUERY && note.status() == Status.OPEN) {
        menu.getItems().add(item(Messages.text("review.cut"), () -> judge(Status.CUT)));
        menu.getItems()
            .add(item(Messages.text("review.unverifiable"), () -> judge(Status.UNVERIFIABLE)));
      }
      if (placed.placement().state() == State.LIVE && note.anchor().inBody()) {
        menu.getItems()
            .add(
                item(Messages.text("review.place.move"), () -> model.wish(new Wish.PutHere(id()))));
      }
      if (model.isMine(note)) {
        menu.getItems().add(item(Messages.text("review.edit"), this::edit));
        menu.getItems().add(item(Messages.text("review.withdraw"), () -> judge(Status.WITHDRAWN)));
      }
    }
    return menu.getItems().isEmpty() ? Optional.empty() : Optional.of(menu);
  }

  private static MenuItem item(String title, Runnable run) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(_ -> run.run());
    return item;
  }

  private Button reply() {
    return button(Messages.text("review.reply"), this::answerInWords);
  }

  private Button judging(String title, Status status) {
    return button(title, () -> judge(status));
  }

  private void judge(Status status) {
    model.judge(id(), status);
  }

  private static FlowPane row() {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("note-row");
    return row;
  }

  private static Button button(String title, Runnable run) {
    Button button = new Button(title);
    button.getStyleClass().add("small-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    return button;
  }

  /** Begins a reply, or goes on with the one that was begun. */
  void answerInWords() {
    WritingBox box = replyBox();
    put(Optional.of(box));
    box.begin(model.reply(id()));
  }

  private WritingBox replyBox() {
    return new WritingBox(
        Messages.text("review.reply.name"),
        Messages.text("review.reply.prompt"),
        Messages.text("review.reply.send"),
        new WritingBox.Ways(
            said -> model.reply(id(), said),
            said -> {
              model.reply(id(), "");
              put(Optional.empty());
              model.wish(new Wish.Reply(id(), said));
            },
            () -> put(Optional.empty())));
  }

  private void answer() {
    SourceForm form =
        new SourceForm(
            (source, said) -> {
              put(Optional.empty());
              model.wish(new Wish.Answer(id(), source, said));
            },
            () -> put(Optional.empty()));
    put(Optional.of(form));
    form.begin();
  }

  private void edit() {
    Annotation note = placed.annotation();
    boolean suggests = note.kind() == Kind.SUGGESTION;
    WritingBox box =
        new WritingBox(
            Messages.text("review.edit.name"),
            "",
            Messages.text("review.edit.save"),
            new WritingBox.Ways(
                said -> {},
                said -> {
                  put(Optional.empty());
                  model.wish(
                      suggests
                          ? new Wish.Reword(id(), note.body(), Optional.of(said))
                          : new Wish.Reword(id(), said, Optional.empty()));
                },
                () -> put(Optional.empty())));
    put(Optional.of(box));
    box.begin(suggests ? note.replacement().orElse("") : note.body());
  }

  private void put(Optional<Region> box) {
    writing = box;
    boolean within = isFocusWithin();
    fill();
    if (within && box.isEmpty()) {
      requestFocus();
    }
  }

  private void key(KeyEvent event) {
    if (!equals(event.getTarget())
        || event.isShortcutDown()
        || event.isAltDown()
        || event.isShiftDown()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.A && model.canJudge(id())) {
      model.judge(id(), true);
    } else if (code == KeyCode.R && model.canJudge(id())) {
      model.judge(id(), false);
    } else if (code == KeyCode.ENTER && !pending && placed.annotation().status().isOpen()) {
      answerInWords();
    } else if (code == KeyCode.ESCAPE || code == KeyCode.LEFT) {
      model.wish(new Wish.GoTo(id()));
    } else {
      return;
    }
    event.consume();
  }
}
