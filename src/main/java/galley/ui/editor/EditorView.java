package galley.ui.editor;

import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.ui.kit.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The editor of one draft: its headline and standfirst, a row of chips, and its body. All on the
 * JavaFX thread. Offsets are UTF-16 units of {@link #body}, lines count from 0.
 */
public final class EditorView {
  private final Surface area = new Surface();
  private final Styler styler = new Styler(area);
  private final Margin margin = new Margin(area);
  private final Header header = new Header();
  private final Paper paper = new Paper(area, margin, header.node());
  private final List<Runnable> edited = new ArrayList<>();

  private LineEndings endings = new LineEndings("");
  private Details details = Details.draft("", "untitled");
  private List<ImageRef> images = List.of();
  private boolean loading;

  public EditorView() {
    paper.getStylesheets().add(Look.sheet("editor"));
    styler.install();
    margin.add(new QuoteBars(area));
    margin.install();
    header.onResized(paper::headerChanged);
    header.onEdited(this::headerEdited);
    var _ = area.multiPlainChanges().subscribe(_ -> tellEdited());
  }

  /** What to put into the window. */
  public Region node() {
    return paper;
  }

  /** Shows a draft, with nothing to undo, the caret at an offset and a line at the top. */
  public void open(Draft draft, int caret, double firstLine) {
    loading = true;
    endings = new LineEndings(draft.body());
    details = draft.details();
    images = draft.images();
    header.show(details.headline(), details.standfirst());
    styler.load(Styler.styled(endings.plain()));
    area.getUndoManager().forgetHistory();
    area.moveTo(Math.clamp(endings.toPlain(draft.body(), caret), 0, area.getLength()));
    loading = false;
    area.showParagraphAtTop(0);
  }

  /** The draft as it stands. */
  public Draft draft() {
    return new Draft(details, body(), images);
  }

  /** The body as it stands, with the line endings it came with. */
  public String body() {
    return endings.restored(area.getText());
  }

  /** Calls a listener after every edit of any part. */
  public void onEdited(Runnable listener) {
    edited.add(listener);
  }

  /** Puts a row of chips under the standfirst. */
  public void chips(Node row) {
    header.chips(Optional.of(row));
  }

  private void headerEdited() {
    details = details.withHeadline(header.headline()).withStandfirst(header.standfirst());
    tellEdited();
  }

  private void tellEdited() {
    if (!loading) {
      edited.forEach(Runnable::run);
    }
  }

  Surface area() {
    return area;
  }
}
