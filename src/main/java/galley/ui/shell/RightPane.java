package galley.ui.shell;

import galley.asset.Messages;
import galley.ui.kit.Icons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pane to the right: one row of tabs, and what the chosen one shows. */
final class RightPane {
  /** The tabs, in their order. */
  enum Tab {
    PREVIEW,
    REVIEW,
    OUTLINE,
    HISTORY
  }

  private record Page(ToggleButton button, Supplier<Node> content, Optional<Node> end) {}

  private final VBox node = new VBox();
  private final HBox tabs = new HBox();
  private final HBox end = new HBox();
  private final StackPane content = new StackPane();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<Tab, Page> pages = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Tab> shown = new ReadOnlyObjectWrapper<>(Tab.PREVIEW);

  /**
   * @param close runs when a person closes the pane
   */
  RightPane(Runnable close) {
    node.getStyleClass().add("right-pane");
    tabs.getStyleClass().add("tabs");
    tabs.setAccessibleRole(AccessibleRole.TAB_PANE);
    tabs.setAccessibleText(Messages.text("shell.tabs"));
    end.setAlignment(Pos.CENTER_RIGHT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button closing = new Button("", Icons.of(Feather.X));
    closing.getStyleClass().addAll("ghost", "icon-only");
    closing.setAccessibleText(Messages.text("shell.right.close"));
    closing.setTooltip(new Tooltip(Messages.text("shell.right.close")));
    closing.setOnAction(_ -> close.run());
    tabs.getChildren().setAll(gap, end, closing);
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinHeight(0);
    node.getChildren().setAll(tabs, content);
  }

  Region node() {
    return node;
  }

  /**
   * Adds a tab at the end.
   *
   * @param page made when the tab is first shown
   * @param atEnd what stands at the end of the row while it is shown
   */
  void add(Tab tab, String title, Supplier<Node> page, Optional<Node> atEnd) {
    ToggleButton button = new ToggleButton(title);
    button.setToggleGroup(group);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleRole(AccessibleRole.TAB_ITEM);
    button.setOnAction(_ -> show(tab));
    pages.put(tab, new Page(button, page, atEnd));
    tabs.getChildren().add(pages.size() - 1, button);
  }

  /** Says how many there are behind a tab; nothing for none. */
  void count(Tab tab, int number, String spoken) {
    Page page = pages.get(tab);
    if (page != null) {
      Label count = new Label(Integer.toString(number));
      count.getStyleClass().add("tab-count");
      page.button().setContentDisplay(ContentDisplay.RIGHT);
      page.button().setGraphic(number == 0 ? null : count);
      page.button().setAccessibleText(spoken);
    }
  }

  /** Lays a tab's page into the pane without showing it. */
  void lay(Tab tab) {
    Page page = pages.get(tab);
    if (page != null && !content.getChildren().contains(page.content().get())) {
      Node inside = page.content().get();
      inside.setVisible(false);
      content.getChildren().add(inside);
    }
  }

  /** Chooses a tab and shows its page. */
  void show(Tab tab) {
    Page page = pages.get(tab);
    if (page != null) {
      page.button().setSelected(true);
      Node inside = page.content().get();
      if (!content.getChildren().contains(inside)) {
        content.getChildren().add(inside);
      }
      for (Node child : content.getChildren()) {
        child.setVisible(child.equals(inside));
      }
      end.getChildren().setAll(page.end().stream().toList());
      shown.set(tab);
    }
  }

  /** Puts the keyboard on the chosen tab. */
  void focus() {
    Page page = pages.get(shown.get());
    if (page != null) {
      page.button().requestFocus();
    }
  }

  /** The tabs there are, in their order. */
  List<Tab> tabs() {
    return List.copyOf(pages.keySet());
  }

  ReadOnlyObjectProperty<Tab> shown() {
    return shown.getReadOnlyProperty();
  }
}
