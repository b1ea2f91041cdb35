package galley.ui.editor;

import galley.post.Placement.State;
import galley.text.Span;
import galley.ui.editor.NoteMark.Ink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.TextFlow;

/**
 * Paints notes behind the text and in the margin to its left, and touches nothing else. Only lines
 * whose notes changed are painted anew. On the JavaFX thread.
 */
final class NoteMarks implements Margin.Painter {
  /** Where the marks in the margin begin, from the left of the line's box. */
  private static final double LEFT = 2;

  private static final double BAR = 2;

  private final Surface area;
  private final Margin margin;
  private final Map<Integer, List<Piece>> painted = new HashMap<>();
  private List<NoteMark> marks = List.of();
  private Optional<UUID> current = Optional.empty();
  private boolean on = true;

  /** The part of a note that lies in a line, counted from the line's start. */
  private record Piece(
      UUID id, Ink ink, State state, Span span, boolean begins, boolean isCurrent) {}

  /** What a node shows of a piece. */
  private record Drawn(Part part, Piece piece) {}

  private enum Part {
    GROUND,
    LINE,
    SPOT,
    GLYPH
  }

  NoteMarks(Surface area, Margin margin) {
    this.area = area;
    this.margin = margin;
  }

  /**
   * Shows these notes of the body and no others.
   *
   * @param notes with places in the area's offsets
   */
  void show(List<NoteMark> notes) {
    marks = notes;
    refresh();
  }

  void current(Optional<UUID> note) {
    if (!note.equals(current)) {
      current = note;
      refresh();
    }
  }

  void turn(boolean nowOn) {
    if (on != nowOn) {
      on = nowOn;
      refresh();
    }
  }

  /** Paints the lines anew whose notes are other than they were. */
  void refresh() {
    for (Beside beside : margin.lines()) {
      int line = beside.line();
      if (line < area.getParagraphs().size()
          && !pieces(line).equals(painted.getOrDefault(line, List.of()))) {
        margin.repaint(line);
      }
    }
  }

  /** Paints a line anew because its words moved. */
  void reshape(int line) {
    if (!painted.getOrDefault(line, List.of()).isEmpty()) {
      margin.repaint(line);
    }
  }

  private List<Piece> pieces(int line) {
    if (!on || marks.isEmpty()) {
      return List.of();
    }
    int start = area.getAbsolutePosition(line, 0);
    int end = start + area.getParagraphLength(line);
    List<Piece> found = new ArrayList<>();
    for (NoteMark mark : marks) {
      Span span = mark.placement().span();
      boolean begins = span.start() >= start && span.start() <= end;
      if (begins || span.start() < end && span.end() > start) {
        Span inside =
            new Span(Math.max(span.start(), start) - start, Math.min(span.end(), end) - start);
        found.add(
            new Piece(
                mark.id(),
                mark.ink(),
                mark.placement().state(),
                inside,
                begins,
                current.filter(mark.id()::equals).isPresent()));
      }
    }
    return found;
  }

  /** The notes at an offset, the shortest first. */
  List<UUID> at(int offset) {
    return marks.stream()
        .filter(mark -> on && touches(mark.placement().span(), offset))
        .sorted(
            (a, b) -> Integer.compare(a.placement().span().length(), b.placement().span().length()))
        .map(NoteMark::id)
        .toList();
  }

  private static boolean touches(Span span, int offset) {
    return span.isEmpty() ? span.start() == offset : span.contains(offset);
  }

  /** The notes that begin in a line. */
  List<UUID> in(int line) {
    return pieces(line).stream().filter(Piece::begins).map(Piece::id).toList();
  }

  @Override
  public List<Node> paint(int line) {
    List<Piece> pieces = pieces(line);
    painted.put(line, pieces);
    if (pieces.isEmpty()) {
      return List.of();
    }
    List<Node> nodes = new ArrayList<>();
    boolean picture = area.getParagraph(line).getParagraphStyle().kind() == Block.Kind.PICTURE;
    for (Piece piece : pieces) {
      if (piece.state() != State.ORPHAN && !picture) {
        if (piece.span().isEmpty()) {
          nodes.add(shape(new Path(), Part.SPOT, piece));
        } else {
          nodes.add(shape(new Path(), Part.GROUND, piece));
          nodes.add(shape(new Path(), Part.LINE, piece));
          if (piece.ink() == Ink.CHANGE) {
            nodes.add(shape(new Path(), Part.SPOT, piece));
          }
        }
      }
      if (piece.begins() && piece.ink() != Ink.CLOSED) {
        SVGPath glyph = new SVGPath();
        glyph.setContent(glyph(piece));
        nodes.add(shape(glyph, Part.GLYPH, piece));
      }
    }
    return nodes;
  }

  private static Shape shape(Shape shape, Part part, Piece piece) {
    String name =
        switch (part) {
          case GROUND -> "note-ground";
          case LINE -> "note-line";
          case SPOT -> "note-spot";
          case GLYPH -> "note-glyph";
        };
    shape.getStyleClass().setAll(name, piece.ink().style());
    switch (piece.state()) {
      case GUESS -> shape.getStyleClass().add("guess");
      case ORPHAN -> shape.getStyleClass().add("orphan");
      case COLLAPSED -> shape.getStyleClass().add("collapsed");
      case LIVE -> {}
    }
    if (piece.isCurrent()) {
      shape.getStyleClass().add("current");
    }
    shape.setManaged(false);
    shape.setMouseTransparent(true);
    shape.setUserData(new Drawn(part, piece));
    return shape;
  }

  /** A shape for each kind, about ten pixels tall. */
  private static String glyph(Piece piece) {
    return glyph(piece.ink(), piece.state());
  }

  static String glyph(Ink ink, State state) {
    if (state == State.ORPHAN) {
      return "M1 5 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 z"; // a ring
    }
    return switch (ink) {
      case COMMENT, CLOSED -> "M1 0 h7 v10 l-3.5 -2.6 l-3.5 2.6 z"; // a bookmark
      case QUERY -> "M5 0 l5 5 l-5 5 l-5 -5 z";
      case SOURCE -> "M0 2 h9 v2 h-9 z M0 6 h9 v2 h-9 z";
      case CHECK -> "M1 1 h8 v8 h-8 z";
      case INSERTION, ADDED -> "M4 1 h2 v3 h3 v2 h-3 v3 h-2 v-3 h-3 v-2 h3 z"; // a plus
      case DELETION, REMOVED -> "M1 4 h8 v2 h-8 z"; // a minus
      case CHANGE -> "M1 0 l8 5 l-8 5 z";
    };
  }

  @Override
  public void place(int line, List<Node> nodes, TextFlow flow, Region box) {
    int length = area.getParagraphLength(line);
    double taken = Double.NEGATIVE_INFINITY;
    for (Node node : nodes) {
      if (!(node.getUserData() instanceof Drawn drawn)) {
        continue;
      }
      Span span = drawn.piece().span();
      int from = Math.clamp(span.start(), 0, length);
      int to = Math.clamp(span.end(), from, length);
      if (node instanceof Path path) {
        path.getElements().setAll(elements(drawn, flow, from, to));
        path.setLayoutX(flow.getLayoutX());
        path.setLayoutY(flow.getLayoutY());
      } else {
        double y = Math.rint(flow.getLayoutY() + top(flow, from) + 0.27 * rowHeight(flow, from));
        y = Math.max(y, taken + 13);
        taken = y;
        node.setLayoutX(LEFT);
        node.setLayoutY(y);
      }
    }
  }

  private static List<PathElement> elements(Drawn drawn, TextFlow flow, int from, int to) {
    if (drawn.part() == Part.SPOT) {
      return spot(drawn.piece(), flow, to);
    }
    List<Rectangle2D> rows = Rows.of(flow.getRangeShape(from, to, false));
    if (drawn.part() == Part.GROUND) {
      List<PathElement> all = new ArrayList<>();
      rows.forEach(
          row -> Rows.box(all, row.getMinX(), row.getMinY(), row.getMaxX(), row.getMaxY()));
      return all;
    }
    return switch (drawn.piece().ink()) {
      case COMMENT, SOURCE, INSERTION, ADDED -> Rows.bars(rows, 1, BAR);
      case CLOSED -> Rows.bars(rows, 1, 1);
      case QUERY, CHECK -> Rows.waves(rows);
      case DELETION, CHANGE, REMOVED -> Rows.bars(rows, 0.56, 1.5);
    };
  }

  /** A small wedge that points to where words come in, or were. */
  private static List<PathElement> spot(Piece piece, TextFlow flow, int at) {
    double x = caretX(flow, at);
    double bottom = top(flow, at) + rowHeight(flow, at);
    double half = piece.isCurrent() ? 5 : 4;
    List<PathElement> all = new ArrayList<>();
    all.add(new MoveTo(x, bottom - 3));
    all.add(new LineTo(x + half, bottom + half));
    all.add(new LineTo(x - half, bottom + half));
    all.add(new ClosePath());
    if (piece.span().isEmpty()) {
      Rows.box(all, x - 0.75, top(flow, at) + 1, x + 0.75, bottom);
    }
    return all;
  }

  private static double caretX(TextFlow flow, int at) {
    for (PathElement element : flow.getCaretShape(at, true)) {
      if (element instanceof MoveTo to) {
        return to.getX();
      }
    }
    return 0;
  }

  /** The top of the row an offset is in, in the flow's own pixels. */
  static double top(TextFlow flow, int at) {
    for (PathElement element : flow.getCaretShape(at, true)) {
      if (element instanceof MoveTo to) {
        return to.getY();
      }
    }
    return 0;
  }

  private static double rowHeight(TextFlow flow, int at) {
    double top = 0;
    double bottom = 0;
    for (PathElement element : flow.getCaretShape(at, true)) {
      if (element instanceof MoveTo to) {
        top = to.getY();
      } else if (element instanceof LineTo to) {
        bottom = Math.max(bottom, to.getY());
      }
    }
    return Math.max(8, bottom - top);
  }
}
