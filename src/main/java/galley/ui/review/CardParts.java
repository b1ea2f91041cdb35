package galley.ui.review;

import galley.asset.Messages;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.PlacedAnnotation;
import galley.post.Placement.State;
import galley.ui.kit.Icons;
import galley.ui.kit.InkFlow;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** What a card says, from its head to its last reply. */
final class CardParts {
  /** So much of long quoted words is enough to know them by. */
  private static final int MOST_QUOTED = 240;

  private CardParts() {}

  /**
   * @param goTo runs when a person presses the quoted words
   */
  static List<Node> of(PlacedAnnotation placed, NoteWords words, Runnable goTo) {
    Annotation note = placed.annotation();
    List<Node> parts = new ArrayList<>();
    parts.add(head(note, words));
    if (!note.verified()) {
      parts.add(sign(Messages.text("review.unverified"), Feather.ALERT_TRIANGLE, "warn"));
    }
    String about = NoteWords.about(note.anchor());
    if (!about.isEmpty()) {
      parts.add(label(about, "note-about"));
    }
    if (note.kind() == Kind.SUGGESTION) {
      InkFlow ink = new InkFlow();
      ink.show(NoteWords.pieces(note));
      ink.getStyleClass().add("note-ink");
      parts.add(ink);
    } else if (!note.anchor().exact().isBlank()) {
      parts.add(quote(note.anchor().exact(), goTo));
    }
    String state = NoteWords.state(placed);
    if (!state.isEmpty()) {
      boolean gone = placed.placement().state() == State.COLLAPSED;
      parts.add(sign(state, gone ? Feather.SCISSORS : Feather.HELP_CIRCLE, "warn"));
    }
    String body = NoteWords.plain(note.body());
    if (!body.isEmpty()) {
      parts.add(label(body, "note-body"));
    }
    note.source()
        .ifPresent(
            source -> parts.add(sign(NoteWords.source(source), Feather.BOOKMARK, "note-source")));
    for (Annotation reply : placed.replies()) {
      parts.add(reply(reply, words));
    }
    String status = NoteWords.status(note.status());
    if (!status.isEmpty()) {
      parts.add(sign(status, icon(note.status()), "note-status"));
    }
    return parts;
  }

  private static Feather icon(Annotation.Status status) {
    return switch (status) {
      case OPEN, ANSWERED -> Feather.MESSAGE_CIRCLE;
      case RESOLVED, ACCEPTED, VERIFIED -> Feather.CHECK;
      case REJECTED, WITHDRAWN -> Feather.X;
      case STALE, UNVERIFIABLE -> Feather.HELP_CIRCLE;
      case CUT -> Feather.SCISSORS;
    };
  }

  private static HBox head(Annotation note, NoteWords words) {
    Badge badge =
        switch (note.kind()) {
          case QUERY, CHECK -> new Badge("?", "#b06a00");
          case SOURCE -> new Badge("§", "#2b5f9e");
          case COMMENT, SUGGESTION, REPLY -> new Badge(note.author());
        };
    String title = NoteWords.title(note);
    Label name = label(title, "note-title");
    name.setWrapText(false);
    name.setMinWidth(0);
    HBox head = new HBox(badge, name);
    head.getStyleClass().add("note-head");
    head.setAlignment(Pos.CENTER_LEFT);
    if (!title.equals(note.author().name())) {
      Label by = label(note.author().name(), "note-by");
      by.setWrapText(false);
      by.setMinWidth(0);
      head.getChildren().add(by);
      name.setMinWidth(Region.USE_PREF_SIZE);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label time =
        label(
            note.kind() == Kind.CHECK ? Messages.text("review.by-check") : words.time(note.at()),
            "note-time");
    time.setWrapText(false);
    time.setMinWidth(Region.USE_PREF_SIZE);
    time.setTooltip(new Tooltip(words.whole(note.at())));
    head.getChildren().addAll(gap, time);
    return head;
  }

  private static Label quote(String exact, Runnable goTo) {
    String shown = exact.replaceAll("\\s+", " ").strip();
    if (shown.length() > MOST_QUOTED) {
      int end = shown.offsetByCodePoints(0, shown.codePointCount(0, MOST_QUOTED) - 1);
      shown = shown.substring(0, end) + "…";
    }
    Label quote = label(shown, "note-quote");
    quote.setOnMouseClicked(_ -> goTo.run());
    return quote;
  }

  private static TextFlow reply(Annotation reply, NoteWords words) {
    Text name = new Text(reply.author().name());
    name.getStyleClass().add("note-reply-name");
    Text said = new Text(" " + NoteWords.plain(reply.body()));
    said.getStyleClass().add("note-reply-words");
    TextFlow flow = new TextFlow(name, said);
    if (!reply.verified()) {
      Text doubt = new Text(" (" + Messages.text("review.unverified") + ")");
      doubt.getStyleClass().add("note-reply-doubt");
      flow.getChildren().add(doubt);
    }
    flow.getStyleClass().add("note-reply");
    Tooltip.install(flow, new Tooltip(words.whole(reply.at())));
    return flow;
  }

  /** A line that begins with a glyph. */
  static Label sign(String words, Feather glyph, String style) {
    Label sign = label(words, style);
    sign.getStyleClass().add("note-sign");
    sign.setGraphic(Icons.of(glyph));
    return sign;
  }

  private static Label label(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
