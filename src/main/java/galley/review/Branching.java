package galley.review;

import galley.post.Anchor.Scope;
import galley.post.Branch;
import galley.post.Texts;
import galley.text.Span;
import java.util.ArrayList;
import java.util.List;

/** What a branch of a post's words comes to, and where its words stand in the base. Pure. */
public final class Branching {
  private static final List<Scope> SCOPES = List.of(Scope.HEADLINE, Scope.STANDFIRST, Scope.TEXT);

  private Branching() {}

  /** What would make the branch of its base: headline and standfirst first, then by place. */
  public static List<Proposal> proposals(Branch branch) {
    List<Proposal> all = new ArrayList<>();
    for (Scope scope : SCOPES) {
      for (Hunk hunk : between(scope, branch.base().of(scope), branch.text().of(scope))) {
        all.add(new Proposal(scope, hunk));
      }
    }
    return List.copyOf(all);
  }

  /** The changes of one text; equal ones of headline, standfirst and body have their own ids. */
  public static List<Hunk> between(Scope scope, String base, String text) {
    return Suggestions.between(scope == Scope.TEXT ? "" : scope + "\n", base, text);
  }

  /** The changes of one text among others. */
  public static List<Hunk> in(Scope scope, List<Proposal> all) {
    return all.stream().filter(one -> one.scope() == scope).map(Proposal::hunk).toList();
  }

  /**
   * The branch as if it had been begun on these words. Where both changed the same words, those of
   * the branch follow the others, so that none is lost.
   */
  public static Branch onto(Branch branch, Texts now) {
    if (branch.base().equals(now)) {
      return branch;
    }
    Texts text = now;
    for (Scope scope : SCOPES) {
      text = text.with(scope, onto(branch, now, scope));
    }
    return new Branch(now, text);
  }

  private static String onto(Branch branch, Texts now, Scope scope) {
    String base = branch.base().of(scope);
    String text = branch.text().of(scope);
    String post = now.of(scope);
    if (base.equals(post) || text.equals(post)) {
      return text;
    }
    return base.equals(text) ? post : Merge.of(base, post, text).with(Conflict::both);
  }

  /** Where words of the base stand in the branch; empty where they were cut. */
  public static Span inBranch(Span span, List<Hunk> hunks) {
    int start = inBranch(span.start(), true, hunks);
    return new Span(start, Math.max(start, inBranch(span.end(), false, hunks)));
  }

  /** A start leans right and an end leans left: what was put there is not inside. */
  private static int inBranch(int offset, boolean start, List<Hunk> hunks) {
    int by = 0;
    for (Hunk hunk : hunks) {
      Span old = hunk.span();
      boolean before = old.end() <= offset && (start || !old.isEmpty() || old.end() < offset);
      if (before) {
        by += hunk.replacement().length() - old.length();
      } else if (old.start() < offset && offset < old.end()) {
        return old.start() + by + (start ? hunk.replacement().length() : 0);
      } else {
        break;
      }
    }
    return offset + by;
  }

  /**
   * What words of the branch are about in the base: where they are new, the words they replace, or
   * else the word beside them.
   */
  public static Span inBase(Span span, List<Hunk> hunks, String base) {
    int start = inBase(span.start(), true, hunks);
    int end = Math.max(start, inBase(span.end(), false, hunks));
    return start == end && !span.isEmpty() ? word(base, start) : new Span(start, end);
  }

  private static int inBase(int offset, boolean start, List<Hunk> hunks) {
    int by = 0;
    for (Hunk hunk : hunks) {
      int from = hunk.span().start() + by;
      int to = from + hunk.replacement().length();
      boolean before = to <= offset && (start || from < to || to < offset);
      if (before) {
        by += hunk.replacement().length() - hunk.span().length();
      } else if (from < offset && offset < to) {
        return start ? hunk.span().start() : hunk.span().end();
      } else {
        break;
      }
    }
    return offset - by;
  }

  /** The word at a place, or else the last one before it. */
  private static Span word(String text, int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    if (end == at) {
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
    }
    int start = Math.min(at, end);
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return new Span(start, end);
  }
}
