package galley.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file's front matter and the body below it. */
record Front(String yaml, String body) {
  private static final Pattern FENCES =
      Pattern.compile("\\A---[ \\t]*\\R(?:([\\s\\S]*?)\\R)??---[ \\t]*(?:\\R|\\z)");

  static Front of(String text) {
    Matcher found = FENCES.matcher(text);
    return found.lookingAt()
        ? new Front(found.group(1) == null ? "" : found.group(1), text.substring(found.end()))
        : new Front("", text);
  }

  Map<String, @Nullable Object> keys() throws RefusedException {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setAllowDuplicateKeys(false)
              .setMaxAliasesForCollections(10)
              .setCodePointLimit(256 << 10)
              .build();
      Map<String, @Nullable Object> keys = new LinkedHashMap<>();
      if (new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map) {
        map.forEach((key, value) -> keys.put(String.valueOf(key), value));
      }
      return keys;
    } catch (YamlEngineException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }
}
