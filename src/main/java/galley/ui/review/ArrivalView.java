package galley.ui.review;

import galley.asset.Messages;
import galley.desk.Arrival;
import galley.desk.Choices;
import galley.desk.ReviewChanges;
import galley.markdown.Markdown;
import galley.review.Conflict;
import galley.review.DraftMerge.FieldConflict;
import galley.text.Diff;
import galley.ui.kit.Look;
import galley.ui.kit.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What a packet brings, before anything is applied: what changed, what was said, and a card for
 * each place where both sides changed the same words. JavaFX thread only.
 */
public final class ArrivalView {
  private final Arrival arrival;
  private final Sheet sheet;
  private final List<ClashCard> clashes = new ArrayList<>();
  private final List<FieldCard> fields = new ArrayList<>();

  /**
   * @param merge takes the packet in, with what was decided
   */
  public ArrivalView(Arrival arrival, Consumer<Choices> merge, Runnable closed) {
    this.arrival = arrival;
    var packet = arrival.opened().packet();
    sheet =
        new Sheet(
            Messages.text("review.arrival", packet.draft().details().headline()),
            Messages.text("review.arrival.sub", packet.by().name(), packet.round()),
            closed);
    VBox body = new VBox();
    body.getStyleClass().add("arrival");
    note(body);
    body.getChildren().addAll(facts());
    conflicts(body);
    sentences(body);
    body.getChildren().addAll(ArrivalFacts.words(arrival.said()));
    boolean nothing = arrival.kind() == Arrival.Kind.KNOWN;
    Button close =
        new Button(
            nothing ? Messages.text("review.arrival.close") : Messages.text("review.cancel"));
    close.getStyleClass().add(nothing ? "primary" : "ghost");
    close.setOnAction(_ -> sheet.close());
    Button go = new Button(Messages.text("review.arrival.merge"));
    go.getStyleClass().add("primary");
    go.setOnAction(_ -> {
      sheet.close();
      merge.accept(
          new Choices(
              conflict -> words(conflict),
              field ->
                  fields.stream()
                      .filter(card -> card.conflict().equals(field))
                      .findFirst()
                      .orElseThrow()
                      .side()));
    });
    BooleanExpression decided = new SimpleBooleanProperty(true);
    for (ClashCard card : clashes) {
      decided = decided.and(card.decided());
    }
    for (FieldCard card : fields) {
      decided = decided.and(card.decided());
    }
    go.disableProperty().bind(decided.not());
    Label undecided = new Label(Messages.text("review.arrival.decide"));
    undecided.getStyleClass().add("warn");
    undecided.setWrapText(true);
    undecided.visibleProperty().bind(Bindings.not(decided));
    sheet.box().getStylesheets().add(Look.sheet("review"));
    sheet
        .width(720)
        .body(body)
        .foot(List.of(undecided), nothing ? List.of(close) : List.of(close, go));
  }

  private String words(Conflict conflict) {
    return clashes.stream()
        .filter(card -> card.conflict().equals(conflict))
        .findFirst()
        .orElseThrow()
        .words();
  }

  private List<Node> facts() {
    List<Node> facts = new ArrayList<>();
    Diff.Counts words = arrival.words();
    var packet = arrival.opened().packet();
    facts.add(
        switch (arrival.kind()) {
          case NEW ->
              ArrivalFacts.fact(
                  Feather.FILE_PLUS,
                  Messages.text(
                      "review.arrival.new",
                      Markdown.parse(packet.draft().body()).words(),
                      packet.draft().images().size()));
          case KNOWN -> ArrivalFacts.fact(Feather.CHECK, Messages.text("review.arrival.known"));
          case SAID ->
              ArrivalFacts.fact(Feather.MESSAGE_CIRCLE, Messages.text("review.arrival.said"));
          case NEWER ->
              ArrivalFacts.fact(
                  Feather.EDIT_3,
                  Messages.text("review.arrival.newer", words.added(), words.removed()));
          case BOTH ->
              ArrivalFacts.fact(
                  Feather.GIT_MERGE,
                  words.added() + words.removed() == 0
                      ? Messages.text("review.arrival.clash")
                      : Messages.text("review.arrival.both", words.added(), words.removed()));
        });
    ReviewChanges said = arrival.said();
    facts.addAll(ArrivalFacts.of(said));
    if (arrival.revisions() > 0) {
      facts.add(
          ArrivalFacts.fact(
              Feather.CLOCK, Messages.text("review.arrival.revisions", arrival.revisions())));
    }
    if (arrival.kind() != Arrival.Kind.KNOWN) {
      facts.add(
          ArrivalFacts.fact(Feather.INBOX, Messages.text("review.arrival.open", said.open())));
    }
    if (said.unverified() > 0) {
      facts.add(ArrivalFacts.warned(Messages.text("review.arrival.unverified", said.unverified())));
    }
    if (said.unknown() > 0) {
      facts.add(ArrivalFacts.warned(Messages.text("review.arrival.unknown", said.unknown())));
    }
    return facts;
  }

  /** What its sender says, as a quotation. */
  private void note(VBox body) {
    if (!arrival.note().isBlank()) {
      VBox said =
          new VBox(
              ArrivalFacts.label(arrival.note(), "note-quote"),
              ArrivalFacts.label(
                  Messages.text("review.arrival.by", arrival.opened().packet().by().name()),
                  "soft"));
      said.getStyleClass().add("arrival-said");
      body.getChildren().add(said);
    }
  }

  private void conflicts(VBox body) {
    if (arrival.conflicts().isEmpty() && arrival.fieldConflicts().isEmpty()) {
      return;
    }
    body.getChildren()
        .add(ArrivalFacts.label(Messages.text("review.arrival.conflicts"), "arrival-head"));
    for (Conflict conflict : arrival.conflicts()) {
      ClashCard card = new ClashCard(conflict);
      clashes.add(card);
      body.getChildren().add(card);
    }
    for (FieldConflict conflict : arrival.fieldConflicts()) {
      FieldCard card = new FieldCard(conflict);
      fields.add(card);
      body.getChildren().add(card);
    }
  }

  private void sentences(VBox body) {
    if (arrival.sameSentence().isEmpty()) {
      return;
    }
    body.getChildren()
        .add(ArrivalFacts.label(Messages.text("review.arrival.sentences"), "arrival-head"));
    String mine = arrival.mine().map(post -> post.body()).orElse("");
    arrival.sameSentence().stream()
        .limit(ArrivalFacts.MOST)
        .forEach(both ->
            body.getChildren()
                .add(
                    ArrivalFacts.label(
                        both.mine().of(mine).replaceAll("\\s+", " ").strip(), "note-quote")));
  }

  /** Shows the sheet over a window. */
  public void open(Scene scene) {
    sheet.open(scene);
  }
}
