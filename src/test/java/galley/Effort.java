package galley;

/**
 * How often the tests that try the same fault again and again try it: so often in the suite, more
 * often by night. A count can be given by hand, {@code -Dgalley.kills=500}, and a seed with it,
 * {@code -Dgalley.seed=3}, so that a long night can be run in slices that differ.
 */
public final class Effort {
  private static final boolean NIGHTLY = Boolean.getBoolean("galley.nightly");

  private Effort() {}

  /** What is to be done so often. */
  public static int count(String what, int suite, int nightly) {
    return Integer.getInteger("galley." + what, NIGHTLY ? nightly : suite);
  }

  /** The seed of a test's chances: its own, or another one for another slice. */
  public static long seed(long own) {
    return own + 1_000_003L * Long.getLong("galley.seed", 0);
  }
}
