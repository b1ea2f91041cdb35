package galley.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The few words pages say themselves, in the languages the theme knows; English elsewhere. */
final class Vocabulary {
  private final Properties texts;

  private Vocabulary(Properties texts) {
    this.texts = texts;
  }

  static Vocabulary read(String text) {
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException("The theme's words can't be read", e);
    }
    return new Vocabulary(texts);
  }

  /** The words for a BCP 47 tag. */
  Language of(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String language = locale.getLanguage();
    return new Language(texts, texts.containsKey(language + ".skip") ? language : "en", locale);
  }

  /**
   * One language's words.
   *
   * @param known the language the words are in
   * @param locale the language of the post
   */
  record Language(Properties texts, String known, Locale locale) {
    /** The text with {@code {0}} and so on filled in; arguments are put in as they are. */
    String say(String name, Object... arguments) {
      String text = texts.getProperty(known + "." + name);
      if (text == null) {
        throw new IllegalStateException("The theme has no words for " + known + "." + name);
      }
      return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }
  }
}
