package galley.markdown;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** A table in HTML: one of data, or one that only lays things out. */
final class HtmlTable {
  private final Element element;
  private final HtmlInlines inlines;
  private final List<Element> rows;

  HtmlTable(Element element, HtmlInlines inlines) {
    this.element = element;
    this.inlines = inlines;
    rows = element.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
  }

  List<Element> cells() {
    return rows.stream().flatMap(row -> row.select("> td, > th").stream()).toList();
  }

  /** Whether its cells hold what a Markdown table can't, or it has one column. */
  boolean isLayout() {
    int columns = rows.stream().mapToInt(row -> row.select("> td, > th").size()).max().orElse(0);
    return columns < 2
        || columns > 200
        || element.attr("role").equals("presentation")
        || cells().stream()
            .anyMatch(cell ->
                cell.selectFirst(
                            "table, ul, ol, pre, blockquote, h1, h2, h3, h4, h5, h6, figure, hr")
                        != null
                    || cell.select("p").size() > 1);
  }

  Part.Grid grid() {
    List<List<List<Atom>>> grid = new ArrayList<>();
    for (Element row : rows) {
      List<List<Atom>> cells = new ArrayList<>();
      for (Element cell : row.select("> td, > th")) {
        List<Atom> words = new ArrayList<>();
        for (Node child : cell.childNodes()) {
          inlines.read(child, HtmlLook.inside(cell, Look.PLAIN).withStrong(false), words);
        }
        cells.add(words);
        String span = cell.attr("colspan").strip();
        for (int i = span.matches("[2-9]|1\\d") ? Integer.parseInt(span) : 1; i > 1; i--) {
          cells.add(List.of());
        }
      }
      boolean first = grid.isEmpty();
      if (first && row.selectFirst("> th") == null && row.closest("thead") == null) {
        grid.add(List.of()); // no row of it heads the columns
      }
      grid.add(cells);
    }
    grid.removeIf(row -> row.isEmpty() && !row.equals(grid.getFirst()));
    return new Part.Grid(grid);
  }
}
