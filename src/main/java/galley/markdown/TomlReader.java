package galley.markdown;

import galley.asset.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Reads TOML 1.0 into plain values, each key once, in their order. Dates and times are the text
 * they are written as.
 */
final class TomlReader {
  private static final TomlMapper TOML =
      TomlMapper.builder(
              TomlFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(FrontMatter.DEEPEST)
                          .maxNumberLength(400)
                          .build())
                  .build())
          .build();

  private TomlReader() {}

  static Map<String, @Nullable Object> read(String toml) {
    try {
      return keys(TOML.readTree(toml), 0);
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      int line = place == null ? 1 : Math.max(1, place.getLineNr());
      String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new FrontMatterException(
          Messages.text("markdown.front-matter-unreadable", why, line), e);
    }
  }

  private static Map<String, @Nullable Object> keys(JsonNode table, int depth) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> key : table.properties()) {
      keys.put(key.getKey(), value(key.getValue(), depth + 1));
    }
    return keys;
  }

  private static Object value(JsonNode node, int depth) {
    if (depth > FrontMatter.DEEPEST) {
      throw FrontMatter.refused(Messages.text("markdown.front-matter-too-deep"));
    }
    return switch (node.getNodeType()) {
      case OBJECT -> keys(node, depth);
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        node.forEach(item -> list.add(value(item, depth + 1)));
        yield list;
      }
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case STRING, NULL, MISSING, BINARY, POJO -> node.asString();
    };
  }

  /** The smallest type that holds a number, as YAML gives it. */
  private static Object number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return node.doubleValue();
    }
    if (node.canConvertToInt()) {
      return node.intValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
  }
}
