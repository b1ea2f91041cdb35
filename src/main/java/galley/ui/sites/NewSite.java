package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.DeskException;
import galley.desk.Sites;
import galley.post.Site;
import galley.text.LanguageTag;
import galley.ui.kit.Field;
import galley.ui.kit.Trouble;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes a site: its name, address and language; the rest comes later. On the JavaFX thread. */
final class NewSite {
  private final SitesModel model;
  private final Runnable made;
  private final Field name = Field.line(Messages.text("sites.name"), "");
  private final Field address = Field.line(Messages.text("sites.address"), "");
  private final Field language = Field.line(Messages.text("sites.language"), "en");
  private final CheckBox all = new CheckBox(Messages.text("sites.posts.all"));
  private final Button make = new Button(Messages.text("sites.make"));
  private final Label trouble = new Label();
  private final Region node;

  /**
   * @param cancelled runs when a person thinks better of it
   * @param made runs when there is the site
   */
  NewSite(SitesModel model, Runnable cancelled, Runnable made) {
    this.model = model;
    this.made = made;
    name.prompt(Messages.text("sites.name.prompt")).onTake(Taking::name);
    address
        .prompt(Messages.text("sites.address.prompt"))
        .hint(Messages.text("sites.address.hint"))
        .completing(Site::web)
        .onTake(Taking::address);
    language.hint(Messages.text("sites.language.hint")).onTake(Taking::language);
    all.setSelected(model.sites().isEmpty());
    make.getStyleClass().add("primary");
    make.setOnAction(_ -> make(() -> {}));
    Button cancel = new Button(Messages.text("sites.cancel"));
    cancel.getStyleClass().add("ghost");
    cancel.setOnAction(_ -> cancelled.run());
    for (Field field : List.of(name, address, language)) {
      if (field.control() instanceof TextField line) {
        line.setOnAction(_ -> make(() -> {}));
      }
    }
    Label title = new Label(Messages.text("sites.make.title"));
    title.getStyleClass().add("sites-heading");
    trouble.getStyleClass().add("bad");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    HBox buttons = new HBox(make, cancel);
    buttons.getStyleClass().add("sites-buttons");
    VBox form =
        new VBox(
            title,
            name.node(),
            address.node(),
            Parts.narrow(language),
            all,
            Parts.soft(Messages.text("sites.posts.all.hint")),
            trouble,
            buttons);
    form.getStyleClass().add("sites-form");
    node = Parts.scroll(form);
  }

  Region node() {
    return node;
  }

  void focus() {
    name.control().requestFocus();
  }

  /** Whether anything was typed that would be lost. */
  boolean isTyped() {
    return !(name.text() + address.text()).isEmpty();
  }

  /**
   * Makes the site, or says at its field what can't be taken.
   *
   * @param then runs when there is the site
   */
  void make(Runnable then) {
    boolean named = name.take();
    boolean placed = address.take();
    boolean said = language.take();
    if (named && placed && said) {
      try {
        make.setDisable(true);
        model.create(
            Sites.named(name.text(), address.text(), LanguageTag.of(language.text()).orElse("en")),
            all.isSelected(),
            () -> {
              made.run();
              then.run();
            },
            this::failed);
      } catch (DeskException e) {
        failed(e);
      }
    } else {
      Field wrong = named ? placed ? language : address : name;
      wrong.control().requestFocus();
    }
  }

  private void failed(Throwable failure) {
    make.setDisable(false);
    trouble.setText(Trouble.words(failure));
  }
}
