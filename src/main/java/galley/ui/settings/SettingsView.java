package galley.ui.settings;

import galley.asset.Messages;
import galley.desk.Preferences.Appearance;
import galley.ui.kit.Look;
import galley.ui.kit.Outside;
import galley.ui.kit.Segmented;
import galley.ui.kit.Sheet;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings sheet. What is changed here holds at once; there is nothing to confirm. */
public final class SettingsView {
  /** What a person can change, as the window holds it. */
  public record Choices(
      ObjectProperty<Appearance> appearance,
      DoubleProperty zoom,
      DoubleProperty size,
      BooleanProperty sync,
      BooleanProperty still) {}

  private static final double WIDTH = 640;
  private static final List<Double> SIZES = List.of(0.9, 1.0, 1.15, 1.3, 1.5, 2.0);
  private static final List<Double> ZOOMS = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0);

  private final Sheet sheet;

  /**
   * @param library the library's folder
   * @param second where a copy of every backup goes too
   * @param identity under which name somebody's notes stand
   */
  public SettingsView(
      Choices choices, Path library, SecondPlace.Ways second, Identity.Ways identity) {
    Identity me = new Identity(identity);
    sheet = new Sheet(Messages.text("settings.title"), Messages.text("settings.sub"), me::keep);
    CheckBox sync = new CheckBox(Messages.text("settings.sync"));
    sync.selectedProperty().bindBidirectional(choices.sync());
    CheckBox still = new CheckBox(Messages.text("settings.still"));
    still.selectedProperty().bindBidirectional(choices.still());
    VBox rows =
        new VBox(
            row(Messages.text("settings.appearance"), appearance(choices.appearance())),
            row(
                Messages.text("settings.zoom"),
                percent(Messages.text("settings.zoom"), ZOOMS, choices.zoom())),
            row(
                Messages.text("settings.size"),
                percent(Messages.text("settings.size"), SIZES, choices.size())),
            row(Messages.text("settings.preview"), sync),
            row(Messages.text("settings.motion"), still),
            row(Messages.text("settings.me"), me.node()),
            row(Messages.text("settings.library"), place(library)),
            row(Messages.text("settings.backups"), place(library.resolve("backups"))),
            row(Messages.text("settings.second"), new SecondPlace(second).node()));
    rows.getStyleClass().add("settings");
    Button done = new Button(Messages.text("settings.done"));
    done.getStyleClass().add("primary");
    done.setOnAction(_ -> sheet.close());
    sheet.box().getStylesheets().add(Look.sheet("settings"));
    sheet.width(WIDTH).body(rows).foot(List.of(), List.of(done));
  }

  /** Shows the sheet over a window. */
  public void open(Scene scene) {
    sheet.open(scene);
  }

  private static Region row(String name, Node control) {
    Label label = new Label(name);
    label.setWrapText(true);
    label.getStyleClass().add("settings-name");
    label.setLabelFor(control);
    FlowPane row = new FlowPane(label, control);
    row.getStyleClass().add("settings-row");
    row.setPrefWrapLength(WIDTH - 44);
    return row;
  }

  private static Node appearance(ObjectProperty<Appearance> appearance) {
    Map<Appearance, String> options = new EnumMap<>(Appearance.class);
    options.put(Appearance.SYSTEM, Messages.text("settings.system"));
    options.put(Appearance.LIGHT, Messages.text("settings.light"));
    options.put(Appearance.DARK, Messages.text("settings.dark"));
    Segmented<Appearance> segmented =
        new Segmented<>(Messages.text("settings.appearance"), options, appearance.get());
    segmented.value().bindBidirectional(appearance);
    return segmented.node();
  }

  private static Node percent(String name, List<Double> steps, DoubleProperty value) {
    Map<Double, String> options = new LinkedHashMap<>();
    steps.forEach(
        step -> options.put(step, Messages.text("settings.percent", Math.round(step * 100))));
    Segmented<Double> segmented = new Segmented<>(name, options, value.get());
    segmented.value().addListener((_, _, now) -> value.set(now));
    return segmented.node();
  }

  private static Node place(Path folder) {
    Label path = new Label(folder.toString());
    path.getStyleClass().add("settings-path");
    path.setWrapText(true);
    Button show = new Button(Messages.text("settings.show"));
    show.setAccessibleText(Messages.text("settings.show.name", folder));
    show.setOnAction(_ -> Outside.show(folder));
    VBox box = new VBox(path, show);
    box.getStyleClass().add("settings-place");
    return box;
  }
}
