package galley.ui.editor;

import galley.post.Anchor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/** Marks headline, standfirst and chips that have notes. On the JavaFX thread. */
final class HeaderNotes {
  private static final PseudoClass NOTED = PseudoClass.getPseudoClass("noted");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("note-current");
  private static final PseudoClass ADDED = PseudoClass.getPseudoClass("note-added");
  private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("note-removed");
  private static final double LEFT = -38;
  private static final double STEP = 13;

  private final Header header;
  private final Consumer<UUID> pressed;
  private final List<Node> noted = new ArrayList<>();
  private List<NoteMark> marks = List.of();
  private Optional<UUID> current = Optional.empty();
  private boolean on = true;
  private boolean drawn;

  HeaderNotes(Header header, Consumer<UUID> pressed) {
    this.header = header;
    this.pressed = pressed;
  }

  void show(List<NoteMark> notes) {
    List<NoteMark> mine = notes.stream().filter(mark -> rank(mark.scope()) < 0).toList();
    if (!mine.equals(marks)) {
      marks = mine;
      draw();
    }
  }

  void current(Optional<UUID> note) {
    if (!note.equals(current)) {
      current = note;
      draw();
    }
  }

  void turn(boolean nowOn) {
    if (on != nowOn) {
      on = nowOn;
      draw();
    }
  }

  private void draw() {
    for (Node node : noted) {
      node.pseudoClassStateChanged(NOTED, false);
      node.pseudoClassStateChanged(CURRENT, false);
      node.pseudoClassStateChanged(ADDED, false);
      node.pseudoClassStateChanged(REMOVED, false);
    }
    noted.clear();
    List<Node> glyphs = new ArrayList<>();
    for (NoteMark mark : on ? marks : List.<NoteMark>of()) {
      Node at = node(mark);
      if (mark.ink() == NoteMark.Ink.CLOSED) {
        continue;
      }
      at.pseudoClassStateChanged(NOTED, true);
      suggested(mark.ink()).ifPresent(how -> at.pseudoClassStateChanged(how, true));
      boolean isCurrent = current.filter(mark.id()::equals).isPresent();
      if (isCurrent) {
        at.pseudoClassStateChanged(CURRENT, true);
      }
      long above = noted.stream().filter(at::equals).count();
      noted.add(at);
      glyphs.add(glyph(mark, at, above * STEP, isCurrent));
    }
    if (!glyphs.isEmpty() || !noted.isEmpty() || drawn) {
      header.marks(glyphs);
    }
    drawn = !glyphs.isEmpty();
  }

  /** Suggested words have the colours they have in the body. */
  private static Optional<PseudoClass> suggested(NoteMark.Ink ink) {
    return switch (ink) {
      case ADDED, INSERTION, CHANGE -> Optional.of(ADDED);
      case REMOVED, DELETION -> Optional.of(REMOVED);
      case COMMENT, QUERY, SOURCE, CHECK, CLOSED -> Optional.empty();
    };
  }

  private SVGPath glyph(NoteMark mark, Node at, double down, boolean isCurrent) {
    SVGPath glyph = new SVGPath();
    glyph.setContent(NoteMarks.glyph(mark.ink(), mark.placement().state()));
    glyph.getStyleClass().setAll("note-glyph", mark.ink().style());
    if (isCurrent) {
      glyph.getStyleClass().add("current");
    }
    glyph.setManaged(false);
    glyph.setLayoutX(LEFT);
    Node row = mark.scope() == Scope.FIELD ? header.chipRow() : at;
    glyph.layoutYProperty().bind(row.layoutYProperty().add(row.equals(at) ? 9 + down : 16 + down));
    glyph.setPickOnBounds(true);
    glyph.setOnMouseClicked(_ -> pressed.accept(mark.id()));
    return glyph;
  }

  private Node node(NoteMark mark) {
    return switch (mark.scope()) {
      case HEADLINE -> header.headlineField();
      case STANDFIRST -> header.standfirstField();
      default -> header.chip(mark.target()).orElse(header.chipRow());
    };
  }

  private static int rank(Scope scope) {
    return switch (scope) {
      case HEADLINE -> -3;
      case STANDFIRST -> -2;
      case FIELD -> -1;
      case TEXT, BLOCK, IMAGE -> 0;
    };
  }

  NoteLevel level(NoteMark mark, Node in) {
    int rank = rank(mark.scope());
    if (rank == 0) {
      return new NoteLevel(Integer.MAX_VALUE, Double.POSITIVE_INFINITY); // a picture that is gone
    }
    if (!header.node().isVisible()) {
      return new NoteLevel(rank, Double.NEGATIVE_INFINITY);
    }
    return new NoteLevel(rank, NoteLayer.above(node(mark), in));
  }
}
