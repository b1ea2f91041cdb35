package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.SiteView;
import galley.post.Site;
import galley.post.Site.Contributor;
import galley.text.Slug;
import galley.ui.kit.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who writes on a site: name, a few words, a picture, addresses. On the JavaFX thread. */
final class Authors {
  private final SitesModel model;
  private final UUID id;
  private final Supplier<Optional<Path>> choose;
  private final List<Entry> entries = new ArrayList<>();
  private final VBox list = new VBox();
  private final Removed removed = new Removed();
  private final Region node;

  /**
   * @param choose asks for a picture's file
   */
  Authors(SitesModel model, UUID id, Supplier<Optional<Path>> choose) {
    this.model = model;
    this.id = id;
    this.choose = choose;
    model.find(id).map(SiteView::site).map(Site::authors).orElseThrow().stream()
        .map(author -> new Entry(Optional.of(author)))
        .forEach(entries::add);
    Button add = new Button(Messages.text("sites.author.add"));
    add.setOnAction(_ -> add());
    list.getStyleClass().add("sites-authors");
    VBox form = new VBox(Parts.soft(Messages.text("sites.author.hint")), list, removed.node(), add);
    form.getStyleClass().add("sites-form");
    node = Parts.scroll(form);
    fill();
  }

  Region node() {
    return node;
  }

  private void fill() {
    list.getChildren().setAll(entries.stream().map(entry -> entry.node).toList());
  }

  private void add() {
    Entry entry = new Entry(Optional.empty());
    entries.add(entry);
    fill();
    entry.name.control().requestFocus();
  }

  private void remove(Entry entry) {
    int at = entries.indexOf(entry);
    entries.remove(entry);
    fill();
    keep();
    entry.author.ifPresent(gone ->
        removed.say(
            Messages.text("sites.author.removed", gone.name()),
            () -> {
              entries.add(Math.min(at, entries.size()), entry);
              fill();
              keep();
            }));
  }

  private Optional<String> refusal(Entry entry, String typed) {
    if (typed.isEmpty()) {
      return entry.author.isEmpty()
          ? Optional.empty()
          : Optional.of(Messages.text("sites.stays", Messages.text("sites.author.nameless")));
    }
    boolean twice =
        entries.stream()
            .filter(other -> !other.equals(entry))
            .flatMap(other -> other.author.stream())
            .anyMatch(other -> other.name().equalsIgnoreCase(typed));
    return twice ? Optional.of(Messages.text("sites.author.twice", typed)) : Optional.empty();
  }

  private void keep() {
    List<Contributor> now = entries.stream().flatMap(entry -> entry.author.stream()).toList();
    model.changeSite(id, site -> site.withAuthors(now));
  }

  /** One author, or one who has no name yet. */
  private final class Entry {
    private final Field name;
    private final Field bio;
    private final Field links;
    private final Portrait portrait;
    private final HBox node;
    private Optional<Contributor> author;

    Entry(Optional<Contributor> author) {
      this.author = author;
      name =
          Field.line(Messages.text("sites.author.name"), author.map(Contributor::name).orElse(""))
              .prompt(Messages.text("sites.author.prompt"))
              .whenLeft();
      bio =
          Field.lines(Messages.text("sites.author.bio"), author.map(Contributor::bio).orElse(""))
              .hint(Messages.text("sites.author.bio.hint"));
      links =
          Field.lines(
                  Messages.text("sites.author.links"),
                  String.join("\n", author.map(Contributor::links).orElse(List.of())))
              .hint(Messages.text("sites.social.hint"))
              .completing(Taking::completed);
      name.onTake(typed -> {
        Optional<String> refused = refusal(this, typed);
        if (refused.isEmpty() && !typed.isEmpty()) {
          take(typed);
        }
        return refused;
      });
      bio.onTake(_ -> {
        again();
        wantName();
        return Optional.empty();
      });
      links.onTake(typed -> {
        Optional<String> refused = Taking.links(typed);
        if (refused.isEmpty()) {
          again();
          wantName();
        }
        return refused.map(why -> Messages.text("sites.stays", why));
      });
      portrait =
          new Portrait(model.desk(), author.flatMap(Contributor::picture), choose, this::again);
      VBox fields = new VBox(name.node(), bio.node(), links.node());
      fields.getStyleClass().add("sites-author-fields");
      HBox.setHgrow(fields, Priority.ALWAYS);
      Button gone = Parts.sign(Feather.X, Messages.text("sites.author.remove"), () -> remove(this));
      node = new HBox(portrait.node(), fields, gone);
      node.getStyleClass().add("sites-author");
    }

    /** What was said of somebody without a name is not kept, and not lost without a word. */
    private void wantName() {
      if (author.isEmpty() && !(bio.text() + links.text()).isEmpty()) {
        name.say(Optional.of(Messages.text("sites.author.nameless")));
      }
    }

    private void again() {
      author.ifPresent(known -> take(known.name()));
    }

    private void take(String called) {
      List<String> taken =
          entries.stream().flatMap(other -> other.author.stream()).map(Contributor::slug).toList();
      String slug = author.map(Contributor::slug).orElseGet(() -> Slug.of(called, taken));
      List<String> addresses =
          Taking.links(links.text()).isEmpty()
              ? Taking.lines(links.text())
              : author.map(Contributor::links).orElse(List.of());
      author =
          Optional.of(new Contributor(called, slug, bio.text(), portrait.picture(), addresses));
      keep();
    }
  }
}
