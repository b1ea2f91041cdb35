package galley.ui.editor;

import galley.text.Span;
import java.util.Optional;

/**
 * What to look for.
 *
 * @param words as typed
 * @param matchCase whether capitals count
 * @param wholeWord whether a letter or digit on either side spoils a hit
 * @param regex whether the words are a regular expression of Java
 * @param within the part of the text to look in, all where empty
 */
record Query(
    String words, boolean matchCase, boolean wholeWord, boolean regex, Optional<Span> within) {
  static final Query NOTHING = new Query("", false, false, false, Optional.empty());

  /** The same after so many characters gave way to others, so that the part stays on its words. */
  Query after(int at, int removed, int inserted) {
    return within
        .map(part -> {
          int start = moved(part.start(), at, removed, inserted, at < part.start());
          int end = moved(part.end(), at, removed, inserted, at <= part.end());
          return new Query(
              words,
              matchCase,
              wholeWord,
              regex,
              Optional.of(new Span(start, Math.max(start, end))));
        })
        .orElse(this);
  }

  private static int moved(int offset, int at, int removed, int inserted, boolean goes) {
    return goes ? Math.max(offset, at + removed) - removed + inserted : offset;
  }
}
