package galley.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes YAML that readers of YAML 1.1 and 1.2 take alike: every string in double quotes (YAML 1.2,
 * 7.3.1), so that none turns into a number, a date or a yes.
 */
final class YamlWriter {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,100}");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlWriter() {}

  static void keys(StringBuilder out, Map<?, ?> keys, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : keys.entrySet()) {
      if (!first || out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
        out.append(" ".repeat(indent));
      }
      key(out, String.valueOf(entry.getKey()));
      out.append(':');
      value(out, entry.getValue(), indent + 2);
      first = false;
    }
  }

  private static void key(StringBuilder out, String key) {
    if (PLAIN_KEY.matcher(key).matches() && !WORDS.contains(key.toLowerCase(Locale.ROOT))) {
      out.append(key);
    } else {
      quoted(out, key);
    }
  }

  /** Writes a value and ends the line; the key's colon or the item's hyphen stands before. */
  private static void value(StringBuilder out, @Nullable Object value, int indent) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        out.append('\n');
        keys(out, map, indent);
      }
      case List<?> list when !list.isEmpty() -> {
        out.append('\n');
        list(out, list, indent);
      }
      case null, default -> {
        out.append(' ');
        scalar(out, value);
        out.append('\n');
      }
    }
  }

  private static void list(StringBuilder out, List<?> list, int indent) {
    for (Object item : list) {
      out.append(" ".repeat(indent)).append('-');
      if (item instanceof Map<?, ?> map && !map.isEmpty()) {
        out.append(' ');
        keys(out, map, indent + 2);
      } else {
        value(out, item, indent + 2);
      }
    }
  }

  private static void scalar(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case FrontMatter.Bare bare -> out.append(bare.text());
      case Boolean bool -> out.append(bool);
      case Double number when number.isNaN() -> out.append(".nan");
      case Double number when number.isInfinite() -> out.append(number > 0 ? ".inf" : "-.inf");
      case Number number -> out.append(number);
      case Map<?, ?> _ -> out.append("{}");
      case List<?> _ -> out.append("[]");
      default -> quoted(out, value.toString());
    }
  }

  private static void quoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (isPrintable(c)) {
            out.appendCodePoint(c);
          } else {
            out.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
          }
        }
      }
      i += Character.charCount(c);
    }
    out.append('"');
  }

  /** YAML 1.2, 5.1, without line separators and marks that editors can't show. */
  private static boolean isPrintable(int c) {
    return c >= ' ' && c < 0x7F
        || c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029 && c != 0xAD
        || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF
        || c >= 0x10000;
  }
}
