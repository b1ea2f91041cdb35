package galley.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the letters of Arabic writing by Unicode's presentation forms, for PDFBox does not join
 * them. The forms of a letter follow one another: alone, final, initial, medial; letters that do
 * not join what follows have the first two.
 */
final class ArabicForms {
  private static final int LAM = 0x644;
  private static final String ALEFS = "\u0622\u0623\u0625\u0627";
  private static final int LAM_WITH_ALEF = 0xFEF5;

  private final Map<Integer, List<Integer>> forms = new HashMap<>();

  ArabicForms() {
    for (int form = 0xFB50; form < LAM_WITH_ALEF; form++) {
      String letter = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKD);
      String whole = Normalizer.normalize(letter, Normalizer.Form.NFC);
      if (whole.length() == 1 && whole.charAt(0) >= 0x620 && whole.charAt(0) < 0x700) {
        forms.computeIfAbsent((int) whole.charAt(0), _ -> new ArrayList<>()).add(form);
      }
    }
  }

  /** The text in logical order with the forms its letters take beside one another. */
  String joined(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    boolean before = false; // the letter before reaches this one
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (Character.getType(letter) == Character.NON_SPACING_MARK) {
        joined.append(letter);
        continue;
      }
      int next = next(text, i);
      int alef = letter == LAM && next == i + 1 ? ALEFS.indexOf(text.charAt(next)) : -1;
      if (alef >= 0) {
        joined.append((char) (LAM_WITH_ALEF + 2 * alef + (before ? 1 : 0)));
        before = false;
        i = next;
        continue;
      }
      List<Integer> own = forms.getOrDefault((int) letter, List.of());
      boolean reaches = own.size() == 4 && next >= 0 && joins(text.charAt(next));
      int form = (before ? 1 : 0) + (reaches ? 2 : 0);
      joined.append(form < own.size() ? (char) (int) own.get(form) : letter);
      before = reaches;
    }
    return joined.toString();
  }

  private boolean joins(char letter) {
    return forms.getOrDefault((int) letter, List.of()).size() >= 2;
  }

  private static int next(String text, int at) {
    int next = at + 1;
    while (next < text.length()
        && Character.getType(text.charAt(next)) == Character.NON_SPACING_MARK) {
      next++;
    }
    return next < text.length() ? next : -1;
  }
}
