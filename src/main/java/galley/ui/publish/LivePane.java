package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.LiveSite;
import galley.desk.LiveSite.LivePost;
import galley.desk.LiveSite.State;
import galley.desk.LogEntry;
import galley.publish.Survey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is live: how it differs from the desk, post by post, and the publications so far. */
final class LivePane {
  private static final int MOST = 40;
  private static final int MANY = 12;
  private static final int MOST_LOG = 20;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(Locale.UK)
          .withZone(ZoneId.systemDefault());

  private final Step.Live seen;
  private final LiveSite live;
  private final PublishModel model;
  private final PublishView.Ways ways;
  private final Region node;

  LivePane(Step.Live seen, PublishModel model, Node places, PublishView.Ways ways) {
    this.seen = seen;
    this.model = model;
    this.ways = ways;
    live = seen.live();
    VBox left = new VBox(Rows.eyebrow(Messages.text("publish.live.beside")), differences());
    left.getChildren().addAll(log());
    VBox right = new VBox(places, posts(State.DOWN, true), posts(State.DOWN, false));
    node = new Halves(left, right);
  }

  Region node() {
    return node;
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  private VBox differences() {
    VBox box = new VBox();
    box.getStyleClass().add("publish-lines");
    int same = live.count(State.SAME);
    if (same > 0) {
      add(box, Rows.Mark.OK, Messages.text("publish.live.same", same), List.of());
    }
    if (live.count(State.CHANGED) > 0) {
      String words = Messages.text("publish.live.changed", live.count(State.CHANGED));
      add(box, Rows.Mark.WARN, words, List.of());
    }
    if (live.count(State.TAKEN_BACK) > 0) {
      String words = Messages.text("publish.live.taken-back", live.count(State.TAKEN_BACK));
      add(box, Rows.Mark.WARN, words, List.of());
    }
    if (live.count(State.GOING) > 0) {
      String words = Messages.text("publish.live.going", live.count(State.GOING));
      add(box, Rows.Mark.WARN, words, List.of());
    }
    if (live.count(State.COMING) > 0) {
      String words = Messages.text("publish.live.coming", live.count(State.COMING));
      add(box, Rows.Mark.WARN, words, List.of());
    }
    Survey files = live.files();
    if (!files.changed().isEmpty()) {
      String words = Messages.text("publish.live.files-changed", files.changed().size());
      add(box, Rows.Mark.BAD, words, files.changed());
    }
    if (!files.missing().isEmpty()) {
      String words = Messages.text("publish.live.files-missing", files.missing().size());
      add(box, Rows.Mark.BAD, words, files.missing());
    }
    if (!files.foreign().isEmpty()) {
      String words = Messages.text("publish.live.files-foreign", files.foreign().size());
      add(box, Rows.Mark.WARN, words, files.foreign());
    }
    if (live.last().isEmpty()) {
      add(box, Rows.Mark.WARN, Messages.text("publish.live.never"), List.of());
    } else if (files.changed().isEmpty() && files.missing().isEmpty()) {
      String words = Messages.text("publish.live.files", files.asLeft());
      add(box, Rows.Mark.OK, words, List.of());
    }
    return box;
  }

  private static void add(VBox box, Rows.Mark mark, String words, List<String> paths) {
    String below = String.join("\n", paths.subList(0, Math.min(paths.size(), MOST)));
    String more =
        paths.size() > MOST ? "\n" + Messages.text("publish.more", paths.size() - MOST) : "";
    box.getChildren().add(Rows.marked(mark, words, below + more, List.of()));
  }

  /** Posts that were taken down, or all the others. */
  private VBox posts(State down, boolean others) {
    List<LivePost> some =
        live.posts().stream().filter(post -> (post.state() == down) != others).toList();
    VBox box = new VBox();
    if (some.isEmpty()) {
      box.setManaged(false);
      return box;
    }
    VBox rows = new VBox();
    rows.getStyleClass().add("publish-rows");
    String title =
        others
            ? Messages.text("publish.live.posts", some.size())
            : Messages.text("publish.live.down", some.size());
    box.getStyleClass().add("publish-posts");
    box.getChildren().add(Rows.eyebrow(title));
    if (some.size() > MANY) {
      TextField find = new TextField();
      find.setPromptText(Messages.text("publish.live.find"));
      find.setAccessibleText(Messages.text("publish.live.find"));
      find.getStyleClass().add("publish-find");
      find.textProperty().addListener((_, _, words) -> fill(rows, some, words));
      box.getChildren().add(find);
    }
    fill(rows, some, "");
    box.getChildren().add(rows);
    return box;
  }

  private void fill(VBox rows, List<LivePost> all, String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    List<LivePost> found =
        all.stream().filter(post -> name(post).toLowerCase(Locale.ROOT).contains(wanted)).toList();
    rows.getChildren().clear();
    found.stream().limit(MOST).forEach(post -> rows.getChildren().add(row(post)));
    if (found.size() > MOST) {
      rows.getChildren()
          .add(Rows.words(Messages.text("publish.more", found.size() - MOST), "soft"));
    }
  }

  private Node row(LivePost post) {
    String name = name(post);
    List<Node> deeds = new ArrayList<>();
    deeds.add(Rows.words(state(post.state()), "soft", "small"));
    if (!post.slug().isEmpty()) {
      deeds.add(
          Rows.link(
              Messages.text("publish.open"),
              Messages.text("publish.open.name", name),
              () -> ways.open().accept(post.post())));
    }
    switch (post.state()) {
      case SAME, CHANGED, TAKEN_BACK, COMING ->
          deeds.add(
              Rows.link(
                  Messages.text("publish.live.take-down"),
                  Messages.text("publish.take-down.name", name),
                  () -> model.askToTakeDown(seen, post)));
      case GOING -> {
        if (post.withdrawn()) { // else it is in the bin or on another site
          deeds.add(
              Rows.link(
                  Messages.text("publish.live.stay"),
                  Messages.text("publish.live.stay.name", name),
                  () -> model.restore(post.post())));
        }
      }
      case DOWN ->
          deeds.add(
              Rows.link(
                  Messages.text("publish.live.restore"),
                  Messages.text("publish.live.restore.name", name),
                  () -> model.restore(post.post())));
    }
    HBox line = new HBox(deeds.toArray(Node[]::new));
    line.getStyleClass().add("publish-row-deeds");
    VBox row = new VBox(Rows.words(name, "publish-post"), line);
    row.setAccessibleText(name + ", " + state(post.state()));
    return row;
  }

  private static String name(LivePost post) {
    return post.headline().isBlank() ? post.slug() : post.headline();
  }

  private static String state(State state) {
    return switch (state) {
      case SAME -> Messages.text("publish.live.is-same");
      case CHANGED -> Messages.text("publish.live.is-changed");
      case TAKEN_BACK -> Messages.text("publish.live.is-taken-back");
      case GOING -> Messages.text("publish.live.is-going");
      case COMING -> Messages.text("publish.live.is-coming");
      case DOWN -> Messages.text("publish.live.is-down");
    };
  }

  private List<Node> log() {
    List<LogEntry> here =
        seen.log().stream()
            .filter(entry -> entry.destination().equals(live.to().name()))
            .limit(MOST_LOG)
            .toList();
    if (here.isEmpty()) {
      return List.of();
    }
    VBox rows = new VBox();
    rows.getStyleClass().add("publish-rows");
    for (LogEntry entry : here) {
      rows.getChildren().add(entry(entry));
    }
    Label title = Rows.eyebrow(Messages.text("publish.live.log"));
    title.getStyleClass().add("publish-later");
    return List.of(title, rows);
  }

  private Node entry(LogEntry entry) {
    String what =
        entry.kind() == LogEntry.Kind.PUBLISHED
            ? Messages.text("publish.log.published", entry.by(), entry.counts().sent())
            : Messages.text("publish.log.back", entry.by());
    VBox row =
        new VBox(Rows.words(moment(entry.at()), "medium"), Rows.words(what, "soft", "small"));
    if (!entry.reason().isEmpty()) {
      row.getChildren()
          .add(Rows.words(Messages.text("publish.log.reason", entry.reason()), "soft", "small"));
    }
    boolean newest = live.last().map(LogEntry::number).filter(n -> n == entry.number()).isPresent();
    if (newest) {
      row.getChildren().add(Rows.words(Messages.text("publish.log.stands"), "ok", "small"));
    } else {
      if (live.releases().stream().anyMatch(kept -> kept.release().equals(entry.release()))) {
        row.getChildren().add(back(entry));
      }
    }
    return row;
  }

  private Node back(LogEntry entry) {
    return Rows.link(
        Messages.text("publish.log.go-back"),
        Messages.text("publish.log.go-back.name", moment(entry.at())),
        () -> model.askToGoBack(seen, entry));
  }
}
