package galley.ui.preview;

import galley.asset.Messages;
import galley.desk.SitePreview;
import galley.desk.SitePreviews;
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
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
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
  private static final Pattern OUTSIDE = Pattern.compile("(?i)^(?:https?://|mailto:)");

  private final PreviewModel model;
  private final String address;
  private final SheetPane pane = new SheetPane();
  private final BorderPane node = new BorderPane(pane);
  private final PageShelf shelf;
  private final Theme usual = Theme.opinion();
  private volatile Theme theme = usual; // read where pages are made
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
  private Optional<SiteModel> site = Optional.empty();
  private boolean showing = true;
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
    shelf = new PageShelf(media, pictures);
    address = PageScheme.open(shelf);
    model =
        new PreviewModel(pages.apply((post, body) -> Pages.at(theme, address).apply(post, body)));
    node.getStyleClass().add("preview-pane");
    node.getStylesheets().add(Look.sheet("preview"));
    trouble.getStyleClass().add("preview-trouble");
    trouble.setWrapText(true);
    trouble.setVisible(false);
    model.failure().subscribe(_ -> tellTrouble());
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
    return node;
  }

  /** Lets the pages of the site be looked at that the open post is on. */
  public void sites(SitePreviews previews) {
    SiteModel made =
        new SiteModel(
            previews, built -> new BuiltPage(built.folder(), address + shelf.site(built.folder())));
    SiteBar bar = new SiteBar(made::look);
    node.setTop(bar.node());
    made.state()
        .addListener((_, before, now) -> {
          bar.show(now);
          around(before, now);
        });
    made.shown().addListener((_, before, now) -> show(before, now));
    site = Optional.of(made);
  }

  /** Tells that sites were changed elsewhere. */
  public void sitesChanged() {
    site.ifPresent(SiteModel::askSite);
  }

  private void around(SiteModel.State before, SiteModel.State now) {
    Theme wanted = now.around().map(SitePreview.Around::theme).orElse(usual);
    boolean other = !theme.css().equals(wanted.css());
    theme = wanted;
    if (other) {
      model.changed();
    }
    boolean own = now.page().isEmpty();
    if (own != before.page().isEmpty()) {
      model.drawing(showing && own);
      if (own) {
        show(null, model.made().get());
      }
    }
    tellTrouble();
  }

  private void show(SiteModel.@Nullable Shown before, SiteModel.@Nullable Shown now) {
    if (dom != null && now != null) {
      boolean same = before != null && before.path().equals(now.path());
      dom.show(now.sheet(), null, List.of(), same);
    }
  }

  private void tellTrouble() {
    String words =
        isElsewhere()
            ? site.map(pages -> pages.state().get().failure()).orElse("")
            : model.failure().get();
    trouble.setText(words);
    trouble.setVisible(!words.isEmpty());
  }

  /** Whether a page is looked at that is not the post's own. */
  private boolean isElsewhere() {
    return site.filter(pages -> pages.state().get().page().isPresent()).isPresent();
  }

  private void follow(String link) {
    boolean inside = site.filter(pages -> pages.follow(link)).isPresent();
    if (!inside && OUTSIDE.matcher(link).find()) {
      onLink.accept(link);
    }
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
  public void open(UUID id, Supplier<Supplier<Post>> post) {
    open(post);
    site.ifPresent(pages -> pages.open(post, id));
  }

  /** Shows a post that is on no site. */
  void open(Supplier<Supplier<Post>> post) {
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
    site.ifPresent(SiteModel::shut);
    if (dom != null) {
      dom.clear();
    }
    pane.show(empty);
  }

  /** Tells that the post has changed; cheap enough for every key. */
  public void changed() {
    model.changed();
    site.ifPresent(SiteModel::changed);
  }

  /** Whether the page is kept up to date; without, only the text is read, for the outline. */
  public void setShowing(boolean showing) {
    this.showing = showing;
    model.drawing(showing && !isElsewhere());
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
    if (sync.get()
        && !isElsewhere()
        && !(Math.abs(line - told) < 1)) { // the echo of the reader's own scrolling
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
    site.ifPresent(SiteModel::shut);
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
    PageEvents events = new PageEvents(this::follow, this::note, this::clicked, this::scrolled);
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
    site.ifPresent(pages -> show(null, pages.shown().get()));
  }

  private void show(PreviewModel.@Nullable Made before, PreviewModel.@Nullable Made now) {
    PageDom page = dom;
    PageSheet sheet = now == null ? null : now.sheet();
    if (page == null || now == null || sheet == null || isElsewhere()) {
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
    if (dom != null && !isElsewhere() && !dom.isSelecting()) {
      onClick.accept(dom.lineUnder(height));
    }
  }

  private void scrolled() {
    if (dom != null && sync.get() && !isElsewhere() && !pane.isHolding() && dom.wasMoved()) {
      told = dom.topLine();
      onScrolled.accept(told);
    }
  }
}
