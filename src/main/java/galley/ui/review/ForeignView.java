package galley.ui.review;

import galley.asset.Messages;
import galley.desk.ForeignArrival;
import galley.desk.ReviewFormat;
import galley.ui.kit.Look;
import galley.ui.kit.Sheet;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What a Word document or marked text brings, before anything is applied. Its changes come in as
 * suggestions, so that there is nothing to decide yet. JavaFX thread only.
 */
public final class ForeignView {
  private final Sheet sheet;

  /**
   * @param take takes in what it brings
   */
  public ForeignView(ForeignArrival arrival, Runnable take, Runnable closed) {
    String file = String.valueOf(arrival.file().getFileName());
    sheet =
        new Sheet(
            Messages.text("review.arrival", arrival.post().headline()),
            arrival.format() == ReviewFormat.DOCX
                ? Messages.text("review.foreign.word", file)
                : Messages.text("review.foreign.marked", file),
            closed);
    VBox body = new VBox();
    body.getStyleClass().add("arrival");
    boolean nothing = arrival.said().events() == 0;
    if (nothing) {
      body.getChildren()
          .add(ArrivalFacts.fact(Feather.CHECK, Messages.text("review.arrival.known")));
    } else {
      body.getChildren().addAll(ArrivalFacts.of(arrival.said()));
      body.getChildren()
          .add(
              ArrivalFacts.fact(
                  Feather.INBOX, Messages.text("review.arrival.open", arrival.said().open())));
      body.getChildren()
          .add(ArrivalFacts.fact(Feather.EDIT_3, Messages.text("review.foreign.text")));
      body.getChildren().addAll(ArrivalFacts.words(arrival.said()));
    }
    Button close =
        new Button(
            nothing ? Messages.text("review.arrival.close") : Messages.text("review.cancel"));
    close.getStyleClass().add(nothing ? "primary" : "ghost");
    close.setOnAction(_ -> sheet.close());
    Button go = new Button(Messages.text("review.arrival.merge"));
    go.getStyleClass().add("primary");
    go.setOnAction(_ -> {
      sheet.close();
      take.run();
    });
    sheet.box().getStylesheets().add(Look.sheet("review"));
    sheet.width(640).body(body).foot(List.of(), nothing ? List.of(close) : List.of(close, go));
  }

  /** Shows the sheet over a window. */
  public void open(Scene scene) {
    sheet.open(scene);
  }
}
