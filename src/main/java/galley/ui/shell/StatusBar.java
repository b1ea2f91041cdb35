package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.SaveState;
import galley.markdown.ParsedBody;
import galley.text.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the foot of the window: what is safe, how long the text is, where the caret is. */
final class StatusBar {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private final HBox node = new HBox();
  private final Region dot = new Region();
  private final Label saved = new Label();
  private final Tooltip whole = new Tooltip();
  private final Label counts = new Label();
  private final Tooltip characters = new Tooltip();
  private final Label work = new Label();
  private final Label position = new Label();
  private final Button zoom = new Button();
  private final Clock clock;

  /**
   * @param clock tells what today is, and in which zone
   * @param resetZoom runs when a person presses the zoom figure
   */
  StatusBar(Clock clock, Runnable resetZoom) {
    this.clock = clock;
    node.getStyleClass().add("status-bar");
    node.setAlignment(Pos.CENTER_LEFT);
    dot.getStyleClass().add("dot");
    HBox state = new HBox(dot, saved);
    state.getStyleClass().add("status-state");
    state.setAlignment(Pos.CENTER_LEFT);
    saved.setAccessibleRole(AccessibleRole.TEXT);
    saved.setMinWidth(60);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    zoom.getStyleClass().addAll("ghost", "status-zoom");
    zoom.setOnAction(_ -> resetZoom.run());
    zoom.setTooltip(new Tooltip(Messages.text("shell.zoom.reset")));
    counts.getStyleClass().add("status-words");
    position.getStyleClass().add("status-position");
    position.setMinWidth(Region.USE_PREF_SIZE);
    zoom.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().setAll(state, counts, work, gap, position, zoom);
  }

  Region node() {
    return node;
  }

  /** Says what is safe. Never saved before it is true. */
  void state(Optional<SaveState> state) {
    dot.setVisible(state.isPresent());
    String words = state.map(this::words).orElse("");
    String look = state.map(now -> look(now.kind())).orElse("");
    dress(dot, "dot", look);
    dress(saved, "label", look.equals("bad") ? "bad" : "plain");
    saved.setText(words);
    whole.setText(words);
    saved.setTooltip(words.isEmpty() ? null : whole);
    saved.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /** Sets the classes where they differ: even the same ones, set anew, are styled anew. */
  private static void dress(Node node, String... classes) {
    if (!node.getStyleClass().equals(List.of(classes))) {
      node.getStyleClass().setAll(classes);
    }
  }

  private String words(SaveState state) {
    return switch (state.kind()) {
      case SAVED -> Messages.text("shell.saved", time(state.at()));
      case CHANGED -> Messages.text("shell.changed");
      case FAILED -> Messages.text("shell.failed", state.message());
    };
  }

  /** The time for today, the day for what was saved before. */
  private String time(Instant at) {
    ZonedDateTime then = at.atZone(clock.getZone());
    LocalDate today = LocalDate.now(clock);
    if (then.toLocalDate().equals(today)) {
      return TIME.format(then);
    }
    return (then.getYear() == today.getYear() ? DAY : YEAR).format(then);
  }

  private static String look(SaveState.Kind kind) {
    return switch (kind) {
      case SAVED -> "ok";
      case CHANGED -> "draft";
      case FAILED -> "bad";
    };
  }

  /** Says how long the text is, as a reader reads it. */
  void length(ParsedBody body) {
    int words = body.words();
    counts.setText(Messages.text("shell.words", words, Words.readingMinutes(words)));
    characters.setText(
        Messages.text(
            "shell.characters", body.plainText().codePointCount(0, body.plainText().length())));
    counts.setTooltip(characters);
  }

  /** Says nothing of a length. */
  void noLength() {
    counts.setText("");
    counts.setTooltip(null);
  }

  /** Says what goes on in the background; nothing for an empty text. */
  void work(String what) {
    work.setText(what);
  }

  /** Says where the caret is, counted from 1; nothing for a line below 1. */
  void position(int line, int column) {
    position.setText(line < 1 ? "" : Messages.text("shell.position", line, column));
  }

  void zoom(double factor) {
    String percent = Messages.text("shell.zoom", Math.round(factor * 100));
    zoom.setText(percent);
    zoom.setAccessibleText(Messages.text("shell.zoom.name", percent));
  }
}
