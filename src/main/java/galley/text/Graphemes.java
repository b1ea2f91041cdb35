package galley.text;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.text.spi.BreakIteratorProvider;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the characters people see (extended grapheme clusters, UAX 29) by looking only near the
 * place that is asked for. The platform's own iterator goes over the whole text each time it gets
 * one, and JavaFX gives it the whole paragraph for every line it lays out, which makes typing in a
 * long paragraph slow. Used through {@code META-INF/services}; for all but characters the
 * platform's own iterators are used.
 */
public final class Graphemes extends BreakIteratorProvider {
  @Override
  public BreakIterator getCharacterInstance(Locale locale) {
    return new Near();
  }

  @Override
  @SuppressWarnings("NullAway") // the platform asks the next provider where one has none
  public @Nullable BreakIterator getWordInstance(Locale locale) {
    return null;
  }

  @Override
  @SuppressWarnings("NullAway") // as above
  public @Nullable BreakIterator getLineInstance(Locale locale) {
    return null;
  }

  @Override
  @SuppressWarnings("NullAway") // as above
  public @Nullable BreakIterator getSentenceInstance(Locale locale) {
    return null;
  }

  @Override
  public Locale[] getAvailableLocales() {
    return new Locale[] {Locale.getDefault(), Locale.ROOT, Locale.ENGLISH};
  }

  /** Iterates over one text. Not for use by several threads. */
  static final class Near extends BreakIterator {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private CharacterIterator source = new StringCharacterIterator("");
    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
      text = newText;
      at = 0;
      source = new StringCharacterIterator(newText);
    }

    @Override
    public void setText(CharacterIterator newText) {
      StringBuilder all = new StringBuilder();
      for (char c = newText.first();
          c != CharacterIterator.DONE || newText.getIndex() < newText.getEndIndex();
          c = newText.next()) {
        all.append(c);
      }
      newText.first();
      text = all.toString();
      source = newText;
      at = 0;
    }

    @Override
    public CharacterIterator getText() {
      return source;
    }

    private int begin() {
      return source.getBeginIndex();
    }

    /** Whether a unit always stands alone beside another such: scripts without joining marks. */
    private static boolean isSimple(char c) {
      return c >= 0x20 && c < 0x7F
          || c >= 0xA0 && c < 0x300 && c != 0xAD
          || c >= 0x391 && c < 0x482
          || c >= 0x48A && c < 0x530
          || c >= 0x5D0 && c <= 0x5EA
          || c >= 0x621 && c <= 0x64A
          || c >= 0x2010 && c <= 0x2027
          || c >= 0x3001 && c <= 0x3003
          || c >= 0x3041 && c <= 0x3096
          || c >= 0x30A1 && c <= 0x30FA
          || c >= 0x3400 && c <= 0x4DBF
          || c >= 0x4E00 && c <= 0x9FFF;
    }

    /** A boundary at or before an offset that needs no looking further back (UAX 29, GB999). */
    private int safe(int offset) {
      int place = offset;
      while (place > 0
          && !(place < text.length()
              && isSimple(text.charAt(place - 1))
              && isSimple(text.charAt(place)))) {
        place--;
      }
      return place;
    }

    /** The first boundary after an offset. */
    private int after(int offset) {
      if (offset + 1 < text.length()
          && isSimple(text.charAt(offset))
          && isSimple(text.charAt(offset + 1))) {
        return offset + 1;
      }
      Matcher clusters = CLUSTER.matcher(text).region(safe(offset), text.length());
      while (clusters.find()) {
        if (clusters.end() > offset) {
          return clusters.end();
        }
      }
      return text.length();
    }

    /** The last boundary before an offset. */
    private int before(int offset) {
      int start = safe(offset - 1);
      int last = start;
      Matcher clusters = CLUSTER.matcher(text).region(start, text.length());
      while (clusters.find() && clusters.end() < offset) {
        last = clusters.end();
      }
      return last;
    }

    @Override
    public int first() {
      at = 0;
      return current();
    }

    @Override
    public int last() {
      at = text.length();
      return current();
    }

    @Override
    public int next(int n) {
      int found = current();
      for (int i = 0; i < Math.abs(n) && found != DONE; i++) {
        found = n > 0 ? next() : previous();
      }
      return found;
    }

    @Override
    public int next() {
      if (at >= text.length()) {
        return DONE;
      }
      at = after(at);
      return current();
    }

    @Override
    public int previous() {
      if (at <= 0) {
        return DONE;
      }
      at = before(at);
      return current();
    }

    @Override
    public int following(int offset) {
      int wanted = checked(offset);
      if (wanted == text.length()) {
        at = text.length();
        return DONE;
      }
      at = after(wanted);
      return current();
    }

    @Override
    public int preceding(int offset) {
      int wanted = checked(offset);
      if (wanted == 0) {
        at = 0;
        return DONE;
      }
      at = before(wanted);
      return current();
    }

    @Override
    public boolean isBoundary(int offset) {
      int wanted = checked(offset);
      boolean yes = wanted == 0 || after(wanted - 1) == wanted;
      at = yes ? wanted : after(wanted);
      return yes;
    }

    private int checked(int offset) {
      int wanted = offset - begin();
      if (wanted < 0 || wanted > text.length()) {
        throw new IllegalArgumentException("No offset " + offset);
      }
      return wanted;
    }

    @Override
    public int current() {
      return at + begin();
    }

    @Override
    public Object clone() {
      Near copy = (Near) super.clone();
      copy.source = (CharacterIterator) source.clone();
      return copy;
    }
  }
}
