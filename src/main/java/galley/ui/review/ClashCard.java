package galley.ui.review;

import galley.asset.Messages;
import galley.review.Conflict;
import galley.ui.kit.GrowingField;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Words that both sides changed, to be decided: mine, theirs, both or others. */
final class ClashCard extends VBox {
  private final Conflict conflict;
  private final ToggleGroup group = new ToggleGroup();
  private final GrowingField field =
      new GrowingField(Messages.text("review.clash.words"), Messages.text("review.clash.words"));

  ClashCard(Conflict conflict) {
    this.conflict = conflict;
    getStyleClass().addAll("note-card", "clash");
    String before = conflict.base().text();
    if (!before.isBlank()) {
      getChildren().add(side(Messages.text("review.clash.before"), before));
    }
    getChildren().add(side(Messages.text("review.clash.mine"), conflict.mine().text()));
    getChildren().add(side(Messages.text("review.clash.theirs"), conflict.theirs().text()));
    FlowPane row = new FlowPane();
    row.getStyleClass().add("note-row");
    row.getChildren()
        .setAll(
            choice(Messages.text("review.clash.take-mine"), conflict.mine().text()),
            choice(Messages.text("review.clash.take-theirs"), conflict.theirs().text()),
            choice(Messages.text("review.clash.take-both"), conflict.both()),
            choice(Messages.text("review.clash.edit"), ""));
    getChildren().add(row);
    ToggleButton last = (ToggleButton) row.getChildren().getLast();
    last.selectedProperty()
        .addListener((_, _, on) -> {
          getChildren().remove(field);
          if (on) {
            if (field.getText().isEmpty()) {
              field.setText(conflict.both());
            }
            getChildren().add(field);
            field.requestFocus();
          }
        });
  }

  private static VBox side(String name, String words) {
    return new VBox(
        2,
        ArrivalFacts.label(name, "clash-name"),
        ArrivalFacts.label(
            words.isBlank() ? Messages.text("review.clash.nothing") : words.strip(),
            "clash-words"));
  }

  private ToggleButton choice(String title, String words) {
    ToggleButton button = new ToggleButton(title);
    button.getStyleClass().add("small-button");
    button.setToggleGroup(group);
    button.setUserData(words);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> button.setSelected(true));
    return button;
  }

  Conflict conflict() {
    return conflict;
  }

  BooleanBinding decided() {
    return group.selectedToggleProperty().isNotNull();
  }

  /** The words that were decided for. */
  String words() {
    return getChildren().contains(field)
        ? field.getText()
        : String.valueOf(group.getSelectedToggle().getUserData());
  }
}
