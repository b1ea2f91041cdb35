package galley.text;

/** How alike two words are: whether one may be the other respelt. */
final class Likeness {
  private static final double LEAST = 0.6;

  private Likeness() {}

  /** The share of letters in common, in order (twice their number by both lengths); 0 under 0.6. */
  static double of(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    if (!isWord(a)
        || !isWord(b)
        || 2.0 * Math.min(a.length(), b.length()) < LEAST * (a.length() + b.length())) {
      return 0;
    }
    double share = 2.0 * common(a, b) / (a.length() + b.length());
    return share >= LEAST ? share : 0;
  }

  private static boolean isWord(String word) {
    return Character.isLetterOrDigit(word.codePointAt(0));
  }

  private static int common(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int i = 0; i < a.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        row[j] = a.charAt(i) == b.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
