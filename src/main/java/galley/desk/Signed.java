package galley.desk;

import galley.post.Draft;
import galley.post.DraftJson;
import galley.post.ImageRef;
import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.post.Stage;
import galley.text.Sha256;
import java.util.Optional;

/** What somebody answers for: fingerprints of the text, of the pictures and of all the rest. */
final class Signed {
  private Signed() {}

  static ReviewEvent.SignedOff of(Draft draft, String note, boolean withdrawn) {
    return new ReviewEvent.SignedOff(
        Sha256.of(draft.body()),
        details(draft),
        draft.images().stream().map(ImageRef::sha256).flatMap(Optional::stream).toList(),
        note,
        withdrawn);
  }

  static boolean fits(ReviewEvent.SignedOff signed, Draft draft) {
    ReviewEvent.SignedOff now = of(draft, signed.body(), signed.withdrawn());
    return now.equals(signed);
  }

  /** Everything but the body and the stage, the words of pictures as well. */
  private static String details(Draft draft) {
    Draft unstaged = draft.withDetails(draft.details().withStage(Stage.DRAFT));
    return Sha256.of(ReviewEventJson.line(DraftJson.writeWithoutBody(unstaged)));
  }
}
