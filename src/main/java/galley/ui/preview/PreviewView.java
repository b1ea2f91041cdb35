package galley.ui.preview;

import galley.asset.Messages;
import galley.export.MediaFiles;
import galley.export.Theme;
import galley.images.Pictures;
import galley.markdown.ParsedBody;
import galley.post.Post;
import galley.ui.kit.EmptyState;
import galley.ui.kit.Fx;
import galley.ui.kit.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The page beside the text, exactly as an export makes it.
 *
 * <p>Lines count from 0 and may lie between two whole ones; the lines from −1 to 0 stand for what
 * the page has above the body, −1 for its very top. JavaFX thread only. Until the window has shown
 * its first frames there is no WebView; what is asked for meanwhile is done when there is.
 */
public final class PreviewView implements AutoCloseable {
  private final PreviewModel model;
  private final String address;
  private final SheetPane pane = new SheetPane();
  private final Label trouble = new Label();
  private final Region empty =
      new EmptyState(
              Messages.text("preview.empty-title"), Messages.text("preview.empty-text"), List.of())
          .node();
  private final ObjectProperty<Device> device = new SimpleObjectProperty<>(Device.TABLET);
  private final BooleanProperty sync = new SimpleBooleanProperty(true);
  private @Nullable PageDom dom;
  private DoubleConsumer onScrolled = line -> {};
  private DoubleConsumer onClick = line -> {};
  private Consumer<String> onLink = link -> {};
  private boolean preparing;
  private double asked = Double.NaN;
  private double told = Double.NaN;

  /**
   * @param media the file of a picture's fingerprint; asked on WebView's own threads
   * @param pictures makes them small enough to show; asked on the same threads
   */
  public PreviewView(MediaFiles media, Pictures pictures) {
    this(media, pictures, UnaryOperator.identity());
  }

  /** Makes every picture anew. */
  PreviewView(MediaFiles media) {
    this(media, UnaryOperator.identity());
  }

  /** Lets a test change how pages are made. */
  PreviewView(MediaFiles media, UnaryOperator<BiFunction<Post, ParsedBody, PageSheet>> pages) {
    this(media, new Pictures(), pages);
  }

  private PreviewView(
      MediaFiles media,
      Pictures pictures,
      UnaryOperator<BiFunction<Post, ParsedBody, PageSheet>> pages) {
    Theme theme = Theme.opinion();
    address = PageScheme.open(new PageShelf(media, pictures));
    model = new PreviewModel(pages.apply(Pages.at(theme, address)));
    pane.getStylesheets().add(Look.sheet("preview"));
    trouble.getStyleClass().add("preview-trouble");
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.failure());
    trouble.visibleProperty().bind(model.failure().isNotEmpty());
    pane.show(empty);
    pane.above(trouble);
    pane.device(device.get());
    device.addListener((_, _, now) -> pane.device(now));
    pane.sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null && dom == null) {
            new Frames().after(2, this::prepare);
          }
        });
    model.made().addListener((_, before, now) -> show(before, now));
  }

  /** What to lay into the window. */
  public Region node() {
    return pane;
  }

  /** The text that was read last, for the outline and for counts. */
  public PreviewModel model() {
    return model;
  }

  /**
   * Shows a post and follows it.
   *
   * @param post takes the post as it stands, unsaved words included; asked on the JavaFX thread,
   *     after a pause in the typing. What it gives is put together on another thread
   */
  public void open(Supplier<Supplier<Post>> post) {
    asked = Double.NaN;
    told = Double.NaN;
    pane.leaveBlank();
    model.open(post);
  }

  /** The page that stands in the pane, complete. */
  Optional<PageSheet> shown() {
    return dom == null ? Optional.empty() : dom.complete();
  }

  /** Shows no post. */
  public void shut() {
    model.shut();
    if (dom != null) {
      dom.clear();
    }
    pane.show(empty);
  }

  /** Tells that the post has changed; cheap enough for every key. */
  public void changed() {
    model.changed();
  }

  /** Whether the page is kept up to date; without, only the text is read, for the outline. */
  public void setShowing(boolean showing) {
    model.drawing(showing);
  }

  /** The window the page is shown for. */
  public ObjectProperty<Device> device() {
    return device;
  }

  /** Whether page and text scroll together. */
  public BooleanProperty sync() {
    return sync;
  }

  /** Brings a line to the top of the pane, unless the two do not scroll together. */
  public void scrollToLine(double line) {
    if (sync.get() && !(Math.abs(line - told) < 1)) { // the echo of the reader's own scrolling
      told = Double.NaN;
      goToLine(line);
    }
  }

  /** Brings a line to the top of the pane. */
  public void goToLine(double line) {
    asked = line;
    if (dom != null) {
      dom.scrollTo(line);
    }
  }

  /** The line at the top of the pane. */
  public double topLine() {
    return dom == null ? -1 : dom.topLine();
  }

  /** Gets the line at the top of the pane whenever the reader scrolls the page. */
  public void onScrolled(DoubleConsumer listener) {
    onScrolled = listener;
  }

  /** Gets the line a reader clicks on, links aside. */
  public void onClickLine(DoubleConsumer listener) {
    onClick = listener;
  }

  /** Gets the address of a link to the outside that was clicked; nothing else opens it. */
  public void onLink(Consumer<String> listener) {
    onLink = listener;
  }

  @Override
  public void close() {
    model.close();
    PageScheme.close(address);
  }

  // Without the code there, making the view fails with the reason; so either way it is tried.
  private void prepare() {
    if (!preparing) {
      preparing = true;
      Fx.deliver(WebKitCode.loaded(), _ -> create(), _ -> create());
    }
  }

  private void create() {
    preparing = false;
    if (dom != null || pane.getScene() == null) {
      return;
    }
    PageEvents events =
        new PageEvents(link -> onLink.accept(link), this::note, this::clicked, this::scrolled);
    PageDom made = new PageDom(pane.web().getEngine(), events, this::loaded);
    dom = made;
    var preferences = pane.getScene().getPreferences();
    made.dark(Look.isDark(pane.getScene()));
    preferences
        .colorSchemeProperty()
        .addListener((_, _, _) -> {
          if (pane.getScene() != null) {
            made.dark(Look.isDark(pane.getScene()));
            pane.dark(Look.isDark(pane.getScene()));
          }
        });
    pane.dark(Look.isDark(pane.getScene()));
    pane.keepPlace(made::place, made::go, made::zoom);
    show(null, model.made().get());
  }

  private void show(PreviewModel.@Nullable Made before, PreviewModel.@Nullable Made now) {
    PageDom page = dom;
    PageSheet sheet = now == null ? null : now.sheet();
    if (page == null || now == null || sheet == null) {
      return;
    }
    boolean samePost = before != null && before.post() == now.post();
    page.show(sheet, now.base(), now.edits(), samePost);
    if (!samePost && !Double.isNaN(asked)) {
      page.scrollTo(asked);
    }
  }

  private void loaded() {
    pane.showPage();
  }

  private void note(String id) {
    if (dom != null) {
      dom.toNote(id);
    }
  }

  private void clicked(double height) {
    if (dom != null && !dom.isSelecting()) {
      onClick.accept(dom.lineUnder(height));
    }
  }

  private void scrolled() {
    if (dom != null && sync.get() && !pane.isHolding() && dom.wasMoved()) {
      told = dom.topLine();
      onScrolled.accept(told);
    }
  }
}
