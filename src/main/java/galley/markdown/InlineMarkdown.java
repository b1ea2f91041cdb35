package galley.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Writes the atoms of one paragraph as Markdown, on as many lines as it has line breaks. */
final class InlineMarkdown {
  /** How careful the writing is; each is tried when the one before gives other words. */
  enum Care {
    LIGHT,
    /** Without emphasis. */
    CALM,
    /** Without emphasis, and every sign escaped. */
    FULL
  }

  private static final List<Level> LEVELS =
      List.of(
          new Level(look -> !look.link().isEmpty(), (look, _) -> look.withLink(""), false),
          new Level(Look::strong, (look, on) -> look.withStrong(on), true),
          new Level(Look::emphasis, (look, on) -> look.withEmphasis(on), true),
          new Level(Look::struck, (look, on) -> look.withStruck(on), true),
          new Level(look -> !look.raised().isEmpty(), (look, _) -> look.withRaised(""), false));
  private static final List<String> SIGNS = List.of("", "**", "*", "~~", "");

  private final Care care;
  private final boolean notes;

  /**
   * @param flanked whether the signs hold only beside words (CommonMark 6.2)
   */
  private record Level(Predicate<Look> on, BiFunction<Look, Boolean, Look> set, boolean flanked) {}

  InlineMarkdown(Care care, boolean notes) {
    this.care = care;
    this.notes = notes;
  }

  /** The lines of a paragraph, each safe at the start of a line. */
  List<String> lines(List<Atom> atoms) {
    List<String> lines = new ArrayList<>();
    List<Atom> line = new ArrayList<>();
    for (Atom atom : trimmed(flanked(atoms))) {
      if (atom.kind() == Atom.Kind.BREAK) {
        lines.add(line(line));
        line.clear();
      } else {
        line.add(atom);
      }
    }
    lines.add(line(line));
    lines.removeIf(String::isEmpty);
    return lines;
  }

  /** A paragraph on one line, line breaks as blanks. */
  String oneLine(List<Atom> atoms) {
    List<Atom> flat = new ArrayList<>();
    for (Atom atom : atoms) {
      flat.add(
          atom.kind() == Atom.Kind.BREAK
              ? Atom.of(Atom.Kind.SPACE, " ", atom.look().withLink(""))
              : atom);
    }
    return level(trimmed(flanked(flat)), 0, new StringBuilder()).toString();
  }

  private String line(List<Atom> atoms) {
    String text = level(trimmed(atoms), 0, new StringBuilder()).toString();
    return care == Care.FULL ? text : Escape.lineStart(text);
  }

  private List<Atom> flanked(List<Atom> atoms) {
    List<Atom> out = new ArrayList<>(atoms);
    if (care != Care.LIGHT) {
      out.replaceAll(atom -> atom.with(atom.look().calm()));
    }
    for (Level level : LEVELS) {
      for (int i = 0; i < out.size(); ) {
        int end = i;
        while (end < out.size() && level.on.test(out.get(end).look())) {
          end++;
        }
        if (end > i) {
          narrow(out, i, end, level);
        }
        i = end + 1;
      }
    }
    return out;
  }

  /** Takes blanks, and signs between which the markup would not hold, out at both ends. */
  private static void narrow(List<Atom> atoms, int start, int end, Level level) {
    int first = start;
    int last = end;
    while (first < last
        && (atoms.get(first).isGap()
            || level.flanked && isSign(atoms, first) && isWord(atoms, first - 1))) {
      first++;
    }
    while (last > first
        && (atoms.get(last - 1).isGap()
            || level.flanked && isSign(atoms, last - 1) && isWord(atoms, last))) {
      last--;
    }
    for (int i = start; i < end; i++) {
      boolean outside = i < first || i >= last;
      // emphasis is not carried over a line break
      if (outside || atoms.get(i).kind() == Atom.Kind.BREAK) {
        atoms.set(i, atoms.get(i).with(level.set.apply(atoms.get(i).look(), false)));
      }
    }
  }

  private static boolean isWord(List<Atom> atoms, int at) {
    return at >= 0 && at < atoms.size() && !atoms.get(at).isGap() && !isSign(atoms, at);
  }

  private static boolean isSign(List<Atom> atoms, int at) {
    Atom atom = atoms.get(at);
    if (atom.kind() != Atom.Kind.WORD) {
      return atom.kind() != Atom.Kind.SPACE;
    }
    int c = atom.text().codePointAt(0);
    return !Character.isLetterOrDigit(c) || atom.look().code();
  }

  private static List<Atom> trimmed(List<Atom> atoms) {
    int start = 0;
    int end = atoms.size();
    while (start < end && atoms.get(start).isGap()) {
      start++;
    }
    while (end > start && atoms.get(end - 1).isGap()) {
      end--;
    }
    return atoms.subList(start, end);
  }

  private StringBuilder level(List<Atom> atoms, int depth, StringBuilder out) {
    if (depth == LEVELS.size()) {
      words(atoms, out);
      return out;
    }
    Level level = LEVELS.get(depth);
    for (int i = 0; i < atoms.size(); ) {
      Look look = atoms.get(i).look();
      boolean on = level.on.test(look);
      int end = i + 1;
      while (end < atoms.size() && same(level, look, atoms.get(end).look())) {
        end++;
      }
      List<Atom> group = atoms.subList(i, end);
      i = end;
      if (on) {
        out.append(opening(depth, look));
        level(group, depth + 1, out);
        out.append(closing(depth, look));
      } else {
        level(group, depth + 1, out);
      }
    }
    return out;
  }

  private static boolean same(Level level, Look one, Look other) {
    return level.on.test(one) == level.on.test(other)
        && (level.flanked
            || one.link().equals(other.link()) && one.raised().equals(other.raised()));
  }

  private static String opening(int depth, Look look) {
    return switch (depth) {
      case 0 -> "[";
      case 4 -> "<" + look.raised() + ">";
      default -> SIGNS.get(depth);
    };
  }

  private static String closing(int depth, Look look) {
    return switch (depth) {
      case 0 -> "](" + address(look.link()) + ")";
      case 4 -> "</" + look.raised() + ">";
      default -> SIGNS.get(depth);
    };
  }

  private void words(List<Atom> atoms, StringBuilder out) {
    for (int i = 0; i < atoms.size(); ) {
      Atom atom = atoms.get(i);
      int end = i + 1;
      if (atom.kind() == Atom.Kind.PICTURE) {
        picture(atom, out);
      } else if (atom.kind() == Atom.Kind.NOTE) {
        out.append(notes ? "[^" + atom.text() + "]" : "");
      } else {
        while (end < atoms.size() && goesOn(atom, atoms.get(end))) {
          end++;
        }
        StringBuilder text = new StringBuilder();
        atoms.subList(i, end).forEach(one -> text.append(one.text()));
        if (atom.look().code()) {
          code(text.toString(), out);
        } else {
          char before = out.isEmpty() ? 0 : out.charAt(out.length() - 1);
          char after = end < atoms.size() ? '[' : 0;
          out.append(Escape.words(text.toString(), before, after, care == Care.FULL));
        }
      }
      i = end;
    }
  }

  private static boolean goesOn(Atom first, Atom next) {
    boolean words = next.kind() == Atom.Kind.WORD || next.kind() == Atom.Kind.SPACE;
    return words && next.look().code() == first.look().code();
  }

  private void picture(Atom atom, StringBuilder out) {
    out.append("![");
    out.append(
        Escape.words(atom.alt().replaceAll("\\s+", " ").strip(), ' ', ']', care == Care.FULL));
    out.append("](").append(address(atom.text()));
    if (!atom.title().isBlank()) {
      String title = atom.title().replaceAll("\\s+", " ").strip();
      out.append(" \"").append(title.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    out.append(')');
  }

  static String address(String address) {
    String bare = address.strip().replaceAll("[\\r\\n\\t]", "");
    if (bare.isEmpty() || bare.matches("(?s).*[ ()<>\\\\].*")) {
      return "<" + bare.replaceAll("([<>\\\\])", "\\\\$1") + ">";
    }
    return bare.replaceAll("&(?=#?\\w+;)", "&amp;");
  }

  private static void code(String text, StringBuilder out) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    boolean padded = text.startsWith("`") || text.endsWith("`");
    String ticks = "`".repeat(longest + 1);
    out.append(ticks).append(padded ? " " : "").append(text).append(padded ? " " : "");
    out.append(ticks);
  }
}
