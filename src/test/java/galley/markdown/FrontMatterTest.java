package galley.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.markdown.FrontMatter.Bare;
import galley.markdown.FrontMatter.Language;
import galley.markdown.FrontMatter.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontMatterTest {
  @Test
  void takesAFileApart() {
    assertEquals(
        new Parts(Language.YAML, "a: 1\nb: 2", "\nBody\n---\n", "\n", false),
        FrontMatter.split("---\na: 1\nb: 2\n---\n\nBody\n---\n"));
    assertEquals(
        new Parts(Language.YAML, "a: 1", "Body", "\r\n", true),
        FrontMatter.split("\uFEFF---  \r\na: 1\r\n---\r\nBody"));
    assertEquals(
        new Parts(Language.YAML, "", "Body", "\n", false), FrontMatter.split("---\n---\nBody"));
    assertEquals(
        new Parts(Language.YAML, "a: 1", "", "\n", false), FrontMatter.split("---\na: 1\n..."));
    assertEquals(
        new Parts(Language.TOML, "a = 1", "Body", "\n", false),
        FrontMatter.split("+++\na = 1\n+++\nBody"));
    for (String body : List.of("Body", "---\nBody", "--- a\n---\n", "", " ---\na: 1\n---\n")) {
      assertEquals(new Parts(Language.NONE, "", body, "\n", false), FrontMatter.split(body));
    }
    assertEquals("\r", FrontMatter.split("a\rb").lineEnding());
    assertEquals("\r\n", FrontMatter.split("a\r\nb").lineEnding());
  }

  @Test
  void readsKeysInTheirOrder() {
    Map<String, Object> keys =
        FrontMatter.read(
            "z: no\na: 12:30:45\nb: 2026-11-23\nc: [1, 1.5, true, null]\nd: {e: 0123}\n1: x");
    assertEquals(List.of("z", "a", "b", "c", "d", "1"), List.copyOf(keys.keySet()));
    assertEquals("no", keys.get("z"));
    assertEquals("12:30:45", keys.get("a"));
    assertEquals("2026-11-23", keys.get("b"));
    assertEquals(Arrays.asList(1, 1.5, true, null), keys.get("c"));
    assertEquals(Map.of("e", "0123"), keys.get("d"));
    assertEquals(Map.of(), FrontMatter.read(""));
    assertEquals(Map.of(), FrontMatter.read("# only a remark"));
  }

  @Test
  void writesStringsInQuotesAndDatesBare() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("title", "He said \"no\" \\ yes");
    keys.put("date", new Bare("2026-11-23T08:00:00Z"));
    keys.put("draft", true);
    keys.put("weight", 3);
    keys.put("tags", List.of("a", "b: c"));
    keys.put("no", null);
    keys.put("galley", Map.of("sources", List.of(Map.of("kind", "link"), List.of("x"), List.of())));
    assertEquals(
        """
        title: "He said \\"no\\" \\\\ yes"
        date: 2026-11-23T08:00:00Z
        draft: true
        weight: 3
        tags:
          - "a"
          - "b: c"
        "no": null
        galley:
          sources:
            - kind: "link"
            -
              - "x"
            - []
        """,
        FrontMatter.write(keys));
    assertThrows(IllegalArgumentException.class, () -> new Bare("a b"));
  }

  @Test
  void readsBackWhatItWrote() {
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      Map<String, Object> keys = map(random, 3);
      String yaml = FrontMatter.write(keys);
      assertEquals(keys, FrontMatter.read(yaml), yaml);
      assertEquals(List.copyOf(keys.keySet()), List.copyOf(FrontMatter.read(yaml).keySet()));
      Parts parts = FrontMatter.split("---\n" + yaml + "---\nBody");
      assertEquals(keys, FrontMatter.read(parts.front()));
      assertEquals("Body", parts.body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\na: 2",
        "a: [1",
        "a: b: c",
        "\ta: 1",
        "just words",
        "- a\n- b",
        "a: !!java.io.File x",
        "a: &a [*a]",
        "a: &a\n  b: *a",
        "a: \u0007",
        "a: *nothing",
        "a: 1\n---\nb: 2",
        "%YAML 3.0\n---\na: 1"
      })
  void refusesInPlainWords(String yaml) {
    String message =
        assertThrows(FrontMatterException.class, () -> FrontMatter.read(yaml)).getMessage();
    assertTrue(message.startsWith("The front matter can't be read: "), message);
    assertFalse(message.contains("null"), message);
  }

  @Test
  void refusesBombs() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    for (String yaml :
        List.of(
            bomb.toString(),
            "a: " + "[".repeat(100_000),
            "a: " + "[".repeat(60) + "]".repeat(60),
            "- ".repeat(100_000),
            "a: " + "{b: ".repeat(50_000),
            "a: \"" + "x".repeat(300_000) + "\"",
            "a: \"" + "é".repeat(140_000) + "\"")) {
      assertThrows(FrontMatterException.class, () -> FrontMatter.read(yaml));
    }
  }

  private static Map<String, Object> map(Random random, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      map.put(random.nextBoolean() ? "key" + i : text(random), value(random, depth));
    }
    return map;
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> random.nextInt();
      case 1 -> 1L << 40;
      case 2 -> random.nextDouble() * 1e12;
      case 3 -> random.nextBoolean();
      case 4 -> null;
      case 5, 6 -> text(random);
      case 7 -> map(random, depth - 1);
      default -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
    };
  }

  private static String text(Random random) {
    String[] pool = {
      "no",
      "12:30:45",
      "~",
      "0123",
      "a\nb\n",
      " trailing ",
      "\u0085",
      "😀",
      "",
      "null",
      "1e3",
      ".nan",
      "\"",
      "\\",
      "#a",
      "a: b",
      "- a",
      "\u0000",
      "\u2028",
      "\uFEFF",
      "é",
      "\t",
      "\r\n",
      "{{ a }}",
      "---",
      "\u007F",
      "\u0097",
      "\uFFFF",
      "@a",
      "`",
      "<<",
      "=",
      "y",
      "<h>",
      "\u200F",
      "2026-11-23",
      "|",
      ">"
    };
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      out.append(pool[random.nextInt(pool.length)]);
    }
    return out.toString();
  }

  @Test
  void readsTomlWithEveryKindOfValue() {
    String toml =
        """
        title = "A ferry"
        date = 2024-05-07T10:00:30+02:00
        day = 2024-05-07
        draft = false
        weight = 3
        large = 123456789012345
        half = 0.5
        tags = ["a", "b"]
        "a key" = '''two
        lines'''
        [params]
        author.name = "Ada"
        [[resources]]
        src = "ferry.jpg" # a remark
        """;
    Map<String, Object> keys = FrontMatter.read(FrontMatter.split("+++\n" + toml + "+++\nBody"));
    assertEquals(
        List.of(
            "title",
            "date",
            "day",
            "draft",
            "weight",
            "large",
            "half",
            "tags",
            "a key",
            "params",
            "resources"),
        List.copyOf(keys.keySet()));
    assertEquals("2024-05-07T10:00:30+02:00", keys.get("date"));
    assertEquals("2024-05-07", keys.get("day"));
    assertEquals(false, keys.get("draft"));
    assertEquals(3, keys.get("weight"));
    assertEquals(123456789012345L, keys.get("large"));
    assertEquals(0.5, keys.get("half"));
    assertEquals("two\nlines", keys.get("a key"));
    assertEquals(Map.of("author", Map.of("name", "Ada")), keys.get("params"));
    assertEquals(List.of(Map.of("src", "ferry.jpg")), keys.get("resources"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = ", "a = 1\na = 2", "= 1", "a = [1", "[a]\n[a]"})
  void saysWhereTomlIsBroken(String toml) {
    FrontMatter.Parts parts = FrontMatter.split("+++\n" + toml + "\n+++\n");
    FrontMatterException e =
        assertThrows(FrontMatterException.class, () -> FrontMatter.read(parts));
    assertTrue(e.getMessage().contains(", in line "), e.getMessage());
  }

  @Test
  void refusesTomlWithoutEnd() {
    for (String toml :
        List.of(
            "a = " + "[".repeat(10_000) + "]".repeat(10_000),
            "a" + ".a".repeat(10_000) + " = 1",
            "a = 1" + "0".repeat(100_000),
            "a = \"" + "x".repeat(300_000) + "\"")) {
      FrontMatter.Parts parts = FrontMatter.split("+++\n" + toml + "\n+++\n");
      assertThrows(FrontMatterException.class, () -> FrontMatter.read(parts));
    }
  }
}
