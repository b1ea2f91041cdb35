package galley.markdown;

import galley.asset.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The keys at the top of a Markdown file: between lines of three hyphens in YAML 1.2 with the JSON
 * schema, where {@code no}, {@code 0123}, {@code ~} and dates are strings; or between lines of
 * three plus signs in TOML 1.0. They are always written as YAML.
 */
public final class FrontMatter {
  private static final int LONGEST = 256 << 10;
  static final int DEEPEST = 50;
  private static final Pattern YAML =
      Pattern.compile(
          "---[ \\t]*(\\r\\n|\\n|\\r)(?s:(.*?)(?:\\r\\n|\\n|\\r))??(?:---|\\.\\.\\.)["
              + " \\t]*(?:\\r\\n|\\n|\\r|\\z)");
  private static final Pattern TOML =
      Pattern.compile(
          "\\+\\+\\+[ \\t]*(\\r\\n|\\n|\\r)(?s:(.*?)(?:\\r\\n|\\n|\\r))??\\+\\+\\+["
              + " \\t]*(?:\\r\\n|\\n|\\r|\\z)");
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(false)
          .setAllowRecursiveKeys(false)
          .setMaxAliasesForCollections(10)
          .setCodePointLimit(LONGEST)
          .build();

  /** In what language front matter is written. */
  public enum Language {
    NONE,
    YAML,
    /** Between lines of {@code +++}, as Hugo has it. */
    TOML
  }

  /**
   * A file taken apart.
   *
   * @param front the lines between the fences without the last line ending, empty where there are
   *     none
   * @param body what stands below, to the last character
   * @param lineEnding the one after the first fence, or else the first of the file, or else a line
   *     feed
   * @param byteOrderMark whether the file began with one; it is in neither part
   */
  public record Parts(
      Language language, String front, String body, String lineEnding, boolean byteOrderMark) {}

  /** A value that is written as it is, without quotes: a date as RFC 3339. */
  public record Bare(String text) {
    public Bare {
      if (!text.matches("[0-9A-Za-z+.:-]{1,40}")) {
        throw new IllegalArgumentException("Only a date or number can go without quotes: " + text);
      }
    }
  }

  private FrontMatter() {}

  /** Takes a file apart; never fails. Three hyphens that no second fence follows are a rule. */
  public static Parts split(String file) {
    boolean mark = file.startsWith("\uFEFF");
    String text = mark ? file.substring(1) : file;
    for (Language language : List.of(Language.YAML, Language.TOML)) {
      Matcher found = (language == Language.YAML ? YAML : TOML).matcher(text);
      if (found.lookingAt()) {
        String front = found.group(2) == null ? "" : found.group(2);
        return new Parts(language, front, text.substring(found.end()), found.group(1), mark);
      }
    }
    return new Parts(Language.NONE, "", text, lineEnding(text), mark);
  }

  private static String lineEnding(String text) {
    int feed = text.indexOf('\n');
    int carriage = text.indexOf('\r');
    if (carriage < 0 || feed >= 0 && feed < carriage) {
      return "\n";
    }
    return feed == carriage + 1 ? "\r\n" : "\r";
  }

  /**
   * Reads front matter in the language it is written in.
   *
   * @throws FrontMatterException as {@link #read(String)}
   */
  public static Map<String, @Nullable Object> read(Parts parts) {
    return switch (parts.language()) {
      case NONE -> new LinkedHashMap<>();
      case YAML -> read(parts.front());
      case TOML -> {
        refuseLong(parts.front());
        yield TomlReader.read(parts.front());
      }
    };
  }

  /**
   * Reads YAML into its keys in their order. Values are strings, whole and decimal numbers,
   * booleans, nulls, lists and maps of them; keys that are no strings become strings.
   *
   * @throws FrontMatterException where it is no YAML, has a key twice, more than 10 aliases, is
   *     longer than 256 kB, deeper than 50 levels, or has no keys at all but words
   */
  public static Map<String, @Nullable Object> read(String yaml) {
    refuseLong(yaml);
    try {
      // Before it is loaded, for loading goes as deep on the stack as the text is nested.
      int depth = 0;
      for (Event event : new Parse(SETTINGS).parseString(yaml)) {
        depth += event instanceof CollectionStartEvent ? 1 : 0;
        depth -= event instanceof CollectionEndEvent ? 1 : 0;
        if (depth > DEEPEST) {
          throw refused(Messages.text("markdown.front-matter-too-deep"));
        }
      }
      Object loaded = new Load(SETTINGS).loadFromString(yaml);
      if (loaded == null) {
        return new LinkedHashMap<>();
      }
      if (!(loaded instanceof Map<?, ?> map)) {
        throw refused(Messages.text("markdown.front-matter-not-keys"));
      }
      return plain(map, 0);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new FrontMatterException(
          Messages.text("markdown.front-matter-unreadable", e.getProblem(), line), e);
    } catch (YamlEngineException e) {
      throw new FrontMatterException(
          Messages.text("markdown.front-matter-refused", String.valueOf(e.getMessage())), e);
    }
  }

  /**
   * Writes keys in their order, each string in double quotes, numbers, booleans and nulls bare,
   * lists and maps below their key. Reading it again gives the same keys and values.
   *
   * @param keys of strings, numbers, booleans, nulls, {@link Bare}s, and lists and maps of them;
   *     anything else is written as the string it gives
   * @return lines that each end with a line feed, without fences
   */
  public static String write(Map<String, ?> keys) {
    StringBuilder out = new StringBuilder();
    YamlWriter.keys(out, keys, 0);
    return out.toString();
  }

  static FrontMatterException refused(String why) {
    return new FrontMatterException(Messages.text("markdown.front-matter-refused", why), null);
  }

  private static void refuseLong(String front) {
    if (front.length() > LONGEST || front.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw refused(Messages.text("markdown.front-matter-too-long"));
    }
  }

  private static Map<String, @Nullable Object> plain(Map<?, ?> map, int depth) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    map.forEach((key, value) -> out.put(String.valueOf(key), value(value, depth + 1)));
    return out;
  }

  private static @Nullable Object value(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      // an alias inside what it stands for goes on without end
      throw refused(Messages.text("markdown.front-matter-too-deep"));
    }
    if (value instanceof Map<?, ?> map) {
      return plain(map, depth);
    }
    if (value instanceof Iterable<?> many) {
      List<@Nullable Object> list = new ArrayList<>();
      many.forEach(one -> list.add(value(one, depth + 1)));
      return list;
    }
    return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value;
  }
}
