package galley.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Puts a table right: rows of one width, one head, its caption first. */
final class RawTable {
  private RawTable() {}

  static void put(Element table) {
    for (Node child : List.copyOf(table.childNodes())) {
      if (child instanceof TextNode text && !text.isBlank()) {
        table.before(text);
      }
    }
    table.select("> caption").stream().skip(1).forEach(Element::remove);
    Element caption = table.selectFirst("> caption");
    if (caption != null) {
      table.prependChild(caption);
    }
    boolean first = true;
    for (Element part : table.select("> thead, > tbody, > tfoot")) {
      if (!first && part.nameIs("thead") || part.nameIs("tfoot")) {
        part.tagName("tbody");
      }
      first = false;
    }
    List<Element> rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    for (Element row : rows) {
      if (row.select("> td, > th").isEmpty()) {
        row.remove();
      }
    }
    table.select("> thead, > tbody").stream()
        .filter(part -> part.childrenSize() == 0)
        .forEach(Element::remove);
    List<Element> left = table.select("> tr, > thead > tr, > tbody > tr");
    if (left.isEmpty()) {
      table.remove();
    } else if (!isRegular(left)) {
      even(left);
    }
  }

  private static void even(List<Element> rows) {
    int columns = 0;
    for (Element row : rows) {
      row.select("> td, > th").removeAttr("colspan").removeAttr("rowspan");
      columns = Math.max(columns, row.childrenSize());
    }
    for (Element row : rows) {
      while (row.childrenSize() < columns) {
        row.appendElement("td");
      }
    }
  }

  /** Whether every row is as wide and every column has a cell that begins in it, none overlaps. */
  private static boolean isRegular(List<Element> rows) {
    int width = -1;
    Set<Integer> begun = new HashSet<>();
    List<Integer> below = new ArrayList<>();
    for (Element row : rows) {
      if (row.previousElementSibling() == null && below.stream().anyMatch(left -> left > 0)) {
        return false; // a cell reaches out of its part of the table
      }
      int column = 0;
      List<Integer> next = new ArrayList<>(below);
      next.replaceAll(left -> Math.max(0, left - 1));
      for (Element cell : row.select("> td, > th")) {
        while (column < below.size() && below.get(column) > 0) {
          column++;
        }
        begun.add(column);
        for (int i = span(cell, "colspan"); i > 0; i--) {
          while (next.size() <= column) {
            next.add(0);
          }
          if (column < below.size() && below.get(column) > 0) {
            return false;
          }
          next.set(column++, span(cell, "rowspan") - 1);
        }
      }
      while (column < below.size() && below.get(column) > 0) {
        column++;
      }
      if (width >= 0 && column != width) {
        return false;
      }
      width = column;
      below = next;
    }
    return begun.size() == width && below.stream().allMatch(left -> left == 0);
  }

  private static int span(Element cell, String name) {
    String value = cell.attr(name);
    return value.isEmpty() ? 1 : Integer.parseInt(value);
  }
}
