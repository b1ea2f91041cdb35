package galley.review;

/**
 * Words that two people changed in different ways: a card, never signs in the text.
 *
 * @param piece which of {@link Merged#pieces()} it is
 * @param base the words before, may be empty
 * @param mine may be empty: cut
 * @param theirs may be empty: cut
 */
public record Conflict(int piece, Piece.Part base, Piece.Part mine, Piece.Part theirs) {
  /** Mine and then theirs, with a blank or what else mine ends with between them. */
  public String both() {
    String one = mine.text();
    String two = theirs.text();
    if (one.isEmpty() || two.isEmpty()) {
      return one + two;
    }
    boolean apart =
        Character.isWhitespace(one.codePointBefore(one.length()))
            || Character.isWhitespace(two.codePointAt(0));
    return apart ? one + two : one + " " + two;
  }
}
