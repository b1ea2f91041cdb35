package galley.ui.sites;

import galley.asset.Messages;
import galley.post.Destination;
import galley.publish.Ability;
import galley.publish.PublishException;
import galley.publish.Tried;
import galley.ui.kit.Fx;
import galley.ui.kit.Trouble;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One destination: where it is, and whether its host is as it should be. On the JavaFX thread. */
final class DestinationRow {
  private final Destination to;
  private final Function<Destination, SitesView.Trial> tryOut;
  private final Button test = new Button(Messages.text("sites.test"));
  private final Button cancel = new Button(Messages.text("sites.cancel"));
  private final Button make = new Button(Messages.text("sites.to.make"));
  private final Label said = Parts.soft("");
  private final ProgressBar busy = new ProgressBar(-1);
  private final HBox under = new HBox(busy, said, make, cancel);
  private final VBox node;
  private Optional<SitesView.Trial> trial = Optional.empty();

  /**
   * @param tryOut connects to a destination
   * @param makeFolder makes the folder it names
   */
  DestinationRow(
      Destination to,
      Function<Destination, SitesView.Trial> tryOut,
      Function<Destination, CompletableFuture<Boolean>> makeFolder,
      Runnable change,
      Runnable remove) {
    this.to = to;
    this.tryOut = tryOut;
    Label name = new Label(to.name());
    name.getStyleClass().add("strong");
    name.setWrapText(true);
    Label place = Parts.soft(Kind.of(to).title() + " · " + Kind.place(to) + linked());
    VBox words = new VBox(name, place);
    HBox.setHgrow(words, Priority.ALWAYS);
    test.setMinWidth(Region.USE_PREF_SIZE);
    test.setAccessibleText(Messages.text("sites.test.name", to.name()));
    test.setOnAction(_ -> test());
    Button other = new Button(Messages.text("sites.to.change"));
    other.setMinWidth(Region.USE_PREF_SIZE);
    other.setAccessibleText(Messages.text("sites.to.change.name", to.name()));
    other.setOnAction(_ -> change.run());
    Button gone = Parts.sign(Feather.X, Messages.text("sites.to.remove.name", to.name()), remove);
    HBox row = new HBox(words, test, other, gone);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sites-buttons");
    cancel.getStyleClass().add("ghost");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(_ -> leave());
    make.setMinWidth(Region.USE_PREF_SIZE);
    make.setOnAction(_ -> {
      make.setDisable(true);
      Fx.deliver(makeFolder.apply(to), _ -> test(), this::failed);
    });
    busy.setAccessibleText(Messages.text("sites.test.busy"));
    busy.getStyleClass().add("sites-busy");
    under.setAlignment(Pos.CENTER_LEFT);
    under.getStyleClass().add("sites-buttons");
    HBox.setHgrow(said, Priority.ALWAYS);
    node = new VBox(row, under);
    node.getStyleClass().add("sites-destination");
    offer(false);
    show(false);
  }

  private String linked() {
    return Kind.isLinked(to) ? " · " + Messages.text("sites.serving.link.short") : "";
  }

  Region node() {
    return node;
  }

  /** Waits for the host no longer. */
  void leave() {
    if (trial.isPresent()) {
      stop();
      say("soft", Messages.text("sites.test.stopped"));
    }
  }

  private void stop() {
    trial.ifPresent(under -> under.stop().run());
    trial = Optional.empty();
    show(false);
  }

  private void test() {
    SitesView.Trial now = tryOut.apply(to);
    trial = Optional.of(now);
    offer(false);
    say("soft", Messages.text("sites.test.busy"));
    show(true);
    cancel.requestFocus();
    Fx.deliver(
        now.outcome(),
        found -> end(now, words(found)),
        failure -> {
          if (trial.filter(now::equals).isPresent()) {
            boolean held = cancel.isFocused();
            stop();
            failed(failure);
            if (held) {
              (make.isVisible() ? make : test).requestFocus();
            }
          }
        });
  }

  private void failed(Throwable failure) {
    say("bad", Trouble.words(failure));
    boolean missing =
        failure instanceof PublishException known
            && known.kind() == PublishException.Kind.NO_FOLDER;
    offer(missing);
  }

  private void offer(boolean shown) {
    make.setDisable(false);
    make.setVisible(shown);
    make.setManaged(shown);
  }

  private void end(SitesView.Trial now, String words) {
    if (trial.filter(now::equals).isPresent()) {
      boolean held = cancel.isFocused();
      stop();
      say("ok", words);
      if (held) {
        test.requestFocus();
      }
    }
  }

  private void say(String look, String words) {
    said.getStyleClass().setAll("label", "small", look);
    said.setText(words);
    show(trial.isPresent());
  }

  private void show(boolean working) {
    test.setDisable(working);
    busy.setVisible(working);
    busy.setManaged(working);
    cancel.setVisible(working);
    cancel.setManaged(working);
    boolean any = !said.getText().isEmpty();
    under.setVisible(any);
    under.setManaged(any);
  }

  private static String words(Tried found) {
    String there =
        found
            .release()
            .map(release -> Messages.text("sites.test.release", release))
            .orElse(
                found.others()
                    ? Messages.text("sites.test.others")
                    : Messages.text("sites.test.empty"));
    String how =
        switch (found.ability()) {
          case COMMIT -> Messages.text("sites.test.commit");
          case SWAP -> Messages.text("sites.test.swap");
          case RENAME -> Messages.text("sites.test.rename");
          case NONE -> Messages.text("sites.test.none");
        };
    String first =
        found.ability() == Ability.COMMIT
            ? Messages.text("sites.test.answers")
            : Messages.text("sites.test.ok");
    return first + " " + there + " " + how;
  }
}
