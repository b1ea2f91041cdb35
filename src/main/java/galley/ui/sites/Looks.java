package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.SiteView;
import galley.export.Theme;
import galley.post.Site;
import galley.text.Slug;
import galley.ui.kit.Field;
import galley.ui.kit.Fx;
import galley.ui.kit.Outside;
import galley.ui.kit.Trouble;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a site looks: its theme, the theme's settings, a copy to change. On the JavaFX thread. */
final class Looks {
  private static final List<String> COLOURS = List.of("accent", "accent-dark");

  private final SitesModel model;
  private final UUID id;
  private final VBox themes = new VBox();
  private final Field copyName;
  private final Button copy = new Button(Messages.text("sites.theme.copy"));
  private final VBox copying;
  private final Region node;
  private List<String> all = List.of();

  Looks(SitesModel model, UUID id) {
    this.model = model;
    this.id = id;
    themes.getStyleClass().add("sites-themes");
    copyName =
        Field.line(Messages.text("sites.theme.copy.name"), Slug.of(site().name()))
            .hint(Messages.text("sites.theme.copy.hint"));
    copy.setOnAction(_ -> copy());
    copying = new VBox(Parts.narrow(copyName), copy);
    copying.getStyleClass().add("sites-copy");
    VBox form =
        new VBox(
            heading(Messages.text("sites.theme")),
            themes,
            copying,
            heading(Messages.text("sites.theme.settings")),
            colour(Messages.text("sites.accent"), "accent"),
            colour(Messages.text("sites.accent.dark"), "accent-dark"),
            others());
    form.getStyleClass().add("sites-form");
    node = Parts.scroll(form);
    read();
  }

  Region node() {
    return node;
  }

  private static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("sites-heading");
    return label;
  }

  private Site site() {
    return model.find(id).map(SiteView::site).orElseThrow();
  }

  private void read() {
    Fx.deliver(
        model.desk().sites().themes(),
        found -> {
          all = found;
          show();
        },
        failure -> copyName.say(Optional.of(Trouble.words(failure))));
  }

  private void show() {
    ToggleGroup group = new ToggleGroup();
    String now = model.find(id).map(one -> one.site().theme()).orElse("");
    themes.getChildren().clear();
    for (String theme : all) {
      themes.getChildren().add(choice(theme, theme.equals(now), group));
    }
    if (!all.contains(now)) {
      themes.getChildren().add(Parts.soft(Messages.text("sites.theme.gone", now)));
    }
    boolean own = !Theme.names().contains(now);
    copying.setVisible(!own);
    copying.setManaged(!own);
  }

  private Region choice(String theme, boolean on, ToggleGroup group) {
    RadioButton button = new RadioButton(title(theme));
    button.setToggleGroup(group);
    button.setSelected(on);
    button.setOnAction(_ -> {
      model.changeSite(id, site -> site.withTheme(theme));
      boolean own = !Theme.names().contains(theme);
      copying.setVisible(!own);
      copying.setManaged(!own);
    });
    VBox box = new VBox(button);
    box.getStyleClass().add("sites-theme");
    if (Theme.names().contains(theme)) {
      box.getChildren().add(Parts.soft(about(theme)));
    } else {
      Path folder = model.desk().siteBuilding().themes().resolve(theme);
      Label path = Parts.soft(folder.toString());
      path.getStyleClass().add("sites-path");
      Button show = new Button(Messages.text("sites.theme.show"));
      show.setAccessibleText(Messages.text("sites.theme.show.name", theme));
      show.setOnAction(_ -> Outside.show(folder));
      box.getChildren().addAll(path, Parts.soft(Messages.text("sites.theme.own")), show);
    }
    return box;
  }

  private static String title(String theme) {
    return switch (theme) {
      case "opinion" -> Messages.text("sites.theme.opinion");
      case "plain" -> Messages.text("sites.theme.plain");
      default -> theme;
    };
  }

  private static String about(String theme) {
    return theme.equals("plain")
        ? Messages.text("sites.theme.plain.about")
        : Messages.text("sites.theme.opinion.about");
  }

  private void copy() {
    String from = site().theme();
    String as = copyName.text();
    copy.setDisable(true);
    Fx.deliver(
        model.desk().sites().copyTheme(from, as),
        _ -> {
          copy.setDisable(false);
          model.changeSite(id, site -> site.withTheme(as));
          read();
        },
        failure -> {
          copy.setDisable(false);
          copyName.say(Optional.of(Trouble.words(failure)));
        });
  }

  private Region colour(String name, String key) {
    String before = site().settings().getOrDefault(key, "");
    Region swatch = new Region();
    swatch.getStyleClass().add("sites-swatch");
    paint(swatch, before);
    Field field = Field.line(name, before).prompt(Messages.text("sites.accent.prompt"));
    field.control().getStyleClass().add("sites-short");
    if (key.equals("accent")) {
      field.hint(Messages.text("sites.accent.hint"));
    }
    field.onTake(typed -> {
      if (!typed.isEmpty() && !typed.matches("#[0-9A-Fa-f]{6}")) {
        return Optional.of(Messages.text("sites.stays", Messages.text("sites.accent.bad")));
      }
      paint(swatch, typed);
      set(key, typed);
      return Optional.empty();
    });
    return field.beside(swatch).node();
  }

  private static void paint(Region swatch, String colour) {
    swatch.setStyle(colour.matches("#[0-9A-Fa-f]{6}") ? "-g-swatch: " + colour + ";" : "");
  }

  private void set(String key, String value) {
    model.changeSite(
        id,
        site -> {
          Map<String, String> now = new TreeMap<>(site.settings());
          if (value.isEmpty()) {
            now.remove(key);
          } else {
            now.put(key, value);
          }
          return site.withSettings(now);
        });
  }

  private Region others() {
    String before =
        new TreeMap<>(site().settings())
            .entrySet().stream()
                .filter(one -> !COLOURS.contains(one.getKey()))
                .map(one -> one.getKey() + " = " + one.getValue())
                .collect(Collectors.joining("\n"));
    Field field =
        Field.lines(Messages.text("sites.settings.other"), before)
            .hint(Messages.text("sites.settings.hint"));
    field.onTake(typed -> {
      Map<String, String> said = new LinkedHashMap<>();
      for (String line : typed.lines().filter(one -> !one.isBlank()).toList()) {
        int at = line.indexOf('=');
        String key = at < 1 ? "" : line.substring(0, at).strip();
        if (key.isEmpty() || COLOURS.contains(key)) {
          return Optional.of(
              Messages.text("sites.stays", Messages.text("sites.settings.bad", line.strip())));
        }
        said.put(key, line.substring(at + 1).strip());
      }
      model.changeSite(
          id,
          site -> {
            Map<String, String> now = new TreeMap<>(site.settings());
            now.keySet().retainAll(COLOURS);
            now.putAll(said);
            return site.withSettings(now);
          });
      return Optional.empty();
    });
    return field.node();
  }
}
