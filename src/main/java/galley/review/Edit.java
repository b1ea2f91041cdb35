package galley.review;

/**
 * One part of a change of a text.
 *
 * @param at where it begins
 * @param removed what stood there
 * @param inserted what stands there now
 */
record Edit(int at, String removed, String inserted) {
  /** Where it ends in the text before. */
  int end() {
    return at + removed.length();
  }

  /** By how much everything behind it moves. */
  int shift() {
    return inserted.length() - removed.length();
  }

  /**
   * The edit, widened so that no surrogate pair is cut or made at its rim.
   *
   * @param text the text before
   */
  static Edit whole(CharSequence text, int at, String removed, String inserted) {
    int end = at + removed.length();
    String left = at > 0 ? String.valueOf(text.charAt(at - 1)) : "";
    String right = end < text.length() ? String.valueOf(text.charAt(end)) : "";
    boolean widensLeft = isPair(left, removed + right) || isPair(left, inserted + right);
    boolean widensRight = isPair(left + removed, right) || isPair(left + inserted, right);
    String before = widensLeft ? left : "";
    String after = widensRight ? right : "";
    return before.isEmpty() && after.isEmpty()
        ? new Edit(at, removed, inserted)
        : new Edit(at - before.length(), before + removed + after, before + inserted + after);
  }

  private static boolean isPair(String left, String right) {
    return !left.isEmpty()
        && !right.isEmpty()
        && Character.isSurrogatePair(left.charAt(left.length() - 1), right.charAt(0));
  }

  /** The same without what both sides begin and end with, by whole code points. */
  Edit least() {
    int shorter = Math.min(removed.length(), inserted.length());
    int from = 0;
    while (from < shorter && removed.codePointAt(from) == inserted.codePointAt(from)) {
      from += Character.charCount(removed.codePointAt(from));
    }
    int old = removed.length();
    int fresh = inserted.length();
    while (old > from
        && fresh > from
        && removed.codePointBefore(old) == inserted.codePointBefore(fresh)) {
      int units = Character.charCount(removed.codePointBefore(old));
      if (old - units < from || fresh - units < from) {
        break;
      }
      old -= units;
      fresh -= units;
    }
    return new Edit(at + from, removed.substring(from, old), inserted.substring(from, fresh));
  }
}
