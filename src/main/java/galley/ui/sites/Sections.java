package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.SiteView;
import galley.post.Site;
import galley.post.Site.Section;
import galley.text.Slug;
import galley.ui.kit.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The sections of a site, in the order of its navigation. On the JavaFX thread. */
final class Sections {
  private final SitesModel model;
  private final UUID id;
  private final List<Row> rows = new ArrayList<>();
  private final VBox list = new VBox();
  private final Removed removed = new Removed();
  private final Region node;

  Sections(SitesModel model, UUID id) {
    this.model = model;
    this.id = id;
    model.find(id).map(SiteView::site).map(Site::sections).orElseThrow().stream()
        .map(section -> new Row(Optional.of(section)))
        .forEach(rows::add);
    list.getStyleClass().add("sites-rows");
    Button add = new Button(Messages.text("sites.section.add"));
    add.setOnAction(_ -> add());
    Label none = Parts.soft(Messages.text("sites.section.hint"));
    VBox form = new VBox(none, list, removed.node(), add);
    form.getStyleClass().add("sites-form");
    node = Parts.scroll(form);
    fill();
  }

  Region node() {
    return node;
  }

  private void fill() {
    list.getChildren().setAll(rows.stream().map(row -> row.node).toList());
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).up.setDisable(i == 0);
      rows.get(i).down.setDisable(i == rows.size() - 1);
    }
  }

  private void add() {
    Row row = new Row(Optional.empty());
    rows.add(row);
    fill();
    row.name.control().requestFocus();
  }

  private void move(Row row, int by) {
    int at = rows.indexOf(row);
    int to = at + by;
    if (to >= 0 && to < rows.size()) {
      rows.remove(at);
      rows.add(to, row);
      fill();
      keep();
      Button again = by < 0 ? row.up : row.down;
      (again.isDisabled() ? row.name.control() : again).requestFocus();
    }
  }

  private void remove(Row row) {
    int at = rows.indexOf(row);
    rows.remove(row);
    fill();
    keep();
    row.section.ifPresent(gone ->
        removed.say(
            Messages.text("sites.section.removed", gone.name()),
            () -> {
              rows.add(Math.min(at, rows.size()), row);
              fill();
              keep();
            }));
  }

  /** Why a row's name can't be taken. */
  private Optional<String> refusal(Row row, String typed) {
    if (typed.isEmpty()) {
      return row.section.isEmpty()
          ? Optional.empty()
          : Optional.of(Messages.text("sites.stays", Messages.text("sites.section.nameless")));
    }
    boolean twice =
        rows.stream()
            .filter(other -> !other.equals(row))
            .flatMap(other -> other.section.stream())
            .anyMatch(other -> other.name().equalsIgnoreCase(typed));
    return twice ? Optional.of(Messages.text("sites.section.twice", typed)) : Optional.empty();
  }

  private void take(Row row, String name, String line) {
    List<String> taken =
        rows.stream().flatMap(other -> other.section.stream()).map(Section::slug).toList();
    String slug = row.section.map(Section::slug).orElseGet(() -> Slug.of(name, taken));
    row.section = Optional.of(new Section(name, slug, line));
    keep();
  }

  private void keep() {
    List<Section> now = rows.stream().flatMap(row -> row.section.stream()).toList();
    model.changeSite(id, site -> site.withSections(now));
  }

  /** One section, or one that has no name yet. */
  private final class Row {
    private final Field name;
    private final Field line;
    private final Button up =
        Parts.sign(Feather.ARROW_UP, Messages.text("sites.section.up"), () -> move(this, -1));
    private final Button down =
        Parts.sign(Feather.ARROW_DOWN, Messages.text("sites.section.down"), () -> move(this, 1));
    private final HBox node;
    private Optional<Section> section;

    Row(Optional<Section> section) {
      this.section = section;
      name =
          Field.line(Messages.text("sites.section.name"), section.map(Section::name).orElse(""))
              .prompt(Messages.text("sites.section.name"))
              .bare()
              .whenLeft();
      line =
          Field.line(
                  Messages.text("sites.section.line"), section.map(Section::description).orElse(""))
              .prompt(Messages.text("sites.section.line"))
              .bare();
      name.onTake(typed -> {
        Optional<String> refused = refusal(this, typed);
        if (refused.isEmpty() && !typed.isEmpty()) {
          take(this, typed, line.text());
        }
        return refused;
      });
      line.onTake(typed -> {
        this.section.ifPresent(known -> take(this, known.name(), typed));
        if (this.section.isEmpty() && !typed.isEmpty()) {
          name.say(Optional.of(Messages.text("sites.section.nameless")));
        }
        return Optional.empty();
      });
      Button gone =
          Parts.sign(Feather.X, Messages.text("sites.section.remove"), () -> remove(this));
      name.node().getStyleClass().add("sites-row-name");
      HBox.setHgrow(line.node(), Priority.ALWAYS);
      node = new HBox(name.node(), line.node(), new HBox(up, down, gone));
      node.getStyleClass().add("sites-row");
      node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
      if (event.isAltDown() && event.getCode() == KeyCode.UP) {
        move(this, -1);
        event.consume();
      } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
        move(this, 1);
        event.consume();
      }
    }
  }
}
