package galley.ui.details;

import galley.asset.Messages;
import galley.post.Details;
import galley.post.ImageRef;
import galley.ui.kit.Chip;
import galley.ui.kit.Look;
import galley.ui.kit.Popover;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The chips under the standfirst: byline, date, section, tags, lead image, address and language.
 * Each opens its little editor. On the JavaFX thread.
 */
public final class DetailsRow {
  private final DetailsModel model;
  private final FlowPane row = new FlowPane();
  private final Chip byline = new Chip(Messages.text("details.byline"));
  private final Chip date = new Chip(Messages.text("details.date"));
  private final Chip section = new Chip(Messages.text("details.section"));
  private final Chip tags = new Chip(Messages.text("details.tags"));
  private final Chip site = new Chip(Messages.text("details.site"));
  private final Chip lead = new Chip(Messages.text("details.lead"));
  private final Chip more = new Chip(Messages.text("details.more"));
  private Consumer<Details> changed = now -> {};
  private Runnable chooseLead = () -> {};
  private Runnable describeLead = () -> {};
  private Optional<Popover> open = Optional.empty();

  /**
   * @param known what there is to pick from, asked when an editor opens; must not block
   */
  public DetailsRow(Clock clock, Supplier<Known> known) {
    model = new DetailsModel(clock, known);
    model.onChange(now -> {
      fill();
      changed.accept(now);
    });
    row.getStyleClass().add("chip-row");
    row.getStylesheets().add(Look.sheet("editor"));
    // The last, which is small, never stands alone on a line.
    HBox end = new HBox(lead, more);
    end.getStyleClass().add("chip-pair");
    row.getChildren().setAll(byline, date, section, tags, site, end);
    row.setMinWidth(0); // else as wide as the widest chip wishes to be
    for (Region part : List.of(byline, date, section, tags, site, end)) {
      part.setMinWidth(0); // a long one is shortened at the column's edge
      part.maxWidthProperty()
          .bind(
              Bindings.createDoubleBinding(
                  this::column, row.widthProperty(), row.insetsProperty()));
    }
    lead.setMinWidth(0);
    more.setMinWidth(Region.USE_PREF_SIZE);
    // What a note on one of them names as its field
    byline.setUserData("bylines");
    date.setUserData("date");
    section.setUserData("section");
    tags.setUserData("tags");
    lead.setUserData("leadImage");
    opens(byline, Messages.text("details.byline"), LittleEditors::byline);
    opens(date, Messages.text("details.date"), LittleEditors::date);
    opens(section, Messages.text("details.section"), LittleEditors::section);
    opens(tags, Messages.text("details.tags"), LittleEditors::tags);
    opens(site, Messages.text("details.site"), LittleEditors::site);
    site.managedProperty().bind(site.visibleProperty());
    opens(lead, Messages.text("details.lead"), LittleEditors::lead);
    opens(more, Messages.text("details.more"), LittleEditors::more);
    fill();
  }

  private double column() {
    Insets around = row.getInsets();
    double width = row.getWidth() - around.getLeft() - around.getRight();
    return width > 0 ? Math.floor(width) : Double.MAX_VALUE;
  }

  private void opens(Chip chip, String name, Function<LittleEditors, Node> editor) {
    chip.setOnAction(_ -> {
      close();
      LittleEditors editors =
          new LittleEditors(
              model,
              this::close,
              new LittleEditors.Lead(() -> chooseLead.run(), () -> describeLead.run()));
      Node content = editor.apply(editors);
      Popover panel = new Popover(name, content, () -> open = Optional.empty());
      open = Optional.of(panel);
      panel.show(chip);
    });
  }

  private void close() {
    open.ifPresent(Popover::close);
    open = Optional.empty();
  }

  /** What to put under the standfirst. */
  public Node node() {
    return row;
  }

  /** Shows what a draft says. */
  public void show(Details details, List<ImageRef> images) {
    model.show(details, images);
    fill();
  }

  /** Tells of each change a person makes. */
  public void onChange(Consumer<Details> listener) {
    changed = listener;
  }

  /** Tells when a person wants to choose a file for the lead image. */
  public void onChooseLead(Runnable listener) {
    chooseLead = listener;
  }

  /** Tells when a person wants to say what the lead image shows. */
  public void onDescribeLead(Runnable listener) {
    describeLead = listener;
  }

  /** Opens the editor of the lead image. */
  public void openLead() {
    lead.requestFocus();
    lead.fire();
  }

  /** Opens the editor of the address. */
  public void openAddress() {
    more.requestFocus();
    more.fire();
  }

  /** What stands for the lead image, to open more beside it. */
  public Node lead() {
    return lead;
  }

  /** Shows where the post is published; nothing where there is no site. */
  public void home(Home now) {
    model.home(now);
    fill();
  }

  /** Tells which site a person gives the post to; empty for none of its own. */
  public void onMoved(Consumer<Optional<UUID>> listener) {
    model.onMoved(to -> {
      fill();
      listener.accept(to);
    });
  }

  private void fill() {
    site.setVisible(!model.home().sites().isEmpty());
    say(site, model.home().name(), Messages.text("details.site.invite"));
    say(byline, model.byline(), Messages.text("details.byline.invite"));
    say(date, model.date(), Messages.text("details.date.invite"));
    say(section, model.section(), Messages.text("details.section.invite"));
    say(tags, model.tags(), Messages.text("details.tags.invite"));
    Optional<String> picture =
        model
            .details()
            .leadImage()
            .map(_ ->
                model.leadIsMissing()
                    ? Messages.text("details.lead.missing")
                    : Messages.text("details.lead.given"));
    say(lead, picture, Messages.text("details.lead.invite"));
    more.value(model.details().language().equals("en") ? "…" : model.languageName());
  }

  private static void say(Chip chip, Optional<String> value, String invitation) {
    value.ifPresentOrElse(chip::value, () -> chip.invite(invitation));
  }
}
