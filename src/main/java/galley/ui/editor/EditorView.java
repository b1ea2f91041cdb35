package galley.ui.editor;

import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.text.Span;
import galley.ui.kit.Look;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;

/**
 * The editor of one draft: its headline and standfirst, a row of chips, and its body. All on the
 * JavaFX thread. Offsets are UTF-16 units of the body, lines and columns count from 0.
 */
public final class EditorView {
  private final Surface area = new Surface();
  private final Styler styler = new Styler(area);
  private final Margin margin = new Margin(area);
  private final Header header = new Header();
  private final Paper paper = new Paper(area, margin, header.node());
  private final Writing writing = new Writing(area);
  private final SmartKeys keys = new SmartKeys(area, writing, header::focusEnd);
  private final Scrolling scrolling = new Scrolling(area, margin);
  private final Focus focus = new Focus(area, scrolling);
  private final Images images;
  private final PictureCards cards;
  private final PictureIntake intake;
  private final Find find;
  private final FindBar bar;
  private final Changes changes = new Changes();
  private final NoteLayer notes =
      new NoteLayer(
          new NoteLayer.Ground(area, margin, paper, header, scrolling), writing, this::body);
  private final ReadOnlyObjectWrapper<Place> place =
      new ReadOnlyObjectWrapper<>(new Place(0, 0, new Span(0, 0)));

  private LineEndings endings = new LineEndings("");
  private Details details = Details.draft("", "untitled");
  private boolean loading;
  private Runnable edited = () -> {};
  private BiConsumer<Details, Details> detailed = (before, now) -> {};
  private Consumer<Throwable> failed = failure -> {};

  /**
   * @param background where pictures are read and texts searched
   */
  public EditorView(Executor background) {
    images = new Images(background);
    cards = new PictureCards(area, margin, images);
    intake = new PictureIntake(area, images, background);
    find = new Find(area, margin, scrolling, background);
    bar = new FindBar(area, find, scrolling, paper);
    paper.getStylesheets().add(Look.sheet("editor"));
    install();
  }

  private void install() {
    styler.install();
    margin.add(new QuoteBars(area));
    new HeadingMarks(area, margin).install();
    margin.add(cards);
    cards.install();
    find.install();
    margin.install();
    keys.install();
    scrolling.install();
    focus.install();
    intake.install(this::pictureAdded, failure -> failed.accept(failure));
    header.onResized(paper::headerChanged);
    header.onEdited(this::headerEdited);
    header.onDown(this::enterBody);
    var _ =
        area.multiPlainChanges()
            .subscribe(parts -> {
              if (!loading) {
                notes.changed(parts, changes.of(parts));
              }
              tellEdited();
            });
    area.caretPositionProperty().addListener((_, _, _) -> tellPlace());
    area.selectionProperty().addListener((_, _, _) -> tellPlace());
    area.hasten();
  }

  /** What to put into the window. */
  public Region node() {
    return paper;
  }

  /**
   * Shows a draft, with nothing to undo.
   *
   * @param caret where the caret goes, an offset of the body
   * @param firstLine what is at the upper edge, as {@link #firstVisibleLine} says it
   */
  public void open(Draft draft, PictureStore pictures, int caret, double firstLine) {
    loading = true;
    bar.close();
    endings = new LineEndings(draft.body());
    details = draft.details();
    images.open(draft.images(), pictures);
    header.show(details.headline(), details.standfirst());
    notes.show(List.of());
    styler.load(endings.plain());
    changes.begin(draft.body(), endings);
    area.getUndoManager().forgetHistory();
    area.moveTo(Math.clamp(endings.toPlain(draft.body(), caret), 0, area.getLength()));
    loading = false;
    scrolling.to(firstLine, false);
  }

  /** The draft as it stands. For a long one better {@link #snapshot}. */
  public Draft draft() {
    return snapshot().get();
  }

  /** The draft as it stands now, taken at once and put together when asked, on any thread. */
  public Supplier<Draft> snapshot() {
    ReadOnlyStyledDocument<?, ?, ?> text = area.getContent().snapshot();
    Details said = details;
    List<ImageRef> pictures = images.all();
    LineEndings ends = endings;
    return () -> new Draft(said, ends.restored(text.getText()), pictures);
  }

  /** The body as it stands, with the line endings it came with. */
  public String body() {
    return endings.restored(area.getText());
  }

  public Details details() {
    return details;
  }

  /** Changes what the chips say; headline and standfirst are shown. Counts as an edit. */
  public void details(Details now) {
    if (!now.equals(details)) {
      header.show(now.headline(), now.standfirst());
      take(now);
    }
  }

  /** Calls a listener after every edit of any part. */
  public void onEdited(Runnable listener) {
    edited = listener;
  }

  /** Tells of details that changed here, with what they were before. */
  public void onDetails(BiConsumer<Details, Details> listener) {
    detailed = listener;
  }

  /** Tells when an input method begins and ends composing. */
  public void onComposing(Consumer<Boolean> listener) {
    area.onComposing(now -> {
      keys.composing(now);
      listener.accept(now);
    });
  }

  /** Puts a row of chips under the standfirst. */
  public void chips(Node row) {
    header.chips(Optional.of(row));
  }

  private void headerEdited() {
    take(details.withHeadline(header.headline()).withStandfirst(header.standfirst()));
  }

  private void take(Details now) {
    Details before = details;
    details = now;
    detailed.accept(before, now);
    tellEdited();
  }

  private void tellEdited() {
    if (!loading) {
      edited.run();
    }
  }

  private void enterBody(double x) {
    area.requestFocus();
    area.moveTo(x <= 0 ? 0 : paper.hitFirstLine(x));
    area.requestFollowCaret();
  }

  public List<ImageRef> images() {
    return images.all();
  }

  /** Tells when a person wants to say something about a picture. */
  public void onPicture(Consumer<PictureSpot> listener) {
    cards.onOpen(listener);
  }

  /** Tells of a picture that could not be taken; its message is a plain sentence. */
  public void onPictureFailed(Consumer<Throwable> listener) {
    failed = listener;
  }

  /** Takes picture files into the body at the caret, in their order. */
  public void insertPictures(List<Path> files) {
    intake.files(files, area.getCaretPosition());
  }

  private void pictureAdded(ImageRef image) {
    tellEdited();
    cards.openNew(area.getCurrentParagraph());
  }

  /** Sets what is said of a picture; its alt text is written into the body wherever it stands. */
  public void describe(ImageRef image) {
    cards.describe(image);
    tellEdited();
  }

  public ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  private void tellPlace() {
    IndexRange range = area.getSelection();
    place.set(
        new Place(
            area.getCurrentParagraph(),
            area.getCaretColumn(),
            new Span(range.getStart(), range.getEnd())));
  }

  /** Selects a part of the body, brings it into view and puts the keyboard there. */
  public void goTo(Span span) {
    Span here = inArea(span);
    area.selectRange(here.start(), here.end());
    scrolling.center(area.lineOf(here.start()));
    area.requestFocus();
  }

  /** Goes to words that were found from outside, and marks them; the keyboard stays where it is. */
  public void showHit(Span span) {
    find.point(inArea(span));
  }

  private Span inArea(Span span) {
    String body = endings.isPlain() ? "" : body();
    int start = Math.min(endings.toPlain(body, span.start()), area.getLength());
    return new Span(start, Math.clamp(endings.toPlain(body, span.end()), start, area.getLength()));
  }

  /** Puts the caret at the start of a line, in view. */
  public void goToLine(int line) {
    int number = Math.clamp(line, 0, area.getParagraphs().size() - 1);
    area.moveTo(number, 0);
    scrolling.center(number);
    area.requestFocus();
  }

  /** Puts the keyboard into the body. */
  public void focusBody() {
    area.requestFocus();
  }

  /** Puts the keyboard into the headline, all of it selected. */
  public void focusHeadline() {
    scrolling.to(-1, false);
    header.focusHeadline();
  }

  /** What is at the upper edge: 12.5 is the middle of line 12, from -1 to 0 lies the header. */
  public double firstVisibleLine() {
    return scrolling.firstLine();
  }

  public void scrollToLine(double line, boolean animated) {
    scrolling.to(line, animated);
  }

  /** Tells of scrolling here; never of {@link #scrollToLine}. */
  public void onScrolled(DoubleConsumer listener) {
    scrolling.onScrolled(listener);
  }

  /** Sets the size of the type; 1 is 15 pixels. */
  public void zoom(double factor) {
    paper.zoom(factor);
  }

  /** Sets the size of what lies over the text, in pixels: the interface's, not the text's. */
  public void lettering(double pixels) {
    bar.node().setStyle("-fx-font-size: " + pixels + "px");
  }

  /** Only the current paragraph in full ink, at the same height of the window. */
  public void focusMode(boolean on) {
    focus.turn(on);
  }

  /** What a person can do with the text. */
  public TextActions actions() {
    return new TextActions(area, writing, bar, find);
  }

  /** The notes of a review over the text. */
  public NoteLayer notes() {
    return notes;
  }

  /**
   * Puts words in place of others, all as one step to undo.
   *
   * @param parts by their places in the body as it is, which do not overlap
   */
  public void replace(Map<Span, String> parts) {
    CrLf ends = CrLf.of(endings.isPlain() ? "" : body());
    writing.replace(
        parts.entrySet().stream()
            .sorted(Comparator.comparingInt(part -> part.getKey().start()))
            .map(part -> {
              int start = Math.min(ends.toPlain(part.getKey().start()), area.getLength());
              int end = Math.clamp(ends.toPlain(part.getKey().end()), start, area.getLength());
              return new Edit(start, end, new LineEndings(part.getValue()).plain(), 0, 0);
            })
            .toList());
  }

  Surface area() {
    return area;
  }

  FindBar findBar() {
    return bar;
  }
}
