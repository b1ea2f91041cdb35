package galley.ui.editor;

import galley.asset.Messages;
import galley.text.Span;
import galley.ui.kit.Icons;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The bar for finding and replacing, above the text. On the JavaFX thread. */
final class FindBar {
  private final Surface area;
  private final Find find;
  private final Scrolling scrolling;
  private final Paper paper;
  private final TextField words = new TextField();
  private final TextField with = new TextField();
  private final Label count = new Label();
  private final ToggleButton matchCase = toggle("Aa", Messages.text("editor.find.case"));
  private final ToggleButton wholeWord = toggle("W", Messages.text("editor.find.word"));
  private final ToggleButton regex = toggle(".*", Messages.text("editor.find.regex"));
  private final ToggleButton selection = toggle("[ ]", Messages.text("editor.find.selection"));
  private final VBox box = new VBox();
  private final HBox second;
  private final Button last;
  private Optional<Span> within = Optional.empty();
  private boolean open;

  FindBar(Surface area, Find find, Scrolling scrolling, Paper paper) {
    this.area = area;
    this.find = find;
    this.scrolling = scrolling;
    this.paper = paper;
    words.setPromptText(Messages.text("editor.find"));
    words.setAccessibleText(Messages.text("editor.find"));
    with.setPromptText(Messages.text("editor.replace"));
    with.setAccessibleText(Messages.text("editor.replace"));
    count.getStyleClass().addAll("count", "soft", "small");
    count.setMinWidth(HBox.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.SOMETIMES);
    HBox first =
        new HBox(
            words,
            count,
            matchCase,
            wholeWord,
            regex,
            selection,
            icon(Feather.CHEVRON_UP, Messages.text("editor.find.previous"), () -> find.step(-1)),
            icon(Feather.CHEVRON_DOWN, Messages.text("editor.find.next"), () -> find.step(1)),
            gap,
            icon(Feather.X, Messages.text("editor.find.close"), this::close));
    last = button(Messages.text("editor.replace.all"), () -> find.replaceAll(with.getText()));
    second =
        new HBox(
            with,
            button(Messages.text("editor.replace.one"), () -> find.replace(with.getText())),
            last);
    for (HBox row : List.of(first, second)) {
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("row");
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox.setHgrow(with, Priority.ALWAYS);
    box.getStyleClass().add("find-bar");
    box.getChildren().setAll(first, second);
    install();
  }

  private void install() {
    words.textProperty().addListener((_, _, _) -> look());
    List.of(matchCase, wholeWord, regex)
        .forEach(toggle -> toggle.selectedProperty().addListener((_, _, _) -> look()));
    selection
        .selectedProperty()
        .addListener((_, _, on) -> {
          if (on) {
            take();
          } else {
            within.ifPresent(part -> area.selectRange(part.start(), part.end()));
            within = Optional.empty();
          }
          look();
        });
    find.onChanged(this::tell);
    box.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean enter = event.getCode() == KeyCode.ENTER;
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
          } else if (event.getCode() == KeyCode.TAB) {
            if (!tab(event)) {
              return;
            }
          } else if (enter && words.equals(event.getTarget())) {
            find.step(event.isShiftDown() ? -1 : 1);
          } else if (enter && with.equals(event.getTarget())) {
            find.replace(with.getText());
          } else {
            return;
          }
          event.consume();
        });
  }

  /** Searches what is selected, which is then no longer: over a selection no hit can be seen. */
  private void take() {
    IndexRange range = area.getSelection();
    if (range.getLength() > 0) {
      within = Optional.of(new Span(range.getStart(), range.getEnd()));
      area.moveTo(range.getStart());
    }
  }

  /** Goes from one field to the other, over the signs and arrows between them. */
  private boolean tab(KeyEvent event) {
    if (second.isVisible() && !event.isShiftDown() && words.equals(event.getTarget())) {
      with.requestFocus();
      return true;
    }
    if (event.isShiftDown() && with.equals(event.getTarget())) {
      words.requestFocus();
      return true;
    }
    if (!event.isShiftDown() && last.equals(event.getTarget())) {
      matchCase.requestFocus();
      return true;
    }
    return false;
  }

  private static ToggleButton toggle(String sign, String name) {
    ToggleButton toggle = new ToggleButton(sign);
    toggle.getStyleClass().add("sign");
    toggle.setAccessibleText(name);
    toggle.setTooltip(new Tooltip(name));
    toggle.setMinWidth(HBox.USE_PREF_SIZE);
    return toggle;
  }

  private static Button icon(Feather glyph, String name, Runnable action) {
    Button button = button("", action);
    button.setGraphic(Icons.of(glyph));
    button.getStyleClass().addAll("ghost", "icon-only");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    return button;
  }

  private static Button button(String words, Runnable action) {
    Button button = new Button(words);
    button.setOnAction(_ -> action.run());
    button.setMinWidth(HBox.USE_PREF_SIZE);
    return button;
  }

  Node node() {
    return box;
  }

  boolean isOpen() {
    return open;
  }

  /** Opens the bar with the selected words in it, with or without the row for replacing. */
  void open(boolean replacing) {
    IndexRange range = area.getSelection();
    boolean several = area.lineOf(range.getStart()) != area.lineOf(range.getEnd());
    second.setVisible(replacing);
    second.setManaged(replacing);
    if (!open) {
      open = true;
      within = Optional.empty();
      selection.setSelected(false);
    }
    scrolling.inPlace(() -> paper.bar(Optional.of(box)));
    if (several) {
      selection.setSelected(true);
    } else if (range.getLength() > 0) {
      words.setText(area.getText(range));
    }
    look();
    words.requestFocus();
    words.selectAll();
  }

  void close() {
    if (open) {
      open = false;
      IndexRange now = area.getSelection();
      within
          .filter(part -> now.getLength() == 0 && now.getStart() == part.start())
          .ifPresent(part -> area.selectRange(part.start(), part.end()));
      scrolling.inPlace(() -> paper.bar(Optional.empty()));
      find.clear();
      area.requestFocus();
    }
  }

  private void look() {
    if (open) {
      find.look(
          new Query(
              words.getText(),
              matchCase.isSelected(),
              wholeWord.isSelected(),
              regex.isSelected(),
              within));
    }
  }

  private void tell() {
    if (open && !find.query().words().isEmpty()) {
      within = find.query().within();
    }
    int replaced = find.replaced();
    boolean none = replaced == 0 && find.hits().isEmpty() && !words.getText().isEmpty();
    String said =
        words.getText().isEmpty()
            ? ""
            : find.problem()
                .map(problem ->
                    switch (problem) {
                      case NOT_A_PATTERN -> Messages.text("editor.find.not-a-pattern");
                      case TOO_SLOW -> Messages.text("editor.find.too-slow");
                    })
                .orElseGet(() ->
                    replaced > 0
                        ? Messages.text("editor.replace.done", replaced)
                        : none
                            ? Messages.text("editor.find.none")
                            : Messages.text(
                                "editor.find.count", find.number(), find.hits().size()));
    count.setText(said);
    count.getStyleClass().remove("warn");
    if (none) {
      count.getStyleClass().add("warn");
    }
    words.setAccessibleHelp(said);
  }

  TextField words() {
    return words;
  }

  TextField with() {
    return with;
  }

  String said() {
    return count.getText();
  }
}
