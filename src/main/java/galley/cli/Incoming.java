package galley.cli;

import galley.asset.Messages;
import galley.desk.Arrival;
import galley.desk.Desk;
import galley.desk.DraftSession;
import galley.desk.ReviewChanges;
import galley.post.PlacedAnnotation;
import java.util.List;
import java.util.UUID;

/** Says what a packet brings. */
final class Incoming {
  private Incoming() {}

  static void print(Galley galley, Desk desk, Arrival arrival, boolean applied, boolean json) {
    if (json) {
      UUID post = arrival.opened().packet().post();
      List<PlacedAnnotation> all = List.of();
      if (applied || arrival.mine().isPresent()) {
        try (DraftSession session = desk.open(post).join()) {
          all = session.review().annotations();
        }
      }
      galley.console().say(Shapes.print(ReviewShapes.arrival(arrival, all, applied)));
      return;
    }
    var packet = arrival.opened().packet();
    galley
        .console()
        .say(
            Messages.text(
                "cli.packet-is",
                packet.round(),
                packet.draft().details().headline(),
                packet.by().name(),
                packet.at().toString()));
    if (!arrival.note().isEmpty()) {
      galley.console().say(Messages.text("cli.packet-note", arrival.note()));
    }
    ReviewChanges said = arrival.said();
    var words = arrival.words();
    galley.console().say(Messages.text("cli.packet-words", words.added(), words.removed()));
    galley
        .console()
        .say(
            Messages.text(
                "cli.packet-said",
                said.made().size(),
                said.replies().size(),
                said.answered().size(),
                said.closed().size(),
                said.open()));
    if (arrival.revisions() > 0) {
      galley.console().say(Messages.text("cli.packet-revisions", arrival.revisions()));
    }
    if (said.unverified() > 0) {
      galley.console().say(Messages.text("cli.packet-unverified", said.unverified()));
    }
    int conflicts = arrival.conflicts().size() + arrival.fieldConflicts().size();
    if (conflicts > 0) {
      galley.console().say(Messages.text("cli.packet-conflicts", conflicts));
    }
    if (!arrival.sameSentence().isEmpty()) {
      galley.console().say(Messages.text("cli.packet-both", arrival.sameSentence().size()));
    }
  }
}
