package galley.ui.shell;

import galley.ui.kit.Look;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** What the window shows before there is anything to show. On the JavaFX thread. */
public final class BareFrame {
  private BareFrame() {}

  /** The bars and panes, with nothing in them. */
  public static Region node() {
    BorderPane frame = new BorderPane();
    frame.getStyleClass().add("main");
    frame.getStylesheets().add(Look.sheet("shell"));
    Region side = new Region();
    side.getStyleClass().add("frame-side");
    Region paper = new Region();
    paper.getStyleClass().add("middle");
    frame.setTop(TopBar.frame());
    frame.setLeft(side);
    frame.setCenter(paper);
    Region foot = new Region();
    foot.getStyleClass().add("status-bar");
    frame.setBottom(foot);
    return frame;
  }
}
