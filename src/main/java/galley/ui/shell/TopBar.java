package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Preferences.Mode;
import galley.post.Stage;
import galley.review.StageMove;
import galley.ui.kit.Segmented;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The row at the top: the name with its menu, the stage, the mode, commands and export. */
final class TopBar {
  // in letters of the interface: where the longer words fit, and where the least fits
  private static final double WIDE = 84;
  private static final double MIDDLE = 66;
  private static final double NARROW = 52;

  private final HBox node = new HBox();
  private final MenuButton menu = new MenuButton();
  private final MenuButton stage = new MenuButton();
  private final Region stageDot = new Region();
  private final Segmented<Mode> modes;
  private final Button commands = new Button();
  private final Button send = new Button(Messages.text("shell.send"));
  private final Button export = new Button(Messages.text("shell.export.short"));
  private final Consumer<Stage> moved;

  /**
   * @param moved is told the stage a person has chosen
   */
  TopBar(Consumer<Stage> moved) {
    this.moved = moved;
    node.getStyleClass().add("top-bar");
    node.setAlignment(Pos.CENTER_LEFT);
    menu.setGraphic(mark());
    menu.setAccessibleText(Messages.text("shell.menu"));
    menu.getStyleClass().addAll("ghost", "wordmark-menu");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    stageDot.getStyleClass().add("dot");
    stage.setGraphic(stageDot);
    stage.getStyleClass().addAll("pill", "stage-menu");
    stage.setMinWidth(Region.USE_PREF_SIZE);
    Map<Mode, String> options = new EnumMap<>(Mode.class);
    options.put(Mode.WRITE, Messages.text("shell.mode.write"));
    options.put(Mode.SPLIT, Messages.text("shell.mode.split"));
    options.put(Mode.REVIEW, Messages.text("shell.mode.review"));
    options.put(Mode.FOCUS, Messages.text("shell.mode.focus"));
    modes = new Segmented<>(Messages.text("shell.mode"), options, Mode.SPLIT);
    commands.getStyleClass().add("ghost");
    commands.setMinWidth(Region.USE_PREF_SIZE);
    commands.setAccessibleText(Messages.text("shell.palette"));
    export.getStyleClass().add("primary");
    export.setMinWidth(Region.USE_PREF_SIZE);
    send.setMinWidth(Region.USE_PREF_SIZE);
    send.setAccessibleText(Messages.text("shell.send"));
    StackPane slot = new StackPane(stage);
    slot.getStyleClass().add("stage-slot");
    slot.visibleProperty().bind(stage.visibleProperty());
    slot.managedProperty().bind(stage.visibleProperty());
    node.getChildren().setAll(menu, gap(), slot, modes.node(), gap(), commands, send, export);
    node.setMinWidth(0);
    node.widthProperty().addListener((_, _, _) -> fit());
    export.fontProperty().addListener((_, _, _) -> fit());
    fit();
  }

  /** The bar of a window that has nothing to show yet. */
  static Region frame() {
    HBox bar = new HBox(mark());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("top-bar", "frame-top");
    return bar;
  }

  private static TextFlow mark() {
    Text name = new Text(Messages.text("shell.name"));
    Text point = new Text(Messages.text("shell.name.point"));
    name.getStyleClass().add("wordmark");
    point.getStyleClass().add("wordmark-point");
    TextFlow mark = new TextFlow(name, point);
    mark.setMaxHeight(Region.USE_PREF_SIZE);
    return mark;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private void fit() {
    double letters = node.getWidth() / export.getFont().getSize();
    commands.setText(
        letters < WIDE ? Messages.text("shell.commands.short") : Messages.text("shell.commands"));
    send.setText(
        letters < MIDDLE ? Messages.text("shell.send.short") : Messages.text("shell.send"));
    commands.setVisible(letters >= NARROW); // the menu has it as well
    commands.setManaged(letters >= NARROW);
  }

  Region node() {
    return node;
  }

  MenuButton menu() {
    return menu;
  }

  Segmented<Mode> modes() {
    return modes;
  }

  Button commands() {
    return commands;
  }

  /** Packs the post for somebody else. */
  Button send() {
    return send;
  }

  Button export() {
    return export;
  }

  /** Shows how far the open post has come; nothing while none is open. */
  void stage(Optional<Stage> now) {
    stage.setVisible(now.isPresent());
    now.ifPresent(current -> {
      stageDot.getStyleClass().setAll("dot", current.key());
      stage.setText(words(current));
      stage.setAccessibleText(Messages.text("shell.stage", words(current)));
      ToggleGroup group = new ToggleGroup();
      stage.getItems().clear();
      for (Stage each : Stage.values()) {
        RadioMenuItem item = new RadioMenuItem(words(each));
        item.setToggleGroup(group);
        item.setSelected(each == current);
        item.setOnAction(_ -> moved.accept(each));
        stage.getItems().add((MenuItem) item);
      }
    });
  }

  /** Says who moved the post on last. */
  void stageBy(Optional<StageMove> last) {
    stage.setTooltip(
        last.map(move ->
                new Tooltip(
                    Messages.text("shell.stage.who", words(move.to()), move.author().name())))
            .orElse(null));
  }

  static String words(Stage stage) {
    return switch (stage) {
      case DRAFT -> Messages.text("shell.stage.draft");
      case IN_REVIEW -> Messages.text("shell.stage.review");
      case READY -> Messages.text("shell.stage.ready");
      case PUBLISHED -> Messages.text("shell.stage.published");
    };
  }
}
