package galley.desk;

import galley.post.Annotation.Status;
import galley.post.Branch;
import galley.post.Texts;
import galley.review.Branching;
import galley.text.Edits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What is accepted while a branch is written: it changes the post itself, and the branch goes on
 * from there. On the window's thread.
 */
public final class Meanwhile {
  private final Review review;
  private final OpenBranch branch;
  private final Map<UUID, Taken> taken = new HashMap<>();

  /** The post's words before and after. */
  private record Taken(Texts before, Texts after) {}

  public Meanwhile(Review review, OpenBranch branch) {
    this.review = review;
    this.branch = branch;
  }

  /**
   * Makes edits of suggestions in the post itself.
   *
   * @param shown the words of the branch
   * @return the branch as it follows from that, for {@link OpenBranch#rebase(Branch)} once the
   *     window shows it
   */
  public Branch take(List<TextEdit> edits, List<UUID> notes, Texts shown) {
    Texts before = branch.base();
    Texts after = before;
    for (TextEdit edit : edits) {
      after = edit.in(after);
    }
    follow(before, after);
    Taken both = new Taken(before, after);
    notes.forEach(note -> taken.put(note, both));
    return branch.onto(after, shown);
  }

  /**
   * Undoes in the post itself what was undone in the branch, or does it again.
   *
   * @return whether any of these were accepted meanwhile
   */
  public boolean again(Map<UUID, Status> judged) {
    Optional<UUID> note = judged.keySet().stream().filter(taken::containsKey).findFirst();
    if (note.isEmpty()) {
      return false;
    }
    Taken both = Objects.requireNonNull(taken.get(note.get()));
    Branch step =
        judged.get(note.get()) == Status.ACCEPTED
            ? new Branch(both.before(), both.after())
            : new Branch(both.after(), both.before());
    Texts base = branch.base();
    Texts next = Branching.onto(step, base).text();
    follow(base, next);
    branch.rebase(next);
    return true;
  }

  /** Lets the places of notes in the post itself follow its words. */
  private void follow(Texts before, Texts after) {
    for (Edits.Edit edit : Edits.between(before.body(), after.body()).reversed()) {
      review.replaced(
          edit.before().start(), edit.before().of(before.body()), edit.after().of(after.body()));
    }
  }
}
