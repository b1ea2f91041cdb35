package galley.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text on screen is there, and none is left over. */
final class MessagesTest {
  private static final Path TEXTS = Path.of("assets/i18n");
  private static final Pattern USE =
      Pattern.compile("Messages\\s*\\.\\s*text\\(\\s*\"([^\"]*)\"\\s*([,)])?");

  @Test
  void everyTextThatIsUsedIsThere() throws IOException {
    Map<String, String> texts = texts();
    TreeSet<String> missing = new TreeSet<>();
    for (String key : uses().keySet()) {
      if (!texts.containsKey(key)) {
        missing.add("add to assets/i18n/" + area(key) + ".properties:  " + key + "=");
      }
    }
    assertEquals(List.of(), List.copyOf(missing));
  }

  @Test
  void everyTextThatIsThereIsUsed() throws IOException {
    Map<String, Boolean> uses = uses();
    TreeSet<String> unused = new TreeSet<>();
    texts()
        .forEach((key, text) -> {
          if (!uses.containsKey(key)) {
            unused.add(
                "remove from assets/i18n/" + area(key) + ".properties:  " + key + "=" + text);
          }
        });
    assertEquals(List.of(), List.copyOf(unused));
  }

  @Test
  void everyKeyStandsInTheFileOfItsArea() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files(TEXTS)) {
      for (String key : read(file).stringPropertyNames()) {
        if (!(area(key) + ".properties").equals(String.valueOf(file.getFileName()))) {
          wrong.add(file + ": " + key);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void textsWithArgumentsCanBeFilledIn() throws IOException {
    List<String> wrong = new ArrayList<>();
    Map<String, String> texts = texts();
    uses()
        .forEach((key, filled) -> {
          String text = texts.getOrDefault(key, "");
          if (filled) {
            try {
              MessageFormat format = new MessageFormat(text, Locale.ENGLISH);
              if (format.getFormats().length == 0) {
                wrong.add(key + " takes no argument: " + text);
              }
            } catch (IllegalArgumentException e) {
              wrong.add(key + ": " + e.getMessage() + ": " + text);
            }
            if (text.replace("''", "").contains("'")) {
              wrong.add(key + " needs its apostrophe twice: " + text);
            }
          } else if (text.contains("''") || text.matches(".*\\{\\d+.*")) {
            wrong.add(key + " is used without arguments: " + text);
          }
        });
    assertEquals(List.of(), wrong);
  }

  private static String area(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  /** Each key the program asks for, and whether it fills something in. */
  private static Map<String, Boolean> uses() throws IOException {
    Map<String, Boolean> uses = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
      for (Path file : walk.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher use = USE.matcher(Files.readString(file));
        while (use.find()) {
          uses.merge(use.group(1), ",".equals(use.group(2)), Boolean::logicalOr);
        }
      }
    }
    return uses;
  }

  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(TEXTS)) {
      Properties area = read(file);
      area.stringPropertyNames().forEach(key -> texts.put(key, area.getProperty(key)));
    }
    return texts;
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(f -> f.toString().endsWith(".properties")).sorted().toList();
    }
  }
}
