package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Review;
import galley.review.SignOff;
import galley.ui.history.DiffView;
import galley.ui.kit.Fx;
import galley.ui.kit.GrowingField;
import galley.ui.kit.Icons;
import galley.ui.kit.Sheet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Who answers for the post, whether it was changed since, and the way to answer for it. On the
 * JavaFX thread.
 */
final class SigningOff {
  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

  private final MainModel model;
  private final Clock clock;
  private final HBox node = new HBox();
  private final Label words = new Label();
  private final Button deed = new Button();
  private final Button changes = new Button(Messages.text("shell.sign.changes"));
  private final PauseTransition soon = new PauseTransition(Duration.millis(600));
  private Optional<Review> review = Optional.empty();
  private int open;

  SigningOff(MainModel model, Clock clock) {
    this.model = model;
    this.clock = clock;
    node.getStyleClass().add("sign-off");
    node.setAlignment(Pos.CENTER_LEFT);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    for (Button button : List.of(changes, deed)) {
      button.getStyleClass().add("small-button");
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    changes.setOnAction(_ -> showChanges());
    changes.managedProperty().bind(changes.visibleProperty());
    node.getChildren().setAll(words, changes, deed);
    soon.setOnFinished(_ -> tell());
  }

  Region node() {
    return node;
  }

  /** Follows another post. */
  void follow(Optional<Review> of) {
    review = of;
    tell();
  }

  /**
   * Says anew what stands.
   *
   * @param openNotes how many wait for somebody
   */
  void tell(int openNotes) {
    open = openNotes;
    tell();
  }

  /** The post was changed; says so in a moment. */
  void edited() {
    if (review.flatMap(Review::signOff).isPresent()) {
      soon.playFromStart();
    }
  }

  private void tell() {
    node.setVisible(review.isPresent());
    node.setManaged(review.isPresent());
    if (review.isEmpty()) {
      return;
    }
    Review now = review.get();
    Optional<SignOff> signed = now.signOff().filter(one -> !one.what().withdrawn());
    boolean changed = signed.isPresent() && now.changedSinceSignOff();
    words.getStyleClass().removeAll("ok", "warn", "soft");
    changes.setVisible(changed);
    if (signed.isEmpty()) {
      words.setText(Messages.text("shell.sign.none"));
      words.getStyleClass().add("soft");
      words.setGraphic(null);
    } else {
      SignOff by = signed.get();
      String text =
          changed
              ? Messages.text("shell.sign.changed", by.author().name(), when(by.at()))
              : Messages.text("shell.sign.by", by.author().name(), when(by.at()));
      words.setText(by.verified() ? text : text + " " + Messages.text("shell.sign.unverified"));
      words.getStyleClass().add(changed || !by.verified() ? "warn" : "ok");
      words.setGraphic(Icons.of(changed ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE));
    }
    boolean mine = signed.isPresent() && !changed && signed.get().author().equals(now.me());
    deed.setText(mine ? Messages.text("shell.sign.take-back") : Messages.text("shell.sign.off"));
    deed.setOnAction(_ -> {
      if (mine) {
        done(now.withdrawSignOff(""));
      } else {
        ask();
      }
    });
  }

  private String when(Instant then) {
    ZonedDateTime at = then.atZone(clock.getZone());
    return (at.toLocalDate().equals(LocalDate.now(clock)) ? TODAY : DAY).format(at);
  }

  /** Asks for a word about it, and answers for the post. */
  void ask() {
    if (review.isEmpty()) {
      return;
    }
    Review now = review.get();
    GrowingField note =
        new GrowingField(Messages.text("shell.sign.note"), Messages.text("shell.sign.note"));
    List<Node> parts = new ArrayList<>();
    if (open > 0) {
      Label waiting = new Label(Messages.text("shell.sign.open", open));
      waiting.getStyleClass().add("warn");
      waiting.setWrapText(true);
      parts.add(waiting);
    }
    parts.add(note);
    VBox box = new VBox(10);
    box.getChildren().setAll(parts);
    Button sign = new Button(Messages.text("shell.sign.off"));
    sign.getStyleClass().add("primary");
    Button cancel = new Button(Messages.text("shell.cancel"));
    cancel.getStyleClass().add("ghost");
    Sheet sheet =
        new Sheet(Messages.text("shell.sign.title"), Messages.text("shell.sign.sub"), () -> {});
    cancel.setOnAction(_ -> sheet.close());
    sign.setOnAction(_ -> {
      sheet.close();
      done(now.signOff(note.getText().strip()));
    });
    sheet.width(480).body(box).foot(List.of(), List.of(cancel, sign)).open(model.scene());
  }

  private void showChanges() {
    Review now = review.orElseThrow();
    String body = model.open().snapshot().get().body();
    CompletableFuture<DiffView.Comparison> compared =
        now.signedText().thenApply(signed -> DiffView.compare(signed.orElse(body), body, true));
    Fx.deliver(compared, this::show, model::trouble);
  }

  private void show(DiffView.Comparison comparison) {
    DiffView diff = new DiffView(Messages.text("shell.sign.changes"));
    diff.show(comparison, DiffView.Way.MARKUP);
    diff.node().setPrefHeight(420);
    Button close = new Button(Messages.text("shell.done"));
    close.getStyleClass().add("primary");
    Sheet sheet =
        new Sheet(
            Messages.text("shell.sign.since"), Messages.text("shell.sign.since.sub"), () -> {});
    close.setOnAction(_ -> sheet.close());
    sheet.width(760).edgeToEdge(diff.node()).foot(List.of(), List.of(close)).open(model.scene());
  }

  private void done(CompletableFuture<?> work) {
    Fx.deliver(work, _ -> tell(), model::trouble);
  }
}
