package galley.ui.sites;

import galley.asset.Messages;
import galley.ui.kit.Segmented;
import java.util.EnumMap;
import java.util.Map;
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
    GENERAL
  }

  private final SitesModel model;
  private final UUID site;
  private final VBox node = new VBox();
  private final StackPane content = new StackPane();

  SitePage(SitesModel model, UUID site) {
    this.model = model;
    this.site = site;
    Map<Part, String> names = new EnumMap<>(Part.class);
    names.put(Part.GENERAL, Messages.text("sites.general"));
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
    return false;
  }

  private void show(Part part) {
    model.part().set(part);
    content
        .getChildren()
        .setAll(
            switch (part) {
              case GENERAL -> new General(model, site).node();
            });
  }
}
