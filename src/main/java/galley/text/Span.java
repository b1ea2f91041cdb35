package galley.text;

/**
 * A range of a text in UTF-16 units, from 0.
 *
 * @param start the first unit inside
 * @param end the first unit after it, never before {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a span: " + start + " to " + end);
    }
  }

  /** The number of UTF-16 units inside. */
  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** Whether the unit at this offset lies inside. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** Whether the two share at least one unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The same range, moved by so many units. */
  public Span shifted(int by) {
    return new Span(start + by, end + by);
  }

  /** The part of the text inside. */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }
}
