package galley.markdown;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/** Writes tables. A table stands in a region that scrolls and can be reached by the keyboard. */
final class TableWriter {
  private final InlineWriter inlines;
  private final StringBuilder out;

  TableWriter(InlineWriter inlines, StringBuilder out) {
    this.inlines = inlines;
    this.out = out;
  }

  void table(TableBlock table) {
    out.append("<div class=\"table\" tabindex=\"0\">\n<table>\n");
    for (Node part : Nodes.children(table)) {
      String name = part instanceof TableHead ? "thead" : "tbody";
      out.append('<').append(name).append(">\n");
      for (Node row : Nodes.children(part)) {
        row(row);
      }
      out.append("</").append(name).append(">\n");
    }
    out.append("</table>\n</div>\n");
  }

  private void row(Node row) {
    out.append("<tr>\n");
    for (Node node : Nodes.children(row)) {
      TableCell cell = (TableCell) node;
      // a header without words heads nothing
      boolean header = cell.isHeader() && cell.getFirstChild() != null;
      out.append(header ? "<th scope=\"col\"" : "<td");
      TableCell.Alignment alignment = cell.getAlignment();
      if (alignment != null) {
        out.append(
            switch (alignment) {
              case LEFT -> " class=\"text-left\"";
              case CENTER -> " class=\"text-center\"";
              case RIGHT -> " class=\"text-right\"";
            });
      }
      out.append('>');
      inlines.write(cell, out);
      out.append(header ? "</th>\n" : "</td>\n");
    }
    out.append("</tr>\n");
  }
}
