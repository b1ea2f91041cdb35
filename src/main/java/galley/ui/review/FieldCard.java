package galley.ui.review;

import galley.asset.Messages;
import galley.review.DraftMerge.FieldConflict;
import galley.review.DraftMerge.Side;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** A field that both sides changed, to be decided: mine or theirs. */
final class FieldCard extends VBox {
  private final FieldConflict conflict;
  private final ToggleGroup group = new ToggleGroup();

  FieldCard(FieldConflict conflict) {
    this.conflict = conflict;
    getStyleClass().addAll("note-card", "clash");
    getChildren()
        .setAll(
            ArrivalFacts.label(name(conflict.field()), "clash-name"),
            choice(Messages.text("review.clash.field-mine", shown(conflict.mine())), Side.MINE),
            choice(
                Messages.text("review.clash.field-theirs", shown(conflict.theirs())), Side.THEIRS));
  }

  private static String shown(String value) {
    return value.isBlank() ? Messages.text("review.clash.nothing") : value;
  }

  private static String name(String key) {
    if (key.startsWith("image.")) {
      return Messages.text("review.clash.image", key.substring(key.lastIndexOf('/') + 1));
    }
    return switch (key) {
      case "headline" -> Messages.text("review.clash.headline");
      case "standfirst" -> Messages.text("review.clash.standfirst");
      default -> NoteWords.field(key.startsWith("extra.") ? key.substring(6) : key);
    };
  }

  private ToggleButton choice(String title, Side side) {
    ToggleButton button = new ToggleButton(title);
    button.getStyleClass().addAll("small-button", "clash-field");
    button.setWrapText(true);
    button.setToggleGroup(group);
    button.setUserData(side);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(USE_PREF_SIZE);
    button.setOnAction(_ -> button.setSelected(true));
    return button;
  }

  FieldConflict conflict() {
    return conflict;
  }

  BooleanBinding decided() {
    return group.selectedToggleProperty().isNotNull();
  }

  Side side() {
    return (Side) group.getSelectedToggle().getUserData();
  }
}
