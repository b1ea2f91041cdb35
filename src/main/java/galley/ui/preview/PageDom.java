package galley.ui.preview;

import galley.ui.kit.Fx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.concurrent.Worker;
import javafx.scene.web.WebEngine;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * The page inside the WebView: filled once, then changed block by block. JavaFX thread only.
 *
 * <p>The page's own scripts stay off; calls from here into {@code preview/page.js} still run.
 */
final class PageDom {
  /** How much HTML comes at once, in characters: a few milliseconds' work. */
  private static final int PIECE = 16_000;

  private static final int OWN_FRAMES = 20;

  private final WebEngine engine;
  private final PageEvents events;
  private final Runnable onLoaded;
  private final Frames frames = new Frames();
  private PageShell shell = new PageShell();
  private @Nullable PageSheet shown;
  private @Nullable PageSheet target;
  private @Nullable PageSheet loading;
  private @Nullable PageSheet next;
  private boolean nextKeeps = true;
  private double zoom = 1;
  private boolean dark;
  private boolean starting;
  private boolean filled = true;
  private @Nullable Place wanted;
  private LineMap lines = new LineMap(List.of());

  PageDom(WebEngine engine, PageEvents events, Runnable onLoaded) {
    this.onLoaded = onLoaded;
    this.engine = engine;
    this.events = events;
    engine.setJavaScriptEnabled(false);
    engine.setCreatePopupHandler(_ -> null);
    engine.setOnAlert(null);
    engine
        .getLoadWorker()
        .stateProperty()
        .addListener((_, _, state) -> {
          if (state == Worker.State.SUCCEEDED) {
            loaded();
          } else if (!starting
              && (state == Worker.State.FAILED || state == Worker.State.CANCELLED)) {
            Fx.later(this::reload);
          }
        });
    engine
        .locationProperty()
        .addListener((_, _, address) -> {
          if (address != null
              && !address.isEmpty()
              && !address.equals("about:blank")
              && shown != null) {
            // Nothing leads away from the page; should it ever, the page comes back.
            Fx.later(this::reload);
          }
        });
  }

  /** What is shown, once it is there to its end. */
  Optional<PageSheet> complete() {
    PageSheet there = shown;
    boolean whole = there != null && there.equals(target) && next == null;
    return whole ? Optional.ofNullable(there) : Optional.empty();
  }

  /**
   * Shows a page.
   *
   * @param base what {@code edits} start from; where something else is shown they are found anew
   * @param keep whether it is the same post, so that what is read stays where it is
   */
  void show(PageSheet sheet, @Nullable PageSheet base, List<BlockEdit> edits, boolean keep) {
    if (loading != null) {
      next = sheet;
      nextKeeps &= keep;
      return;
    }
    boolean same = keep && nextKeeps;
    next = null;
    nextKeeps = true;
    PageSheet old = shown;
    if (old == null || !same || !old.sameShell(sheet)) {
      if (same && old != null && wanted == null) {
        wanted = place();
      }
      load(sheet);
      return;
    }
    boolean growing = !old.equals(target);
    target = sheet;
    lines = new LineMap(sheet.blocks());
    if (growing) {
      shown = sheet.first(old.blocks().size());
      patch(BlockDiff.between(old.html(), shown.html()));
    } else {
      patch(old.equals(base) ? edits : BlockDiff.between(old.html(), sheet.html()));
      shown = sheet;
    }
  }

  private void patch(List<BlockEdit> edits) {
    if (!edits.isEmpty() && stands()) {
      engine.executeScript("galleyPage.patch(" + script(edits) + ")");
    }
  }

  // A long page comes in pieces, a frame or more apart, so that the window never waits for it.
  private void grow() {
    PageSheet there = shown;
    PageSheet whole = target;
    if (there == null || whole == null || there.equals(whole)) {
      return;
    }
    int from = there.blocks().size();
    PageSheet more = whole.first(whole.blocksWithin(from, PIECE));
    patch(List.of(new BlockEdit(from, 0, more.html().subList(from, more.blocks().size()))));
    shown = more;
    Place place = wanted;
    if (place != null && (more.equals(whole) || place.block() < more.blocks().size() - 1)) {
      wanted = null;
      go(place);
    }
    if (!more.equals(whole)) {
      frames.nextFrame(this::grow);
    }
  }

  /** Forgets the page; an empty one is shown. */
  void clear() {
    shown = null;
    target = null;
    next = null;
    nextKeeps = true;
    wanted = null;
    if (loading == null) {
      start("");
    }
  }

  void dark(boolean isDark) {
    if (dark != isDark) {
      dark = isDark;
      PageSheet sheet = shown;
      if (sheet != null) {
        String css = PageShell.css(sheet.css(), dark);
        engine.executeScript("galleyPage.css(" + PageShell.quoted(css) + ")");
      }
    }
  }

  /** Tells how many pixels of the screen one of the page is. */
  void zoom(double factor) {
    zoom = factor;
    if (stands()) {
      engine.executeScript("galleyPage.zoom(" + factor + ")");
    }
  }

  /** Brings a line of the source to the top of the pane. */
  void scrollTo(double line) {
    PageSheet sheet = shown == null ? loading : target;
    if (sheet == null) {
      return;
    }
    Place place = (shown == null ? new LineMap(sheet.blocks()) : lines).place(line);
    if (shown == null || place.block() >= shown.blocks().size()) {
      wanted = place;
    } else {
      wanted = null;
      go(place);
    }
  }

  /** The line of the source at the top of the pane. */
  double topLine() {
    return !stands() ? -1 : line("galleyPage.place()");
  }

  /** The line of the source at a height of the pane, in CSS pixels. */
  double lineUnder(double y) {
    return !stands() ? -1 : line("galleyPage.placeUnder(" + y + ")");
  }

  /** Whether the reader has marked some of the page's words. */
  boolean isSelecting() {
    return stands() && Boolean.TRUE.equals(engine.executeScript("galleyPage.selecting()"));
  }

  /** Where the top of the pane is, for coming back after the page was laid out anew. */
  Place place() {
    return !stands() ? new Place(0, 0) : at("galleyPage.place()");
  }

  /** Whether the reader scrolled since the page was last moved from here. */
  boolean wasMoved() {
    return stands() && Boolean.TRUE.equals(engine.executeScript("galleyPage.moved()"));
  }

  void toNote(String id) {
    if (stands()) {
      engine.executeScript("galleyPage.toNote(" + PageShell.quoted(id) + ")");
    }
  }

  void go(Place place) {
    if (shown != null) {
      engine.executeScript(
          "typeof galleyPage !== 'undefined' && galleyPage.go("
              + place.block()
              + ","
              + place.part()
              + ")");
    }
  }

  /** Whether the page is there to be asked; between two posts it is not. */
  private boolean stands() {
    return shown != null
        && Boolean.TRUE.equals(engine.executeScript("typeof galleyPage !== 'undefined'"));
  }

  private double line(String call) {
    return lines.line(at(call));
  }

  private Place at(String call) {
    String[] found = ((String) engine.executeScript(call)).split(" ", 2);
    return new Place(Integer.parseInt(found[0]), Double.parseDouble(found[1]));
  }

  private void load(PageSheet sheet) {
    loading = sheet;
    shown = null;
    shell = new PageShell();
    PageSheet first = sheet.first(sheet.blocksWithin(0, PIECE));
    start(shell.document(first, dark, filled));
  }

  // Never from within an event of another load: WebKit would end that one once more, and this one
  // would come twice, the second time without the script that answers for the page.
  private void start(String document) {
    starting = true;
    try {
      engine.loadContent(document);
    } finally {
      starting = false;
    }
  }

  private void reload() {
    PageSheet sheet = shown == null ? loading : target;
    if (sheet != null) {
      load(sheet);
    }
  }

  private void loaded() {
    PageSheet sheet = loading;
    if (sheet == null) {
      if (shown != null && !stands()) {
        Fx.later(this::reload);
      }
      return;
    }
    PageSheet first = sheet.first(sheet.blocksWithin(0, PIECE));
    engine.executeScript(shell.script());
    engine.executeScript("galleyPage.zoom(" + zoom + ")");
    String[] found = ((String) engine.executeScript("galleyPage.index()")).split(" ", 2);
    boolean sound = found[1].equals("true");
    int blocks = Integer.parseInt(found[0]);
    if (blocks < 0) {
      awaitOwn(sheet);
      return;
    }
    if (filled && !(sound && blocks == first.blocks().size())) {
      filled = false; // some block's elements are not closed: parse each on its own
      Fx.later(this::reload);
      return;
    }
    if (!filled) {
      engine.executeScript("galleyPage.fill(" + array(first.html()) + ")");
      filled = true;
    }
    loading = null;
    shown = first;
    target = sheet;
    lines = new LineMap(sheet.blocks());
    Document document = engine.getDocument();
    events.listen(document);
    Place place = wanted;
    if (place != null) {
      if (place.block() < first.blocks().size()) {
        wanted = null;
        go(place);
      }
    }
    if (next != null) {
      Fx.later(this::showNext);
    }
    onLoaded.run();
    frames.nextFrame(this::grow);
  }

  private void showNext() {
    PageSheet newer = next;
    if (newer != null) {
      show(newer, null, List.of(), true);
    }
  }

  // None of this page's marks: an earlier load ended. Ours follows; should it not, it is asked
  // again.
  private void awaitOwn(PageSheet sheet) {
    PageShell asked = shell;
    frames.after(
        OWN_FRAMES,
        () -> {
          if (Objects.equals(loading, sheet) && shell.equals(asked)) {
            load(sheet);
          }
        });
  }

  private static String script(List<BlockEdit> edits) {
    StringBuilder out = new StringBuilder("[");
    for (BlockEdit edit : edits) {
      out.append('[').append(edit.at()).append(',').append(edit.removed()).append(',');
      out.append(array(edit.inserted())).append("],");
    }
    return out.append(']').toString();
  }

  private static String array(List<String> blocks) {
    StringBuilder out = new StringBuilder("[");
    blocks.forEach(html -> out.append(PageShell.quoted(PageShell.safe(html))).append(','));
    return out.append(']').toString();
  }
}
