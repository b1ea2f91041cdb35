package galley.ui.publish;

import galley.asset.Messages;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lines that the sheet is made of. */
final class Rows {
  private Rows() {}

  /** How a line begins, and what it says to those who can't see its colour. */
  enum Mark {
    OK("✓", "ok"),
    WARN("!", "warn"),
    BAD("✕", "bad");

    private final String sign;
    private final String look;

    Mark(String sign, String look) {
      this.sign = sign;
      this.look = look;
    }

    private String spoken(String text) {
      return switch (this) {
        case OK -> Messages.text("publish.is.ok", text);
        case WARN -> Messages.text("publish.is.warning", text);
        case BAD -> Messages.text("publish.is.error", text);
      };
    }
  }

  static Label eyebrow(String words) {
    Label label = new Label(words.toUpperCase(Locale.UK));
    label.setAccessibleText(words);
    label.getStyleClass().add("eyebrow");
    return label;
  }

  /** Words that wrap and are never cut off. */
  static Label words(String text, String... looks) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(looks);
    return label;
  }

  /** A sentence with its mark, and what can be done about it below. */
  static HBox marked(Mark mark, String text, String below, List<? extends Node> deeds) {
    Label sign = new Label(mark.sign);
    sign.getStyleClass().addAll("publish-mark", mark.look);
    sign.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    VBox column = new VBox(words(text, "medium"));
    if (!below.isEmpty()) {
      column.getChildren().add(words(below, "soft", "small"));
    }
    if (!deeds.isEmpty()) {
      FlowPane row = new FlowPane();
      row.getStyleClass().add("publish-deeds");
      row.setMinHeight(Region.USE_PREF_SIZE);
      row.getChildren().addAll(deeds);
      column.getChildren().add(row);
    }
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox line = new HBox(sign, column);
    line.getStyleClass().add("publish-line");
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(mark.spoken(text));
    return line;
  }

  /** Something to do, as a button. */
  static Button button(String words, String look, Runnable deed) {
    Button button = new Button(words);
    button.getStyleClass().add(look);
    button.setOnAction(_ -> deed.run());
    return button;
  }

  /** Something to do, as a link. */
  static Hyperlink link(String words, String spoken, Runnable deed) {
    Hyperlink link = new Hyperlink(words);
    link.getStyleClass().add("small");
    link.setAccessibleText(spoken);
    link.setOnAction(_ -> {
      link.setVisited(false);
      deed.run();
    });
    return link;
  }
}
