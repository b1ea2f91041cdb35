package galley.post;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Front-matter values of any kind as JSON and back, each with its kind and its order. What JSON has
 * no word for is an object with the key {@code $}: numbers that are no decimal fractions, bytes,
 * and maps whose keys are not all plain texts.
 */
final class ExtraJson {
  private static final String MARK = "$";
  private static final Set<String> KINDS =
      Set.of("long", "integer", "double", "decimal", "bytes", "map");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExtraJson() {}

  static JsonNode write(@Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case String text -> NODES.stringNode(text);
      case Boolean truth -> NODES.booleanNode(truth);
      case Integer number -> NODES.numberNode(number.intValue());
      case Long number -> marked("long", number.toString());
      case BigInteger number -> marked("integer", number.toString());
      case Double number -> marked("double", number.toString());
      case Float number -> marked("double", Double.toString(number));
      case BigDecimal number -> marked("decimal", number.toString());
      case byte[] bytes -> marked("bytes", HexFormat.of().formatHex(bytes));
      case Iterable<?> list -> {
        ArrayNode array = NODES.arrayNode();
        list.forEach(item -> array.add(write(item)));
        yield array;
      }
      case Map<?, ?> map -> map(map);
      default -> throw new IllegalArgumentException("Not a front-matter value: " + value);
    };
  }

  static @Nullable Object read(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.isString()) {
      return node.asString();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isNumber()) {
      return number(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(item -> list.add(read(item)));
      return list;
    }
    if (isMarked(node)) {
      return unmarked(node.path(MARK).stringValue(), node.required("value"));
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    read(node, map);
    return map;
  }

  /** Reads an object's keys into a map, in their order. */
  static void read(JsonNode object, Map<String, @Nullable Object> into) {
    if (isMarked(object) && read(object) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> into.put(String.valueOf(key), value));
      return;
    }
    object.properties().forEach(entry -> into.put(entry.getKey(), read(entry.getValue())));
  }

  /** Archives of the first version marked nothing, so a map in them may have the key itself. */
  private static boolean isMarked(JsonNode object) {
    return object.path(MARK).isString()
        && KINDS.contains(object.path(MARK).stringValue())
        && object.has("value")
        && object.size() == 2;
  }

  /** The smallest type that holds a number, as the reader of YAML gives it. */
  private static Object number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return node.doubleValue();
    }
    if (node.canConvertToInt()) {
      return node.intValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
  }

  private static JsonNode map(Map<?, ?> map) {
    if (!map.containsKey(MARK) && map.keySet().stream().allMatch(String.class::isInstance)) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, value) -> object.set((String) key, write(value)));
      return object;
    }
    ObjectNode object = NODES.objectNode().put(MARK, "map");
    ArrayNode entries = object.putArray("value");
    map.forEach((key, value) -> entries.addArray().add(write(key)).add(write(value)));
    return object;
  }

  private static ObjectNode marked(String kind, String value) {
    return NODES.objectNode().put(MARK, kind).put("value", value);
  }

  private static Object unmarked(String kind, JsonNode value) {
    return switch (kind) {
      case "long" -> Long.valueOf(value.asString());
      case "integer" -> new BigInteger(value.asString());
      case "double" -> Double.valueOf(value.asString());
      case "decimal" -> new BigDecimal(value.asString());
      case "bytes" -> HexFormat.of().parseHex(value.asString());
      case "map" -> {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        value.forEach(entry -> map.put(read(entry.required(0)), read(entry.required(1))));
        yield map;
      }
      default -> throw new IllegalArgumentException("Not a front-matter value: " + kind);
    };
  }
}
