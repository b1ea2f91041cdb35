package galley.desk;

import galley.markdown.Markdown;
import galley.post.Draft;
import galley.post.Post;
import galley.review.Conflict;
import galley.review.DraftMerge;
import galley.review.Merged;
import galley.review.PacketReader;
import galley.text.Diff;
import java.util.List;
import java.util.Optional;

/**
 * A packet that came, compared with the post here. Nothing has been applied.
 *
 * @param mine the post here; nothing where it is new
 * @param merge of both sides' texts; nothing where the text needs none
 * @param said what it brings of what people said
 * @param revisions how many earlier states it brings that the history here does not have
 */
public record Arrival(
    PacketReader.Opened opened,
    Kind kind,
    Optional<Post> mine,
    Optional<DraftMerge> merge,
    ReviewChanges said,
    int revisions) {
  /** What a packet brings. */
  public enum Kind {
    /** A post that is not here yet. */
    NEW,
    /** Nothing that is not here already. */
    KNOWN,
    /** What people said or earlier states, and no other text. */
    SAID,
    /** A newer text, on top of the one here. */
    NEWER,
    /** A text that both sides have changed. */
    BOTH
  }

  /** What its sender says to whoever opens it; may be empty. */
  public String note() {
    return opened.packet().note();
  }

  /** The words that both changed in different ways. */
  public List<Conflict> conflicts() {
    return merge.map(both -> both.body().conflicts()).orElse(List.of());
  }

  /** The fields that both changed in different ways. */
  public List<DraftMerge.FieldConflict> fieldConflicts() {
    return merge.map(DraftMerge::fields).orElse(List.of());
  }

  /** The sentences that both changed without a conflict; worth reading once. */
  public List<Merged.BothChanged> sameSentence() {
    return merge.map(both -> both.body().sameSentence()).orElse(List.of());
  }

  /** Words the text here would gain and lose, where conflicts are decided for what is here. */
  public Diff.Counts words() {
    String before = mine.map(Post::body).orElse("");
    Draft after =
        merge
            .map(both -> both.with(conflict -> conflict.mine().text(), _ -> DraftMerge.Side.MINE))
            .or(() -> kind == Kind.NEW ? Optional.of(opened.packet().draft()) : Optional.empty())
            .or(() -> mine.map(Post::draft))
            .orElseThrow();
    return Markdown.changes(before, after.body());
  }
}
