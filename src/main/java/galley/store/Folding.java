package galley.store;

import java.io.IOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes one word of what a reader takes for one: without accents, however they are written, without
 * marks nobody sees, and without an English possessive's ending. Comes after lower case.
 */
final class Folding extends TokenFilter {
  /** Combining diacritical marks; soft hyphen, word joiner, no-break space of no width. */
  private static final Pattern UNSEEN = Pattern.compile("[\u0300-\u036f\u00ad\u2060\ufeff]");

  private static final Pattern APOSTROPHE = Pattern.compile("[’‘ʼ＇]");
  private static final String POSSESSIVE = "'s";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  Folding(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (isPlain()) {
      return true;
    }
    String word = term.toString();
    String folded = folded(word);
    if (!folded.isEmpty() && !folded.equals(word)) {
      term.setEmpty().append(folded);
    }
    return true;
  }

  private static String folded(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
    String bare = UNSEEN.matcher(apart).replaceAll("");
    String whole = Normalizer.normalize(bare, Normalizer.Form.NFC); // Hangul was taken apart
    String straight = APOSTROPHE.matcher(whole).replaceAll("'");
    return isPossessive(straight)
        ? straight.substring(0, straight.length() - POSSESSIVE.length())
        : straight;
  }

  /** Whether a word, in any case and with any apostrophe, ends as an English possessive does. */
  static boolean isPossessive(String word) {
    String straight = APOSTROPHE.matcher(word).replaceAll("'");
    int length = POSSESSIVE.length();
    return straight.length() > length
        && straight.regionMatches(true, straight.length() - length, POSSESSIVE, 0, length);
  }

  /** Most words are ASCII letters and digits, which stay as they are. */
  private boolean isPlain() {
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (c >= 0x80 || c == '\'') {
        return false;
      }
    }
    return true;
  }
}
