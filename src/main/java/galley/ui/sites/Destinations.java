package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.People;
import galley.desk.SiteView;
import galley.post.Destination;
import galley.post.KeptSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where a site is put. On the JavaFX thread. */
final class Destinations {
  private final SitesModel model;
  private final UUID id;
  private final SitesView.Ways ways;
  private final StackPane node = new StackPane();
  private final VBox rows = new VBox();
  private final Removed removed = new Removed();
  private final Button add = new Button(Messages.text("sites.to.add"));
  private final Region list;
  private List<DestinationRow> shown = List.of();
  private Optional<DestinationForm> asking = Optional.empty();

  Destinations(SitesModel model, UUID id, SitesView.Ways ways) {
    this.model = model;
    this.id = id;
    this.ways = ways;
    rows.getStyleClass().add("sites-rows");
    add.setOnAction(_ -> ask(Optional.empty()));
    VBox form = new VBox(Parts.soft(Messages.text("sites.to.hint")), rows, removed.node(), add);
    form.getStyleClass().add("sites-form");
    list = Parts.scroll(form);
    fill();
  }

  Region node() {
    return node;
  }

  /** Goes from a form back to the list. */
  boolean back() {
    if (asking.isPresent()) {
      fill();
      add.requestFocus();
      return true;
    }
    return false;
  }

  /** Nobody waits for hosts any more. */
  void leave() {
    shown.forEach(DestinationRow::leave);
  }

  /** Whether a destination is half said. */
  boolean isTyped() {
    return asking.filter(DestinationForm::isTyped).isPresent();
  }

  private List<Destination> destinations() {
    return model.find(id).map(SiteView::kept).map(KeptSite::destinations).orElse(List.of());
  }

  private void fill() {
    asking = Optional.empty();
    leave();
    shown =
        destinations().stream()
            .map(to ->
                new DestinationRow(
                    to,
                    ways.tryOut(),
                    it -> model.desk().publishing(People.NOBODY).makeFolder(it),
                    () -> ask(Optional.of(to)),
                    () -> remove(to)))
            .toList();
    rows.getChildren().setAll(shown.stream().map(DestinationRow::node).toList());
    node.getChildren().setAll(list);
  }

  private void ask(Optional<Destination> before) {
    leave();
    DestinationForm form =
        new DestinationForm(
            before,
            ways,
            new DestinationForm.Ends(
                name ->
                    destinations().stream()
                        .filter(one -> !before.equals(Optional.of(one)))
                        .anyMatch(one -> one.name().equalsIgnoreCase(name)),
                made -> keep(before, made),
                this::back));
    asking = Optional.of(form);
    node.getChildren().setAll(form.node());
    node.applyCss(); // what scrolls holds its content only then
    form.focus();
  }

  private void keep(Optional<Destination> before, Destination made) {
    model.change(
        id,
        kept -> {
          List<Destination> all = new ArrayList<>(kept.destinations());
          int at = before.map(all::indexOf).orElse(-1);
          if (at < 0) {
            all.removeIf(one -> one.name().equalsIgnoreCase(made.name()));
            all.add(made);
          } else {
            all.set(at, made);
          }
          return kept.withDestinations(all);
        });
    back();
  }

  private void remove(Destination gone) {
    int at = destinations().indexOf(gone);
    model.change(
        id,
        kept ->
            kept.withDestinations(
                kept.destinations().stream().filter(one -> !one.equals(gone)).toList()));
    fill();
    removed.say(
        Messages.text("sites.to.removed", gone.name()),
        () -> {
          model.change(
              id,
              kept -> {
                List<Destination> all = new ArrayList<>(kept.destinations());
                all.add(Math.clamp(at, 0, all.size()), gone);
                return kept.withDestinations(all);
              });
          fill();
        });
  }
}
