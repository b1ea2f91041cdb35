package galley.ui.preview;

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
  private final EventListener onClick = this::clicked;
  private final EventListener onScroll = this::onScroll;
  private final EventListener onSubmit = Event::preventDefault;

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

  void listen(Document document) {
    EventTarget target = (EventTarget) document;
    target.addEventListener("click", onClick, true);
    target.addEventListener("auxclick", onClick, true);
    target.addEventListener("submit", onSubmit, true);
    target.addEventListener("dragstart", onSubmit, true);
    target.addEventListener("scroll", onScroll, false);
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
