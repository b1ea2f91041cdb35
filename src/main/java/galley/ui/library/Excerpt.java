package galley.ui.library;

/** A passage in which words were found, as the list shows it. */
final class Excerpt {
  private static final int BEFORE = 36;
  private static final int AROUND = 105;

  private Excerpt() {}

  /** The words around the first hit, as many as a narrow column holds in three lines. */
  static String shortened(String marked) {
    String line = marked.replaceAll("\\s+", " ").strip();
    int hit = Math.max(0, line.indexOf('\u0001'));
    int from = hit <= BEFORE ? 0 : line.indexOf(' ', hit - BEFORE) + 1;
    if (from > hit || from < 0) {
      from = hit;
    }
    int to = Math.min(line.length(), from + AROUND);
    if (to < line.length()) {
      int blank = line.lastIndexOf(' ', to);
      int end = line.indexOf('\u0002', hit) + 1;
      to = Math.max(blank > from ? blank : to, end);
    }
    return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
  }
}
