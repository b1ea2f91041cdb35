package galley.ui.sites;

import galley.asset.Messages;
import galley.ui.kit.Field;
import galley.ui.kit.Segmented;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * One site: a row of its parts, and what the chosen part says. A part that was left stays as it is,
 * with what could not be taken and why. On the JavaFX thread.
 */
final class SitePage {
  /** The parts of a site, in their order. */
  enum Part {
    GENERAL,
    SECTIONS,
    AUTHORS,
    LOOKS,
    POSTS,
    DESTINATIONS
  }

  private final SitesModel model;
  private final UUID site;
  private final SitesView.Ways ways;
  private final VBox node = new VBox();
  private final StackPane content = new StackPane();
  private final Map<Part, Region> made = new EnumMap<>(Part.class);
  private final Segmented<Part> parts;
  private Optional<Destinations> destinations = Optional.empty();

  SitePage(SitesModel model, UUID site, SitesView.Ways ways) {
    this.model = model;
    this.site = site;
    this.ways = ways;
    Map<Part, String> names = new EnumMap<>(Part.class);
    names.put(Part.GENERAL, Messages.text("sites.general"));
    names.put(Part.SECTIONS, Messages.text("sites.sections"));
    names.put(Part.AUTHORS, Messages.text("sites.authors"));
    names.put(Part.LOOKS, Messages.text("sites.theme"));
    names.put(Part.POSTS, Messages.text("sites.posts"));
    names.put(Part.DESTINATIONS, Messages.text("sites.destinations"));
    parts = new Segmented<>(Messages.text("sites.parts"), names, model.part().get());
    parts.node().getStyleClass().setAll("sites-tabs", "tabs");
    if (parts.node() instanceof HBox row) {
      row.setMaxWidth(Double.MAX_VALUE);
    }
    parts.value().addListener((_, _, now) -> show(now));
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinHeight(0);
    node.getChildren().setAll(parts.node(), content);
  }

  Region node() {
    return node;
  }

  /** Goes back a step, where there is one. */
  boolean back() {
    return destinations.filter(Destinations::back).isPresent();
  }

  /** Shows the part that was looked at last, of whichever site. */
  void enter() {
    Part now = model.part().get();
    if (parts.value().get() == now) {
      show(now);
    } else {
      parts.value().set(now);
    }
  }

  /** Nobody looks at it any more. */
  void leave() {
    destinations.ifPresent(Destinations::leave);
  }

  /** Something that was typed and is not kept, in a sentence, and where it is. */
  record Unkept(Part part, String what) {}

  /** The first thing that was typed and is not kept. */
  Optional<Unkept> unkept() {
    String name = model.find(site).map(one -> one.site().name()).orElse("");
    if (destinations.filter(Destinations::isTyped).isPresent()) {
      return Optional.of(
          new Unkept(Part.DESTINATIONS, Messages.text("sites.unkept.destination", name)));
    }
    return made.entrySet().stream()
        .flatMap(part ->
            Field.refusedIn(part.getValue()).stream()
                .map(field ->
                    new Unkept(
                        part.getKey(),
                        Messages.text("sites.unkept.field", field.getAccessibleText(), name))))
        .findFirst();
  }

  /** Leads to what is not kept. */
  void goTo(Part part) {
    parts.value().set(part);
    Optional.ofNullable(made.get(part))
        .flatMap(Field::refusedIn)
        .ifPresent(control -> control.requestFocus());
  }

  private void show(Part part) {
    leave();
    model.part().set(part);
    content.getChildren().clear(); // what was typed is taken before what follows reads it
    if (part == Part.POSTS) {
      made.remove(part); // posts change meanwhile, and nothing is typed there
    }
    content.getChildren().setAll(made.computeIfAbsent(part, this::make));
  }

  private Region make(Part part) {
    return switch (part) {
      case GENERAL -> new General(model, site).node();
      case SECTIONS -> new Sections(model, site).node();
      case AUTHORS -> new Authors(model, site, ways.picture()).node();
      case LOOKS -> new Looks(model, site).node();
      case POSTS -> new Belonging(model, site).node();
      case DESTINATIONS -> {
        Destinations all = new Destinations(model, site, ways);
        destinations = Optional.of(all);
        yield all.node();
      }
    };
  }
}
