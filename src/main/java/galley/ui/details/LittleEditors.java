package galley.ui.details;

import galley.asset.Messages;
import galley.post.Byline;
import galley.post.ImageRef;
import galley.post.KeptSite;
import galley.ui.kit.Field;
import galley.ui.kit.Fx;
import galley.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the chips open. Entries are taken while they are typed. On the JavaFX thread. */
final class LittleEditors {
  private final DetailsModel model;
  private final Runnable close;
  private final Lead lead;

  /**
   * What the window does for the lead image.
   *
   * @param choose asks for a picture file
   * @param describe asks what the picture shows, and who made it
   */
  record Lead(Runnable choose, Runnable describe) {}

  /**
   * @param close closes the panel an editor is in
   */
  LittleEditors(DetailsModel model, Runnable close, Lead lead) {
    this.model = model;
    this.close = close;
    this.lead = lead;
  }

  Node byline() {
    VBox fields = new VBox();
    fields.getStyleClass().add("names");
    List<TextField> names = new ArrayList<>();
    Runnable take = () -> model.names(names.stream().map(TextField::getText).toList());
    List<String> now = new ArrayList<>();
    model.details().bylines().stream().map(Byline::name).forEach(now::add);
    if (now.isEmpty()) {
      now.add("");
    }
    now.forEach(name -> addName(name, fields, names, take));
    Button more =
        Form.button(
            Messages.text("details.byline.add"),
            () -> addName("", fields, names, take).requestFocus());
    more.getStyleClass().add("ghost");
    return Form.column(
        Field.name(Messages.text("details.byline"), fields),
        fields,
        more,
        Form.picks(
            model.known().names(),
            name -> {
              TextField free =
                  names.stream()
                      .filter(field -> field.getText().isBlank())
                      .findFirst()
                      .orElseGet(() -> addName("", fields, names, take));
              free.setText(name);
            }));
  }

  private TextField addName(String name, VBox fields, List<TextField> names, Runnable take) {
    TextField field = new TextField(name);
    field.setAccessibleText(Messages.text("details.byline"));
    field.setPromptText(Messages.text("details.byline.prompt"));
    field.textProperty().addListener((_, _, _) -> take.run());
    field.setOnAction(_ -> close.run());
    HBox.setHgrow(field, Priority.ALWAYS);
    names.add(field);
    HBox row = Form.row(field);
    Button remove =
        Form.button(
            "",
            () -> {
              names.remove(field);
              fields.getChildren().remove(row);
              take.run();
            });
    remove.setGraphic(Icons.of(Feather.X));
    remove.getStyleClass().addAll("ghost", "icon-only");
    remove.setAccessibleText(Messages.text("details.byline.remove"));
    row.getChildren().add(remove);
    fields.getChildren().add(row);
    return field;
  }

  Node date() {
    String now = model.details().date().map(Object::toString).orElse("");
    TextField field = Form.field(now, model::date);
    field.setPromptText(Messages.text("details.date.prompt"));
    field.setOnAction(_ -> close.run());
    return Form.column(
        Field.name(Messages.text("details.date"), field),
        field,
        Form.hint(Messages.text("details.date.hint")),
        Form.row(
            Form.button(Messages.text("details.date.today"), () -> field.setText(model.today())),
            Form.button(Messages.text("details.date.none"), field::clear)));
  }

  Node section() {
    TextField field =
        Form.field(
            model.details().section(),
            name -> {
              model.section(name);
              return true;
            });
    field.setOnAction(_ -> close.run());
    return Form.column(
        Field.name(Messages.text("details.section"), field),
        field,
        Form.picks(
            model.known().sections(),
            name -> {
              field.setText(name);
              close.run();
            }));
  }

  Node tags() {
    TextField field = new TextField();
    FlowPane given = new FlowPane();
    given.getStyleClass().add("picks");
    Runnable[] fill = new Runnable[1];
    fill[0] =
        () -> {
          given.getChildren().clear();
          for (String tag : model.details().tags()) {
            Button remove =
                Form.button(
                    tag,
                    () -> {
                      model.removeTag(tag);
                      fill[0].run();
                      field.requestFocus();
                    });
            remove.getStyleClass().add("chip");
            remove.setGraphic(Icons.of(Feather.X));
            remove.setAccessibleText(Messages.text("details.tags.remove", tag));
            given.getChildren().add(remove);
          }
          given.setManaged(!given.getChildren().isEmpty());
        };
    fill[0].run();
    field.setPromptText(Messages.text("details.tags.prompt"));
    field.setOnAction(_ -> {
      if (field.getText().isBlank()) {
        close.run();
      } else {
        addTags(field, fill[0]);
      }
    });
    field
        .textProperty()
        .addListener((_, _, now) -> {
          if (now.endsWith(",")) {
            Fx.later(
                () -> addTags(field, fill[0])); // a field can't be cleared while it is typed in
          }
        });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            addTags(field, fill[0]);
          }
        });
    List<String> others =
        model.known().tags().stream().filter(tag -> !model.details().tags().contains(tag)).toList();
    return Form.column(
        Field.name(Messages.text("details.tags"), field),
        given,
        field,
        Form.picks(
            others,
            tag -> {
              model.addTags(tag);
              fill[0].run();
            }));
  }

  private void addTags(TextField field, Runnable fill) {
    if (!field.getText().isBlank()) {
      model.addTags(field.getText());
      field.clear();
      fill.run();
    }
  }

  Node lead() {
    ToggleGroup group = new ToggleGroup();
    VBox choices = new VBox();
    choices.getStyleClass().add("names");
    choices.getChildren().add(choice(Messages.text("details.lead.none"), Optional.empty(), group));
    for (ImageRef image : model.images()) {
      String file = image.file();
      String name = file.substring(file.lastIndexOf('/') + 1);
      choices.getChildren().add(choice(name, Optional.of(file), group));
    }
    VBox column = Form.column(Field.name(Messages.text("details.lead"), choices), choices);
    if (model.leadIsMissing()) {
      String file = model.details().leadImage().orElse("");
      column.getChildren().add(Form.hint(Messages.text("details.lead.missing.hint", file)));
    }
    HBox deeds = Form.row(after(Messages.text("details.lead.choose"), lead.choose()));
    if (model.details().leadImage().isPresent() && !model.leadIsMissing()) {
      deeds.getChildren().add(after(Messages.text("details.lead.describe"), lead.describe()));
    }
    column.getChildren().add(deeds);
    return column;
  }

  /** A button that closes the panel before it does something else. */
  private Button after(String words, Runnable deed) {
    return Form.button(
        words,
        () -> {
          close.run();
          deed.run();
        });
  }

  Node site() {
    ToggleGroup group = new ToggleGroup();
    VBox choices = new VBox();
    choices.getStyleClass().add("names");
    Home home = model.home();
    String takers = home.takers();
    choices
        .getChildren()
        .add(
            site(
                takers.isEmpty()
                    ? Messages.text("details.site.none")
                    : Messages.text("details.site.takers", takers),
                Optional.empty(),
                group));
    for (KeptSite kept : home.sites()) {
      choices.getChildren().add(site(kept.site().name(), Optional.of(kept.site().id()), group));
    }
    return Form.column(
        Field.name(Messages.text("details.site"), choices),
        choices,
        Form.hint(Messages.text("details.site.hint")));
  }

  private RadioButton site(String words, Optional<UUID> site, ToggleGroup group) {
    RadioButton choice = new RadioButton(words);
    choice.setWrapText(true);
    choice.setToggleGroup(group);
    choice.setSelected(model.home().given().equals(site));
    choice.setOnAction(_ -> model.move(site));
    return choice;
  }

  private RadioButton choice(String words, Optional<String> file, ToggleGroup group) {
    RadioButton choice = new RadioButton(words);
    choice.setToggleGroup(group);
    choice.setSelected(model.details().leadImage().equals(file));
    choice.setOnAction(_ -> model.lead(file));
    return choice;
  }

  Node more() {
    TextField slug = Form.field(model.details().slug(), model::slug);
    TextField language = Form.field(model.details().language(), model::language);
    slug.setOnAction(_ -> close.run());
    language.setOnAction(_ -> close.run());
    return Form.column(
        Field.name(Messages.text("details.slug"), slug),
        slug,
        Form.hint(Messages.text("details.slug.hint")),
        Form.button(
            Messages.text("details.slug.headline"), () -> slug.setText(model.slugOfHeadline())),
        Field.name(Messages.text("details.language"), language),
        language,
        Form.hint(Messages.text("details.language.hint")));
  }
}
