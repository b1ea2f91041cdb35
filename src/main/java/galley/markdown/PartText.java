package galley.markdown;

import java.util.List;

/** The words of parts without blanks and without pictures and notes, for comparing. */
final class PartText {
  private PartText() {}

  static String of(Part part) {
    StringBuilder out = new StringBuilder();
    append(part, out);
    return bare(out.toString());
  }

  static String bare(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && c != 0xA0 && c != 0xFFFD && c != 0)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static void append(Part part, StringBuilder out) {
    switch (part) {
      case Part.Words words -> atoms(words.atoms(), out);
      case Part.Head head -> atoms(head.atoms(), out);
      case Part.Quote quote -> quote.parts().forEach(inner -> append(inner, out));
      case Part.Items items ->
          items.items().forEach(item -> item.parts().forEach(inner -> append(inner, out)));
      case Part.Listing listing -> out.append(listing.text());
      case Part.Rule _ -> {}
      case Part.Grid grid -> grid.rows().forEach(row -> row.forEach(cell -> atoms(cell, out)));
      case Part.Note note -> note.parts().forEach(inner -> append(inner, out));
    }
  }

  private static void atoms(List<Atom> atoms, StringBuilder out) {
    for (Atom atom : atoms) {
      if (atom.kind() == Atom.Kind.WORD) {
        out.append(atom.text());
      }
    }
  }
}
