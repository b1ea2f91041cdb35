package galley.ui.review;

import galley.asset.Messages;
import galley.post.Source;
import galley.ui.kit.Segmented;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks where a claim comes from: a link, a document or a person, and when. */
final class SourceForm extends VBox {
  private final Segmented<Source.Kind> kind;
  private final TextField title = field(Messages.text("review.source.title"));
  private final TextField address = field("");
  private final TextField date = field(Messages.text("review.source.date"));
  private final WritingBox box;

  /**
   * @param sent gets the source and what else was said
   */
  SourceForm(java.util.function.BiConsumer<Source, String> sent, Runnable away) {
    getStyleClass().add("note-source-form");
    Map<Source.Kind, String> kinds = new LinkedHashMap<>();
    kinds.put(Source.Kind.LINK, Messages.text("review.source.link"));
    kinds.put(Source.Kind.DOCUMENT, Messages.text("review.source.document"));
    kinds.put(Source.Kind.INTERVIEW, Messages.text("review.source.person"));
    kind = new Segmented<>(Messages.text("review.source.kind"), kinds, Source.Kind.LINK);
    kind.value().subscribe(this::name);
    date.setText("");
    date.setPromptText(Messages.text("review.source.date.prompt"));
    Consumer<String> send =
        words ->
            sent.accept(
                new Source(
                    kind.value().get(), title.getText().strip(), address.getText().strip(), when()),
                words);
    box =
        new WritingBox(
            Messages.text("review.source.more"),
            Messages.text("review.source.more"),
            Messages.text("review.source.send"),
            new WritingBox.Ways(words -> {}, send, away));
    ObservableValue<Boolean> enough =
        title.textProperty().map(words -> !words.isBlank()).orElse(false);
    box.canSend(enough);
    date.textProperty()
        .addListener((_, _, now) -> {
          date.getStyleClass().remove("invalid");
          if (!now.isBlank() && when().isEmpty()) {
            date.getStyleClass().add("invalid");
          }
        });
    getChildren().setAll(kind.node(), labelled(title), labelled(address), labelled(date), box);
  }

  private static TextField field(String name) {
    TextField field = new TextField();
    field.setAccessibleText(name);
    field.setPromptText(name);
    field.setMinWidth(0);
    return field;
  }

  private static VBox labelled(TextField field) {
    Label label = new Label();
    label.textProperty().bind(field.accessibleTextProperty());
    label.getStyleClass().addAll("small", "soft");
    return new VBox(2, label, field);
  }

  private void name(Source.Kind now) {
    String where =
        switch (now) {
          case LINK -> Messages.text("review.source.address");
          case DOCUMENT -> Messages.text("review.source.place");
          case INTERVIEW -> Messages.text("review.source.how");
        };
    address.setAccessibleText(where);
    address.setPromptText(
        now == Source.Kind.LINK ? Messages.text("review.source.address.prompt") : "");
    title.setAccessibleText(
        now == Source.Kind.INTERVIEW
            ? Messages.text("review.source.who")
            : Messages.text("review.source.title"));
    title.setPromptText("");
  }

  private Optional<LocalDate> when() {
    try {
      return date.getText().isBlank()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(date.getText().strip()));
    } catch (DateTimeException e) {
      return Optional.empty(); // the field is marked
    }
  }

  void begin() {
    title.requestFocus();
  }
}
