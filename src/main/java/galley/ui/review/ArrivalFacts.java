package galley.ui.review;

import galley.asset.Messages;
import galley.desk.ReviewChanges;
import galley.post.Annotation;
import galley.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What people said in a file that came, in lines. */
final class ArrivalFacts {
  /** So many notes are listed; the rest is counted. */
  static final int MOST = 40;

  private ArrivalFacts() {}

  /** A line for each kind of thing that was said. */
  static List<Node> of(ReviewChanges said) {
    List<Node> facts = new ArrayList<>();
    add(
        facts,
        Feather.MESSAGE_SQUARE,
        Messages.text("review.arrival.notes", said.made().size()),
        said.made().size());
    add(
        facts,
        Feather.CORNER_DOWN_RIGHT,
        Messages.text("review.arrival.replies", said.replies().size()),
        said.replies().size());
    add(
        facts,
        Feather.BOOKMARK,
        Messages.text("review.arrival.answered", said.answered().size()),
        said.answered().size());
    add(
        facts,
        Feather.CHECK,
        Messages.text("review.arrival.closed", said.closed().size()),
        said.closed().size());
    add(
        facts,
        Feather.ROTATE_CCW,
        Messages.text("review.arrival.reopened", said.reopened().size()),
        said.reopened().size());
    return facts;
  }

  private static void add(List<Node> facts, Feather glyph, String words, int many) {
    if (many > 0) {
      facts.add(fact(glyph, words));
    }
  }

  /** The words of notes and replies, the first of them at least. */
  static List<Node> words(ReviewChanges said) {
    List<Annotation> all = new ArrayList<>(said.made());
    all.addAll(said.replies());
    List<Node> lines = new ArrayList<>();
    if (all.isEmpty()) {
      return lines;
    }
    lines.add(label(Messages.text("review.arrival.what"), "arrival-head"));
    for (Annotation note : all.subList(0, Math.min(MOST, all.size()))) {
      String words =
          note.kind() == Annotation.Kind.SUGGESTION
              ? note.anchor().exact() + " → " + note.replacement().orElse("")
              : NoteWords.plain(note.body());
      lines.add(
          label(
              Messages.text("review.arrival.note", note.author().name(), words.strip()),
              "arrival-note"));
    }
    if (all.size() > MOST) {
      lines.add(label(Messages.text("review.arrival.more", all.size() - MOST), "soft"));
    }
    return lines;
  }

  static Label fact(Feather glyph, String words) {
    Label label = label(words, "arrival-fact");
    label.setGraphic(Icons.of(glyph));
    return label;
  }

  static Label warned(String words) {
    Label label = fact(Feather.ALERT_TRIANGLE, words);
    label.getStyleClass().add("warn");
    return label;
  }

  static Label label(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
