package galley.docx;

import galley.docx.WordText.Change;
import galley.docx.WordText.ListKind;
import galley.docx.WordText.Para;
import galley.docx.WordText.Run;
import galley.docx.WordText.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the styles and lists of a document mean: by their names, which all programs share. */
final class Styles {
  private final Map<String, Xml> styles = new HashMap<>();
  private final Map<String, Xml> lists = new HashMap<>();

  Styles(Optional<Xml> styleSheet, Optional<Xml> numbering) {
    styleSheet.ifPresent(
        all -> all.children.forEach(one -> styles.put(one.attribute("styleId"), one)));
    Map<String, Xml> kinds = new HashMap<>();
    numbering.ifPresent(all -> {
      all.children.forEach(one -> kinds.put(one.attribute("abstractNumId"), one));
      for (Xml one : all.children) {
        Xml kind = kinds.get(one.value("abstractNumId"));
        if (one.name.equals("num") && kind != null) {
          lists.put(one.attribute("numId"), kind);
        }
      }
    });
  }

  Para paragraph(Xml properties, Change mark, List<Run> runs) {
    String style = name(properties.value("pStyle"));
    Optional<Xml> numbers = numbers(properties);
    int level =
        numbers.map(one -> one.child("ilvl").map(l -> l.number("val", 0)).orElse(0)).orElse(0);
    int list =
        numbers.map(one -> one.child("numId").map(l -> l.number("val", 0)).orElse(0)).orElse(0);
    if (style.startsWith("heading ") && style.matches("heading [1-9]")) {
      int depth = Math.min(6, style.charAt(8) - '0');
      return new Para(Style.HEADING, depth, ListKind.NONE, 0, mark, runs);
    }
    Style kind =
        switch (style) {
          case "title" -> Style.TITLE;
          case "subtitle" -> Style.SUBTITLE;
          case "quote", "intense quote", "block text", "quotations" -> Style.QUOTE;
          case "source code", "html preformatted", "preformatted text", "plain text" -> Style.CODE;
          case "horizontal rule", "horizontal line" -> Style.RULE;
          default -> Style.TEXT;
        };
    if (list > 0) {
      ListKind bullets = isNumbered(list, level) ? ListKind.NUMBERS : ListKind.BULLETS;
      return new Para(kind, Math.clamp(level, 0, 8), bullets, list, mark, runs);
    }
    int indent =
        properties
            .child("ind")
            .map(ind -> Math.max(ind.number("left", 0), ind.number("start", 0)))
            .orElse(0);
    boolean continued = style.equals("list paragraph") && indent >= 700;
    return new Para(
        kind,
        continued ? Math.min(8, indent / 720 - 1) : 0,
        continued ? ListKind.CONTINUED : ListKind.NONE,
        0,
        mark,
        runs);
  }

  private Optional<Xml> numbers(Xml properties) {
    Optional<Xml> own = properties.child("numPr");
    if (own.isPresent()) {
      return own;
    }
    return chain(properties.value("pStyle")).stream()
        .flatMap(style -> style.child("pPr").flatMap(one -> one.child("numPr")).stream())
        .findFirst();
  }

  private boolean isNumbered(int list, int level) {
    Xml kind = lists.get(Integer.toString(list));
    if (kind == null) {
      return false;
    }
    for (Xml one : kind.children) {
      if (one.name.equals("lvl") && one.number("ilvl", 0) == level) {
        String format = one.value("numFmt");
        return !format.equals("bullet") && !format.equals("none");
      }
    }
    return false;
  }

  /** The looks of a run: its style's and its own. */
  int looks(Xml properties) {
    int looks = 0;
    List<Xml> chain = chain(properties.value("rStyle"));
    for (Xml style : chain.reversed()) {
      String name = style.value("name").toLowerCase(Locale.ROOT);
      boolean code =
          Set.of("verbatim char", "source text", "html code", "html typewriter").contains(name);
      looks |= code ? Run.CODE : 0;
      Optional<Xml> own = style.child("rPr");
      boolean link = name.contains("link") || name.contains("reference");
      looks = own.isPresent() && !link ? own(own.get(), looks) : looks;
    }
    return own(properties, looks);
  }

  private static int own(Xml properties, int before) {
    int looks = before;
    for (Xml one : properties.children) {
      int bit =
          switch (one.name) {
            case "b" -> Run.BOLD;
            case "i" -> Run.ITALIC;
            case "strike", "dstrike" -> Run.STRUCK;
            default -> 0;
          };
      boolean on = Xml.isOn(one.attribute("val"));
      looks = on ? looks | bit : looks & ~bit;
      if (one.name.equals("vertAlign")) {
        String place = one.attribute("val");
        looks |= place.equals("superscript") ? Run.RAISED : 0;
        looks |= place.equals("subscript") ? Run.LOWERED : 0;
      }
    }
    return looks;
  }

  private String name(String id) {
    for (Xml style : chain(id)) {
      String name = style.value("name").toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !style.attribute("customStyle").equals("1") || isKnown(name)) {
        return name;
      }
    }
    return id.toLowerCase(Locale.ROOT);
  }

  private static boolean isKnown(String name) {
    return Set.of(
            "source code", "horizontal rule", "horizontal line", "preformatted text", "quotations")
        .contains(name);
  }

  /** A style and those it is based on. */
  private List<Xml> chain(String id) {
    List<Xml> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String next = id; !next.isEmpty() && seen.add(next); ) {
      Xml style = styles.get(next);
      if (style == null) {
        break;
      }
      chain.add(style);
      next = style.value("basedOn");
    }
    return chain;
  }
}
