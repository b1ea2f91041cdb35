package galley.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;

/** Turns a run of right-to-left text so that its last character stands first. */
final class BidiOrder implements BidiReorderer {
  private final ArabicForms arabic = new ArabicForms();

  @Override
  public String reorderRTLTextToLTR(String text) {
    StringBuilder turned = new StringBuilder(text.length());
    int end = text.length();
    while (end > 0) {
      int start = text.offsetByCodePoints(end, -1);
      while (start > 0 && isMark(text.codePointAt(start))) {
        start = text.offsetByCodePoints(start, -1); // marks stay behind their letter
      }
      int first = text.codePointAt(start);
      turned.appendCodePoint(mirrored(first));
      turned.append(text, start + Character.charCount(first), end);
      end = start;
    }
    return turned.toString();
  }

  private static boolean isMark(int letter) {
    return Character.getType(letter) == Character.NON_SPACING_MARK;
  }

  private static int mirrored(int letter) {
    int at = "()[]{}<>«»‹›".indexOf(letter);
    return at < 0 ? letter : ")(][}{><»«›‹".charAt(at);
  }

  @Override
  public String shapeText(String text) {
    return arabic.joined(text);
  }

  @Override
  public String deshapeText(String text) {
    return text;
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }
}
