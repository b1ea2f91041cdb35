package galley.ui.preview;

import java.util.List;
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
  private final WebEngine engine;
  private final PageEvents events;
  private final Runnable onLoaded;
  private PageShell shell = new PageShell();
  private @Nullable PageSheet shown;
  private @Nullable PageSheet loading;
  private @Nullable PageSheet next;
  private double zoom = 1;
  private boolean dark;
  private boolean filled = true;
  private @Nullable Place wanted;
  private double keepHeight = -1;
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
          } else if (state == Worker.State.FAILED || state == Worker.State.CANCELLED) {
            reload();
          }
        });
    engine
        .locationProperty()
        .addListener((_, _, address) -> {
          if (!address.isEmpty() && !address.equals("about:blank") && shown != null) {
            reload(); // nothing leads away from the page; should it ever, the page comes back
          }
        });
  }

  /** Whether this page could take the place of what is shown without loading anew. */
  boolean canPatch(PageSheet sheet) {
    return shown != null && shown.sameShell(sheet);
  }

  /** What is shown, for telling what changed since. */
  @Nullable PageSheet shown() {
    return shown;
  }

  boolean isReady() {
    return shown != null;
  }

  /**
   * Shows a page.
   *
   * @param base what {@code edits} start from; where something else is shown they are found anew
   * @param keep whether a page that has to be loaded stays at the height it was
   */
  void show(PageSheet sheet, @Nullable PageSheet base, List<BlockEdit> edits, boolean keep) {
    if (loading != null) {
      next = sheet;
      return;
    }
    PageSheet old = shown;
    if (old == null || !old.sameShell(sheet)) {
      keepHeight = keep && old != null ? number("galleyPage.height()") : -1;
      load(sheet);
      return;
    }
    List<BlockEdit> changes =
        old.equals(base) ? edits : BlockDiff.between(old.html(), sheet.html());
    shown = sheet;
    lines = new LineMap(sheet.blocks());
    if (!changes.isEmpty()) {
      engine.executeScript("galleyPage.patch(" + script(changes) + ")");
    }
  }

  /** Forgets the page; an empty one is shown. */
  void clear() {
    shown = null;
    next = null;
    if (loading == null) {
      engine.loadContent("");
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
    if (shown != null) {
      engine.executeScript("galleyPage.zoom(" + factor + ")");
    }
  }

  /** Brings a line of the source to the top of the pane. */
  void scrollTo(double line) {
    if (shown == null) {
      wanted = loading == null ? null : new LineMap(loading.blocks()).place(line);
      return;
    }
    go(lines.place(line));
  }

  /** The line of the source at the top of the pane. */
  double topLine() {
    return shown == null ? -1 : line("galleyPage.place()");
  }

  /** The line of the source at a height of the pane, in CSS pixels. */
  double lineUnder(double y) {
    return shown == null ? -1 : line("galleyPage.placeUnder(" + y + ")");
  }

  /** Whether the reader has marked some of the page's words. */
  boolean isSelecting() {
    return shown != null && Boolean.TRUE.equals(engine.executeScript("galleyPage.selecting()"));
  }

  /** Where the top of the pane is, for coming back after the page was laid out anew. */
  Place place() {
    return shown == null ? new Place(0, 0) : at("galleyPage.place()");
  }

  /** Whether the reader scrolled since the page was last moved from here. */
  boolean wasMoved() {
    return shown != null && Boolean.TRUE.equals(engine.executeScript("galleyPage.moved()"));
  }

  void toNote(String id) {
    if (shown != null) {
      engine.executeScript("galleyPage.toNote(" + PageShell.quoted(id) + ")");
    }
  }

  void go(Place place) {
    if (shown == null) {
      return;
    }
    engine.executeScript("galleyPage.go(" + place.block() + "," + place.part() + ")");
  }

  private double line(String call) {
    return lines.line(at(call));
  }

  private Place at(String call) {
    String[] found = ((String) engine.executeScript(call)).split(" ", 2);
    return new Place(Integer.parseInt(found[0]), Double.parseDouble(found[1]));
  }

  private double number(String call) {
    return ((Number) engine.executeScript(call)).doubleValue();
  }

  private void load(PageSheet sheet) {
    loading = sheet;
    shown = null;
    shell = new PageShell();
    engine.loadContent(shell.document(sheet, dark, filled));
  }

  private void reload() {
    PageSheet sheet = shown == null ? loading : shown;
    if (sheet != null) {
      load(sheet);
    }
  }

  private void loaded() {
    PageSheet sheet = loading;
    if (sheet == null) {
      return;
    }
    engine.executeScript(shell.script());
    engine.executeScript("galleyPage.zoom(" + zoom + ")");
    String[] found = ((String) engine.executeScript("galleyPage.index()")).split(" ", 2);
    boolean sound = found[1].equals("true");
    if (filled && !(sound && Integer.parseInt(found[0]) == sheet.blocks().size())) {
      filled = false; // some block's elements are not closed: parse each on its own
      load(sheet);
      return;
    }
    if (!filled) {
      engine.executeScript("galleyPage.fill(" + array(sheet.html()) + ")");
      filled = true;
    }
    loading = null;
    shown = sheet;
    lines = new LineMap(sheet.blocks());
    Document document = engine.getDocument();
    events.listen(document);
    Place place = wanted;
    wanted = null;
    if (place != null) {
      go(place);
    } else if (keepHeight >= 0) {
      engine.executeScript("galleyPage.scroll(" + keepHeight + ")");
    }
    keepHeight = -1;
    PageSheet newer = next;
    next = null;
    if (newer != null) {
      show(newer, null, List.of(), true);
    }
    onLoaded.run();
  }

  private static String script(List<BlockEdit> edits) {
    StringBuilder out = new StringBuilder("[");
    for (BlockEdit edit : edits) {
      out.append('[').append(edit.at()).append(',').append(edit.removed()).append(',');
      out.append(array(edit.inserted())).append("],");
    }
    return out.append(']').toString();
  }

  private static String array(List<String> texts) {
    StringBuilder out = new StringBuilder("[");
    texts.forEach(text -> out.append(PageShell.quoted(text)).append(','));
    return out.append(']').toString();
  }
}
