package galley.ui.review;

import galley.asset.Messages;
import galley.post.Anchor;
import galley.post.Annotation.Kind;
import galley.ui.kit.Fx;
import galley.ui.kit.GrowingField;
import galley.ui.kit.Icons;
import galley.ui.kit.Segmented;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The card on which a note is written. Escape or a click elsewhere leave its words; it goes when it
 * is posted, discarded or left empty. On the JavaFX thread.
 */
final class UnsentCard extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final ReviewModel model;
  private final Unsent begun;
  private final WritingBox box;
  private final GrowingField replacement;
  private final Segmented<Kind> kinds;

  UnsentCard(ReviewModel model, Unsent begun) {
    this.model = model;
    this.begun = begun;
    getStyleClass().addAll("note-card", "unsent");
    pseudoClassStateChanged(CURRENT, true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setAccessibleText(Messages.text("review.unsent"));
    Map<Kind, String> choices = new LinkedHashMap<>();
    choices.put(Kind.COMMENT, Messages.text("review.comment"));
    choices.put(Kind.QUERY, Messages.text("review.query"));
    if (hasWords(begun)) {
      choices.put(Kind.SUGGESTION, Messages.text("review.suggest"));
    }
    kinds = new Segmented<>(Messages.text("review.kind"), choices, begun.kind());
    replacement =
        new GrowingField(Messages.text("review.instead"), Messages.text("review.instead"));
    replacement.setText(begun.replacement());
    replacement
        .textProperty()
        .addListener((_, _, now) -> change(note -> note.withReplacement(now)));
    box =
        new WritingBox(
            Messages.text("review.words"),
            Messages.text("review.words.prompt"),
            Messages.text("review.post"),
            new WritingBox.Ways(
                said -> change(note -> note.withBody(said)), _ -> post(), this::away));
    box.field().setText(begun.body());
    box.canSend(
        Bindings.createObjectBinding(
            () -> model.unsent().get().filter(note -> !note.isBlank()).isPresent(),
            model.unsent()));
    replacement.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            post();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            away();
            event.consume();
          }
        });
    kinds.value().addListener((_, _, now) -> change(note -> note.withKind(now)));
    kinds.value().subscribe(this::arrange);
    // The keyboard was on the kind, which has just been laid out anew
    kinds.value().addListener((_, _, _) -> Fx.later(this::begin));
    focusWithinProperty()
        .addListener((_, _, within) -> {
          if (!within) {
            dropIfEmpty();
          }
        });
  }

  private static boolean hasWords(Unsent note) {
    return note.scope() == Anchor.Scope.TEXT
        || note.scope() == Anchor.Scope.BLOCK
        || note.scope() == Anchor.Scope.HEADLINE
        || note.scope() == Anchor.Scope.STANDFIRST;
  }

  private void arrange(Kind kind) {
    HBox head = new HBox(kinds.node());
    head.getStyleClass().add("note-head");
    head.setAlignment(Pos.CENTER_LEFT);
    model.me().map(Badge::new).ifPresent(badge -> head.getChildren().addFirst(badge));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button drop = new Button("", Icons.of(Feather.TRASH_2));
    drop.getStyleClass().addAll("ghost", "icon-only");
    drop.setAccessibleText(Messages.text("review.discard"));
    drop.setTooltip(new Tooltip(Messages.text("review.discard")));
    drop.setOnAction(_ -> drop());
    head.getChildren().addAll(gap, drop);
    List<Node> parts = new ArrayList<>();
    parts.add(head);
    Label about = about();
    parts.add(about);
    if (kind == Kind.SUGGESTION) {
      parts.add(replacement);
    }
    parts.add(box);
    getChildren().setAll(parts);
  }

  private Label about() {
    String on =
        begun.words().isBlank()
            ? NoteWords.about(Anchor.on(begun.scope(), begun.target()))
            : begun.words().replaceAll("\\s+", " ").strip();
    Label label = new Label(on);
    label.getStyleClass().add(begun.words().isBlank() ? "note-about" : "note-quote");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  Unsent begun() {
    return begun;
  }

  private void change(UnaryOperator<Unsent> how) {
    model
        .unsent()
        .get()
        .filter(note -> note.id().equals(begun.id()))
        .ifPresent(note -> model.unsent().set(Optional.of(how.apply(note))));
  }

  private void post() {
    Optional<Unsent> note = model.unsent().get().filter(now -> now.id().equals(begun.id()));
    if (note.filter(now -> !now.isBlank()).isPresent()) {
      model.wish(new Wish.Post(note.get())); // its place is followed while it is unsent
      model.unsent().set(Optional.empty());
    }
  }

  /** Leaves the words where they are, and goes back to the text. */
  private void away() {
    model.wish(new Wish.GoTo(begun.id()));
    dropIfEmpty();
  }

  private void drop() {
    model.unsent().set(Optional.empty());
    model.wish(new Wish.GoTo(begun.id()));
  }

  private void dropIfEmpty() {
    if (model
        .unsent()
        .get()
        .filter(note -> note.id().equals(begun.id()) && note.isBlank())
        .isPresent()) {
      model.unsent().set(Optional.empty());
    }
  }

  /** Puts the keyboard where the words go. */
  void begin() {
    if (kinds.value().get() == Kind.SUGGESTION) {
      replacement.requestFocus();
      replacement.selectAll();
    } else {
      box.field().requestFocus();
      box.field().end();
    }
  }
}
