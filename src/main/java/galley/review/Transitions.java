package galley.review;

import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;

/** What may become of an annotation. Taking back is left out: that is its author's alone. */
public final class Transitions {
  private Transitions() {}

  /** Whether an annotation of this kind goes from one status to another. */
  public static boolean may(Kind kind, Status from, Status to) {
    if (from == to && to != Status.ANSWERED) {
      return false;
    }
    return switch (kind) {
      case COMMENT, CHECK, SOURCE, REPLY ->
          from == Status.OPEN && to == Status.RESOLVED
              || from == Status.RESOLVED && to == Status.OPEN;
      case SUGGESTION ->
          switch (from) {
            case OPEN, STALE ->
                to == Status.ACCEPTED
                    || to == Status.REJECTED
                    || to == Status.STALE
                    || to == Status.OPEN;
            // of two who judged at once, the one whose text has it by now is believed
            case REJECTED -> to == Status.OPEN || to == Status.ACCEPTED;
            case ACCEPTED -> to == Status.OPEN;
            default -> false;
          };
      case QUERY ->
          switch (from) {
            case OPEN -> to == Status.ANSWERED || to == Status.UNVERIFIABLE || to == Status.CUT;
            case ANSWERED ->
                to == Status.ANSWERED
                    || to == Status.VERIFIED
                    || to == Status.UNVERIFIABLE
                    || to == Status.CUT
                    || to == Status.OPEN;
            case VERIFIED, UNVERIFIABLE, CUT -> to == Status.OPEN;
            default -> false;
          };
    };
  }
}
