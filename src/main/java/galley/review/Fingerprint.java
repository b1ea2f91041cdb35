package galley.review;

import java.util.ArrayList;
import java.util.List;

/**
 * A number that tells whether a text is again as it was: a polynomial over the prime 2^61 - 1 (Karp
 * and Rabin 1987), kept for blocks of the text, so that an edit costs no more in a long text than
 * in a short one. Two texts that differ have the same number once in 10^17 times. Used on one
 * thread.
 */
final class Fingerprint {
  private static final long PRIME = (1L << 61) - 1;
  private static final long BASE = 1_220_703_125_977_003_981L % PRIME;
  private static final int LARGEST = 2_048;
  private static final long[] POWERS = powers();

  private final List<Block> blocks = new ArrayList<>();

  private record Block(int length, long print) {}

  Fingerprint(CharSequence text) {
    replaced(0, 0, text.length(), text);
  }

  /** The number of the text as it is now. */
  long print() {
    long print = 0;
    for (Block block : blocks) {
      print = sum(product(print, POWERS[block.length]), block.print);
    }
    return print;
  }

  /**
   * That part of the text is another now.
   *
   * @param text the text after
   */
  void replaced(int at, int removed, int inserted, CharSequence text) {
    int first = 0;
    int start = 0;
    while (first < blocks.size() && start + blocks.get(first).length < at) {
      start += blocks.get(first++).length;
    }
    int last = first;
    int end = start;
    while (last < blocks.size() && (end < at + removed || last == first)) {
      end += blocks.get(last++).length;
    }
    int length = end - start - removed + inserted;
    blocks.subList(first, last).clear();
    int parts = (length + LARGEST - 1) / LARGEST;
    for (int i = 0; i < parts; i++) {
      int from = start + (int) ((long) length * i / parts);
      int to = start + (int) ((long) length * (i + 1) / parts);
      blocks.add(first + i, new Block(to - from, print(text, from, to)));
    }
  }

  private static long print(CharSequence text, int from, int to) {
    long print = 0;
    for (int i = from; i < to; i++) {
      print = sum(product(print, BASE), text.charAt(i) + 1L);
    }
    return print;
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  private static long product(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return sum(low & PRIME, high << 3 | low >>> 61);
  }

  private static long[] powers() {
    long[] powers = new long[LARGEST + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = product(powers[i - 1], BASE);
    }
    return powers;
  }
}
