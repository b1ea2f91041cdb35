package galley.cli;

import galley.desk.Arrival;
import galley.desk.Desk;
import galley.desk.Review;
import galley.desk.ReviewChanges;
import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.post.Post;
import galley.review.Conflict;
import galley.review.DraftMerge;
import galley.review.Merged;
import galley.text.Diff;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of reviews: a public interface, where keys are added and never renamed. */
final class ReviewShapes {
  private ReviewShapes() {}

  static ObjectNode review(Post post, Desk desk, Review review, List<PlacedAnnotation> all) {
    ObjectNode root =
        Shapes.object()
            .put("post", post.slug())
            .put("round", desk.reviewing().round(post.id()).join());
    annotations(root.putArray("annotations"), all);
    root.set("changes", Shapes.object());
    root.putArray("conflicts");
    review
        .signOff()
        .ifPresentOrElse(
            signed ->
                root.putObject("signOff")
                    .put("by", signed.author().name())
                    .put("at", signed.at().toString())
                    .put("note", signed.what().body())
                    .put("verified", signed.verified())
                    .put("changedSince", review.changedSinceSignOff()),
            () -> root.putNull("signOff"));
    ArrayNode stages = root.putArray("stages");
    review
        .stages()
        .forEach(move ->
            stages
                .addObject()
                .put("by", move.author().name())
                .put("at", move.at().toString())
                .put("from", move.from().key())
                .put("to", move.to().key()));
    root.put("unknown", review.unknown());
    return root;
  }

  static void annotations(ArrayNode into, List<PlacedAnnotation> all) {
    for (PlacedAnnotation placed : all) {
      Annotation one = placed.annotation();
      ObjectNode node = head(into.addObject(), one);
      node.put("state", key(placed.placement().state()))
          .put("scope", key(one.anchor().scope()))
          .put("target", one.anchor().target())
          .put("start", placed.placement().span().start())
          .put("end", placed.placement().span().end())
          .put("exact", one.anchor().exact())
          .put("replacement", one.replacement().orElse(null));
      one.source()
          .ifPresent(source ->
              node.putObject("source")
                  .put("kind", key(source.kind()))
                  .put("title", source.title())
                  .put("address", source.address())
                  .put("date", source.date().map(Object::toString).orElse(null)));
      ArrayNode replies = node.putArray("replies");
      placed.replies().forEach(reply -> head(replies.addObject(), reply));
    }
  }

  private static ObjectNode head(ObjectNode node, Annotation one) {
    return node.put("id", one.id().toString())
        .put("kind", key(one.kind()))
        .put("author", one.author().name())
        .put("at", one.at().toString())
        .put("status", key(one.status()))
        .put("verified", one.verified())
        .put("body", one.body());
  }

  /** A packet that came, compared with what is here. */
  static ObjectNode arrival(Arrival arrival, List<PlacedAnnotation> all, boolean applied) {
    var packet = arrival.opened().packet();
    ObjectNode root =
        Shapes.object().put("post", packet.draft().details().slug()).put("round", packet.round());
    root.put("note", arrival.note());
    annotations(root.putArray("annotations"), all);
    ReviewChanges said = arrival.said();
    Diff.Counts words = arrival.words();
    root.putObject("changes")
        .put("applied", applied)
        .put("kind", key(arrival.kind()))
        .put("by", packet.by().name())
        .put("events", said.events())
        .put("made", said.made().size())
        .put("replies", said.replies().size())
        .put("answered", said.answered().size())
        .put("closed", said.closed().size())
        .put("reopened", said.reopened().size())
        .put("open", said.open())
        .put("unverified", said.unverified())
        .put("unknown", said.unknown())
        .put("revisions", arrival.revisions())
        .put("wordsAdded", words.added())
        .put("wordsRemoved", words.removed());
    ArrayNode conflicts = root.putArray("conflicts");
    for (Conflict conflict : arrival.conflicts()) {
      conflicts
          .addObject()
          .put("field", "body")
          .put("base", conflict.base().text())
          .put("mine", conflict.mine().text())
          .put("theirs", conflict.theirs().text())
          .put("start", conflict.mine().span().start())
          .put("end", conflict.mine().span().end());
    }
    for (DraftMerge.FieldConflict conflict : arrival.fieldConflicts()) {
      conflicts
          .addObject()
          .put("field", conflict.field())
          .put("base", conflict.base())
          .put("mine", conflict.mine())
          .put("theirs", conflict.theirs());
    }
    ArrayNode both = root.putArray("sameSentence");
    for (Merged.BothChanged one : arrival.sameSentence()) {
      both.addObject().put("start", one.mine().start()).put("end", one.mine().end());
    }
    return root;
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
