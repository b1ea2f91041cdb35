package galley.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.events.Event;
import org.w3c.dom.events.EventListener;
import org.w3c.dom.events.EventTarget;
import org.w3c.dom.events.MouseEvent;

/**
 * What a reader does on the page: clicks and scrolling. A click on a link never leads anywhere by
 * itself. JavaFX thread only.
 */
final class PageEvents {
  private final Consumer<String> link;
  private final Consumer<String> note;
  private final DoubleConsumer click;
  private final Runnable scrolled;
  // Kept here, since the page holds its listeners only weakly.
  private final List<EventListener> listeners = new ArrayList<>();

  /**
   * @param link gets the address of a link that leads elsewhere, as it is written
   * @param note gets the name of a place on the same page
   * @param click gets the height of a click on the page itself, in CSS pixels from the pane's top
   */
  PageEvents(
      Consumer<String> link, Consumer<String> note, DoubleConsumer click, Runnable scrolled) {
    this.link = link;
    this.note = note;
    this.click = click;
    this.scrolled = scrolled;
  }

  /**
   * Listens to a page, with listeners of its own. When the last page that had a listener is thrown
   * away, WebKit's EventListenerManager (since JDK-8088420) forgets the object behind it, but not
   * the listener: used again on another page, each event would end in a NullPointerException from
   * native code, and nobody would hear of it.
   */
  void listen(Document document) {
    EventListener onClick = new Heard(this::clicked);
    EventListener onScroll = new Heard(this::onScroll);
    EventListener onSubmit = new Heard(Event::preventDefault);
    EventTarget target = (EventTarget) document;
    target.addEventListener("click", onClick, true);
    target.addEventListener("auxclick", onClick, true);
    target.addEventListener("submit", onSubmit, true);
    target.addEventListener("dragstart", onSubmit, true);
    target.addEventListener("scroll", onScroll, false);
    listeners.clear();
    listeners.addAll(List.of(onClick, onScroll, onSubmit));
  }

  /** A listener that is no other, as one without state might be. */
  private static final class Heard implements EventListener {
    private final Consumer<Event> what;

    Heard(Consumer<Event> what) {
      this.what = what;
    }

    @Override
    public void handleEvent(Event event) {
      what.accept(event);
    }
  }

  private void onScroll(Event event) {
    scrolled.run();
  }

  private void clicked(Event event) {
    String address = address(event.getTarget() instanceof Node node ? node : null);
    boolean primary = event.getType().equals("click");
    if (address == null) {
      if (primary && event instanceof MouseEvent mouse) {
        click.accept(mouse.getClientY());
      }
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!primary) {
      return;
    }
    if (address.startsWith("#")) {
      note.accept(address.substring(1));
    } else {
      link.accept(address);
    }
  }

  /** Where the link around this node leads; null where there is none. */
  private static @Nullable String address(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParentNode()) {
      if (at instanceof Element element) {
        String name = element.getTagName().toLowerCase(Locale.ROOT);
        if (name.equals("a") || name.equals("area")) {
          String href = element.getAttribute("href");
          if (href == null || href.isEmpty()) {
            href = element.getAttribute("xlink:href");
          }
          return href == null ? "" : href.strip();
        }
      }
    }
    return null;
  }
}
