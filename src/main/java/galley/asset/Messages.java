package galley.asset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All text on screen. A key is {@code area.name}; its area names the file {@code
 * i18n/<area>.properties} (UTF-8). A text with arguments is a {@link MessageFormat}: an apostrophe
 * in it is written twice; a text without arguments is used as it stands.
 */
public final class Messages {
  private static final Map<String, Properties> AREAS = new ConcurrentHashMap<>();

  private Messages() {}

  /** The text for a key, with {@code {0}}, {@code {1}} and so on filled in. */
  public static String text(String key, Object... arguments) {
    int dot = key.indexOf('.');
    String text =
        dot < 0
            ? null
            : AREAS.computeIfAbsent(key.substring(0, dot), Messages::read).getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("No text for " + key);
    }
    return arguments.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
  }

  private static Properties read(String area) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Assets.text("i18n/" + area + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException("The texts of " + area + " can't be read", e);
    }
    return properties;
  }
}
