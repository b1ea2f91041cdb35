package galley.store;

import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.post.Details;
import galley.post.Draft;

/**
 * What a list shows of a draft.
 *
 * @param text the standfirst or the beginning of the text without markup, at most 200 characters
 * @param words in the body, as a reader reads them
 */
public record FirstWords(String text, int words) {
  private static final int LONGEST = 200;

  /** Parses the body; takes a moment for a long one. */
  public static FirstWords of(Draft draft) {
    return of(draft.details(), Markdown.parse(draft.body()));
  }

  /** The same of a body that was read already. */
  public static FirstWords of(Details details, ParsedBody body) {
    String standfirst = details.standfirst().strip();
    return new FirstWords(cut(standfirst.isEmpty() ? body.plainText() : standfirst), body.words());
  }

  private static String cut(String text) {
    int enough = Math.min(text.length(), LONGEST * 10); // the rest is never shown
    String plain = text.substring(0, enough).replaceAll("[\\s\\x00]+", " ").strip();
    if (plain.codePointCount(0, plain.length()) <= LONGEST) {
      return plain;
    }
    String cut = plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
    int space = cut.lastIndexOf(' ');
    return space > LONGEST / 2 ? cut.substring(0, space) : cut;
  }
}
