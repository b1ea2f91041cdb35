package galley.ui.shell;

import galley.asset.Messages;
import galley.post.Annotation.Kind;
import galley.ui.shell.Command.Group;
import galley.ui.shell.TextViews.Way;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;

/** The commands of the review. */
final class ReviewCommands {
  private final ReviewLink link;
  private final Exchange exchange;
  private final ObservableBooleanValue hasPost;

  ReviewCommands(ReviewLink link, Exchange exchange, ObservableBooleanValue hasPost) {
    this.link = link;
    this.exchange = exchange;
    this.hasPost = hasPost;
  }

  void addTo(Actions to) {
    add(
        to,
        "comment",
        Messages.text("shell.review.comment"),
        "Shortcut+Alt+M",
        () -> link.deeds().begin(Kind.COMMENT));
    add(
        to,
        "query",
        Messages.text("shell.review.query"),
        "Shortcut+Alt+Q",
        () -> link.deeds().begin(Kind.QUERY));
    add(
        to,
        "suggestion",
        Messages.text("shell.review.suggestion"),
        "Shortcut+Alt+R",
        () -> link.deeds().begin(Kind.SUGGESTION));
    add(to, "next-note", Messages.text("shell.review.next"), "F8", () -> link.step(1));
    add(
        to,
        "previous-note",
        Messages.text("shell.review.previous"),
        "Shift+F8",
        () -> link.step(-1));
    add(
        to,
        "accept-note",
        Messages.text("shell.review.accept"),
        "",
        () -> link.deeds().judgeCurrent(true));
    add(
        to,
        "reject-note",
        Messages.text("shell.review.reject"),
        "",
        () -> link.deeds().judgeCurrent(false));
    add(to, "suggest-mode", Messages.text("shell.review.mode"), "Shortcut+Shift+E", link::suggest);
    add(to, "sign-off", Messages.text("shell.review.sign"), "", link::sign);
    for (Way way : Way.values()) {
      add(
          to,
          "read-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          Messages.text("shell.review.views", TextViews.words(way)),
          "",
          () -> link.read(way));
    }
    add(to, "send", Messages.text("shell.send.do"), "", () -> link.settled(exchange::send));
    add(to, "find-note", Messages.text("shell.review.find"), "", link::find);
  }

  private void add(Actions to, String id, String title, String keys, Runnable run) {
    to.add(Group.REVIEW, id, title, keys, hasPost, run);
  }
}
