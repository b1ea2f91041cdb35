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
}
