package galley.ui.sites;

import galley.asset.Messages;
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

/** One site: a row of its parts, and what the chosen part says. On the JavaFX thread. */
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
    Segmented<Part> parts =
        new Segmented<>(Messages.text("sites.parts"), names, model.part().get());
    parts.node().getStyleClass().setAll("sites-tabs", "tabs");
    if (parts.node() instanceof HBox row) {
      row.setMaxWidth(Double.MAX_VALUE);
    }
    parts.value().addListener((_, _, now) -> show(now));
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinHeight(0);
    node.getChildren().setAll(parts.node(), content);
    show(parts.value().get());
  }

  Region node() {
    return node;
  }

  /** Goes back a step, where there is one. */
  boolean back() {
    return destinations.filter(Destinations::back).isPresent();
  }

  /** Nobody looks at it any more. */
  void leave() {
    destinations.ifPresent(Destinations::leave);
    destinations = Optional.empty();
  }

  private void show(Part part) {
    leave();
    model.part().set(part);
    content.getChildren().clear(); // what was typed is taken before what follows reads it
    content
        .getChildren()
        .setAll(
            switch (part) {
              case GENERAL -> new General(model, site).node();
              case SECTIONS -> new Sections(model, site).node();
              case AUTHORS -> new Authors(model, site, ways.picture()).node();
              case LOOKS -> new Looks(model, site).node();
              case POSTS -> new Belonging(model, site).node();
              case DESTINATIONS -> {
                Destinations made = new Destinations(model, site, ways);
                destinations = Optional.of(made);
                yield made.node();
              }
            });
  }
}
