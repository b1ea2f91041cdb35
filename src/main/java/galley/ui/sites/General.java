package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.SiteView;
import galley.post.Site;
import galley.text.LanguageTag;
import galley.ui.kit.Field;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a site is called, where it is, and what it says of itself. On the JavaFX thread. */
final class General {
  private final SitesModel model;
  private final UUID id;
  private final Region node;

  General(SitesModel model, UUID id) {
    this.model = model;
    this.id = id;
    Site site = model.find(id).map(SiteView::site).orElseThrow();
    Field called = Field.line(Messages.text("sites.name"), site.name()).whenLeft();
    takes(called, Taking::name, Site::withName);
    Field address =
        Field.line(Messages.text("sites.address"), site.address())
            .hint(Messages.text("sites.address.hint"))
            .completing(Site::web)
            .whenLeft();
    takes(address, Taking::address, Site::withAddress);
    Field language =
        Field.line(Messages.text("sites.language"), site.language())
            .hint(Messages.text("sites.language.hint"))
            .whenLeft();
    takes(
        language,
        Taking::language,
        (now, typed) -> now.withLanguage(LanguageTag.of(typed).orElse(now.language())));
    Field description =
        Field.lines(Messages.text("sites.description"), site.description())
            .hint(Messages.text("sites.description.hint"));
    takes(
        description,
        _ -> Optional.empty(),
        (now, typed) -> now.withDescription(typed.replaceAll("\\s+", " ")));
    Field social =
        Field.lines(Messages.text("sites.social"), String.join("\n", site.social()))
            .hint(Messages.text("sites.social.hint"))
            .completing(Taking::completed);
    takes(social, Taking::links, (now, typed) -> now.withSocial(Taking.lines(typed)));
    VBox form =
        new VBox(
            called.node(),
            address.node(),
            Parts.narrow(language),
            description.node(),
            social.node());
    form.getStyleClass().add("sites-form");
    node = Parts.scroll(form);
  }

  Region node() {
    return node;
  }

  private void takes(
      Field field,
      Function<String, Optional<String>> check,
      BiFunction<Site, String, Site> change) {
    field.onTake(typed -> {
      Optional<String> refused = check.apply(typed);
      if (refused.isEmpty()) {
        model.changeSite(id, now -> change.apply(now, typed));
      }
      return refused.map(why -> Messages.text("sites.stays", why));
    });
  }
}
