package galley.desk;

import galley.review.Conflict;
import galley.review.DraftMerge.FieldConflict;
import galley.review.DraftMerge.Side;
import java.util.function.Function;

/**
 * What is taken where two sides clash.
 *
 * @param words for each conflict in the body
 * @param fields whose field
 */
public record Choices(Function<Conflict, String> words, Function<FieldConflict, Side> fields) {
  public static Choices mine() {
    return new Choices(conflict -> conflict.mine().text(), field -> Side.MINE);
  }

  public static Choices theirs() {
    return new Choices(conflict -> conflict.theirs().text(), field -> Side.THEIRS);
  }

  /** Both sides' words, mine first; of fields, which can't be both, mine. */
  public static Choices both() {
    return new Choices(Conflict::both, field -> Side.MINE);
  }
}
