package galley.ui.editor;

import galley.post.Anchor.Scope;
import galley.post.Placement;
import galley.text.Span;
import galley.ui.kit.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/**
 * The notes of a review over the manuscript: what they mark, where they stand, and what a person
 * points at. All on the JavaFX thread; offsets are the body's own.
 */
public final class NoteLayer {
  /** What the layer lies over. */
  record Ground(Surface area, Margin margin, Paper paper, Header header, Scrolling scrolling) {}

  /** How much of the room beside the text belongs to the marks there. */
  private static final double BESIDE = 0.5;

  private final Surface area;
  private final Scrolling scrolling;
  private final Paper paper;
  private final NoteMarks inText;
  private final HeaderNotes inHeader;
  private final Levels levels;
  private final PictureLines pictures;
  private final Pointing pointing;
  private final Supplier<String> body;
  private List<NoteMark> marks = List.of();
  private List<NoteMark> placed = List.of();
  private CrLf ends = CrLf.of("");
  private boolean stirred;
  private Runnable moved = () -> {};
  private Consumer<List<Replaced>> replaced = parts -> {};
  private Consumer<UUID> pressed = note -> {};
  private final Runnable tell = this::tellMoved;

  /**
   * @param body gives the text with its own line endings; asked only where they are not plain
   */
  NoteLayer(Ground on, Writing writing, Supplier<String> body) {
    area = on.area();
    scrolling = on.scrolling();
    paper = on.paper();
    this.body = body;
    inText = new NoteMarks(area, on.margin());
    inHeader = new HeaderNotes(on.header(), note -> pressed.accept(note));
    levels = new Levels(area, on.margin(), paper);
    pictures = new PictureLines(area);
    pointing = new Pointing(area, on.header(), writing);
    on.margin().add(inText);
    on.margin().onMoved(this::stir);
    area.widthProperty().addListener((_, _, _) -> levels.forget());
    area.sceneProperty().addListener((_, before, scene) -> follow(before, scene));
    area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Speaks of a change of the text; called for each. */
  void changed(List<PlainTextChange> changes, List<Replaced> parts) {
    levels.forget();
    replaced.accept(parts);
    for (PlainTextChange change : changes) {
      inText.reshape(area.lineOf(Math.min(change.getPosition(), area.getLength())));
    }
    stir();
  }

  /** Tells of each change of the body, with its parts in order; not of another post. */
  public void onReplaced(Consumer<List<Replaced>> listener) {
    replaced = listener;
  }

  /** Shows these notes and no others. */
  public void show(List<NoteMark> notes) {
    marks = notes;
    ends = area.getLength() == 0 || notes.isEmpty() ? CrLf.of("") : CrLf.of(body.get());
    List<NoteMark> here = new ArrayList<>(notes.size());
    for (NoteMark mark : notes) {
      inArea(mark).ifPresent(here::add);
    }
    placed = here;
    inText.show(here);
    inHeader.show(notes);
    paper.ticks().show(here, area.getLength());
  }

  /** A note of the body or on a picture with its place in the area. */
  private Optional<NoteMark> inArea(NoteMark mark) {
    return switch (mark.scope()) {
      case TEXT, BLOCK -> Optional.of(at(mark, plain(mark.placement().span())));
      case IMAGE -> pictures.find(mark.target()).map(span -> at(mark, span));
      case HEADLINE, STANDFIRST, FIELD -> Optional.empty();
    };
  }

  private static NoteMark at(NoteMark mark, Span span) {
    return new NoteMark(
        mark.id(),
        mark.scope(),
        mark.target(),
        new Placement(mark.placement().state(), span),
        mark.ink());
  }

  private Span plain(Span span) {
    int start = Math.min(ends.toPlain(span.start()), area.getLength());
    return new Span(start, Math.clamp(ends.toPlain(span.end()), start, area.getLength()));
  }

  /** Rings one note. */
  public void current(Optional<UUID> note) {
    inText.current(note);
    inHeader.current(note);
  }

  /** Whether notes are drawn at all. */
  public void turn(boolean on) {
    inText.turn(on);
    inHeader.turn(on);
    paper.ticks().setVisible(on);
  }

  /** Tells when a person pressed marked words, or the mark beside them. */
  public void onPressed(Consumer<UUID> listener) {
    pressed = listener;
  }

  /** Tells when text moved under the window: {@link #level} has changed. */
  public void onMoved(Runnable listener) {
    moved = listener;
  }

  /** Where a note stands now; none for one that is not shown. */
  public Optional<NoteLevel> level(UUID note) {
    for (NoteMark mark : placed) {
      if (mark.id().equals(note)) {
        return Optional.of(
            new NoteLevel(mark.placement().span().start(), levels.of(mark.placement())));
      }
    }
    return marks.stream()
        .filter(mark -> mark.id().equals(note))
        .findFirst()
        .map(mark -> inHeader.level(mark, paper));
  }

  /** Scrolls the text by so many pixels, and tells whether it can go on that way. */
  public boolean scroll(double pixels) {
    return scrolling.by(pixels);
  }

  /** Brings a note's place into view. */
  public void reveal(UUID note) {
    for (NoteMark mark : placed) {
      if (mark.id().equals(note)) {
        scrolling.center(area.lineOf(mark.placement().span().start()));
        return;
      }
    }
    if (marks.stream().anyMatch(mark -> mark.id().equals(note))) {
      scrolling.to(-1, false);
    }
  }

  /** What a note made now would be about; none in a text without words. */
  public Optional<NoteTarget> target() {
    return pointing.target().map(found -> found.scope() == Scope.TEXT ? inBody(found) : found);
  }

  /**
   * The words at a place in the window: what is selected there, or a word; none beside the text.
   */
  public Optional<NoteTarget> at(double sceneX, double sceneY) {
    Point2D here = area.sceneToLocal(sceneX, sceneY);
    return here != null && area.contains(here)
        ? pointing.at(here.getX(), here.getY()).map(this::inBody)
        : Optional.empty();
  }

  private NoteTarget inBody(NoteTarget found) {
    CrLf now = CrLf.of(body.get());
    Span span = found.span();
    String words = area.getText(span.start(), span.end());
    return new NoteTarget(
        found.scope(),
        found.target(),
        new Span(now.toBody(span.start()), now.toBody(span.end())),
        words);
  }

  /** Where the caret is, in the body's own offsets. */
  public int caret() {
    return CrLf.of(body.get()).toBody(area.getCaretPosition());
  }

  /** Puts the caret at the beginning of a note's words, and the keyboard there. */
  public void enter(UUID note) {
    placed.stream()
        .filter(mark -> mark.id().equals(note))
        .findFirst()
        .ifPresent(mark -> area.moveTo(mark.placement().span().start()));
    area.requestFocus();
    area.requestFollowCaret();
  }

  private void stir() {
    if (!stirred) {
      stirred = true;
      Fx.later(tell);
    }
  }

  private void tellMoved() {
    if (stirred) {
      stirred = false;
      levels.look();
      moved.run();
    }
  }

  /** Tells between the editor's layout and that of the rest, so that both are in one frame. */
  private void follow(@Nullable Scene before, @Nullable Scene scene) {
    if (before != null) {
      before.removePreLayoutPulseListener(tell);
    }
    if (scene != null) {
      scene.addPreLayoutPulseListener(tell);
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY
        || !event.isStillSincePress()
        || event.getClickCount() > 1
        || placed.isEmpty()) {
      return;
    }
    boolean beside = event.getX() < area.getInsets().getLeft() + paper.hang() * BESIDE;
    List<UUID> found =
        beside
            ? inText.in(area.lineOf(area.hit(event.getX(), event.getY()).getInsertionIndex()))
            : area.hit(event.getX(), event.getY()).getCharacterIndex().stream()
                .mapToObj(inText::at)
                .findFirst()
                .orElse(List.of());
    found.stream().findFirst().ifPresent(pressed);
  }

  /** The nodes of the header that marks are drawn beside. */
  static double above(Node node, Node in) {
    return in.sceneToLocal(node.localToScene(0, 0)).getY();
  }
}
