package galley.text;

/** How much of a break there is before each token of a text: a paragraph, a sentence, a phrase. */
final class Breaks {
  private static final String CLOSING = "\"'”’)]*_";
  private static final String ENDING = ".!?…。";

  private final String text;
  private final Tokens tokens;

  Breaks(String text, Tokens tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** From 0, no break at all, to 5, the text's own end. */
  int before(int token) {
    if (token == 0 || token == tokens.size()) {
      return 5;
    }
    int end = tokens.end(token - 1);
    String gap = text.substring(end, tokens.start(token));
    long lines = gap.chars().filter(c -> c == '\n').count();
    if (lines > 1) {
      return 5;
    }
    while (end > 1 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    char last = text.charAt(end - 1);
    if (ENDING.indexOf(last) >= 0 && !gap.isEmpty()) {
      return 4;
    }
    if (lines == 1) {
      return 2;
    }
    return gap.isEmpty() ? 0 : last == ';' || last == ':' || last == ',' ? 2 : 1;
  }
}
