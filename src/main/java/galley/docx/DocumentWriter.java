package galley.docx;

import galley.docx.WordText.Block;
import galley.docx.WordText.Change;
import galley.docx.WordText.Change.What;
import galley.docx.WordText.Grid;
import galley.docx.WordText.ListKind;
import galley.docx.WordText.Para;
import galley.docx.WordText.Run;
import galley.docx.WordText.Style;
import java.util.List;
import java.util.Map;

/** Writes blocks as WordprocessingML (ECMA-376, part 1, 17). */
final class DocumentWriter {
  /** The relations that this part refers to: links and pictures. */
  final Relations relations;

  private final StringBuilder out;
  private final Map<String, int[]> sizes;
  private int changes = 1000;
  private int drawings;

  /**
   * @param sizes of pictures by name, in pixels
   */
  DocumentWriter(StringBuilder out, Relations relations, Map<String, int[]> sizes) {
    this.out = out;
    this.relations = relations;
    this.sizes = sizes;
  }

  void blocks(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Para para -> paragraph(para);
        case Grid grid -> grid(grid);
      }
    }
  }

  private void grid(Grid grid) {
    int columns = grid.rows().stream().mapToInt(List::size).max().orElse(1);
    out.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\"");
    out.append(" w:type=\"pct\"/></w:tblPr><w:tblGrid>");
    out.append(("<w:gridCol w:w=\"" + 9000 / columns + "\"/>").repeat(columns));
    out.append("</w:tblGrid>");
    boolean head = true;
    for (List<List<Para>> row : grid.rows()) {
      out.append("<w:tr>").append(head ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
      for (int i = 0; i < columns; i++) {
        out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(9000 / columns);
        out.append("\" w:type=\"dxa\"/></w:tcPr>");
        List<Para> cell = i < row.size() ? row.get(i) : List.of();
        cell.forEach(this::paragraph);
        out.append(cell.isEmpty() ? "<w:p/>" : "").append("</w:tc>");
      }
      out.append("</w:tr>");
      head = false;
    }
    out.append("</w:tbl>");
  }

  void paragraph(Para para) {
    out.append("<w:p><w:pPr>");
    style(para);
    int level = para.style() == Style.HEADING ? 0 : Math.min(8, para.level());
    switch (para.list()) {
      case NONE -> {}
      case CONTINUED -> out.append("<w:ind w:left=\"").append(720 * (level + 1)).append("\"/>");
      case BULLETS, NUMBERS -> {
        out.append("<w:numPr><w:ilvl w:val=\"").append(level);
        out.append("\"/><w:numId w:val=\"").append(para.listId()).append("\"/></w:numPr>");
      }
    }
    if (para.mark().what() != What.NONE) {
      out.append("<w:rPr>").append(open(para.mark(), "/>")).append("</w:rPr>");
    }
    para.was().ifPresent(this::before);
    out.append("</w:pPr>");
    runs(para.runs());
    out.append("</w:p>");
  }

  private void style(Para para) {
    String style =
        switch (para.style()) {
          case TEXT -> para.list() == ListKind.NONE ? "" : "ListParagraph";
          case TITLE -> "Title";
          case SUBTITLE -> "Subtitle";
          case HEADING -> "Heading" + para.level();
          case QUOTE -> "Quote";
          case CODE -> "SourceCode";
          case RULE -> "HorizontalRule";
        };
    if (!style.isEmpty()) {
      out.append("<w:pStyle w:val=\"").append(style).append("\"/>");
    }
  }

  /** What the paragraph is again once a change is refused (17.13.5.29). */
  private void before(Para was) {
    out.append("<w:pPrChange w:id=\"").append(changes++).append("\" w:author=\"");
    out.append(Xml.escaped(was.mark().author()));
    out.append(was.mark().at().isEmpty() ? "" : "\" w:date=\"" + Xml.escaped(was.mark().at()));
    out.append("\"><w:pPr>");
    style(was);
    out.append("</w:pPr></w:pPrChange>");
  }

  private void runs(List<Run> runs) {
    String link = "";
    for (Run run : runs) {
      if (!run.link().equals(link)
          && run.kind() != Run.Kind.COMMENT_START
          && run.kind() != Run.Kind.COMMENT_END) {
        out.append(link.isEmpty() ? "" : "</w:hyperlink>");
        link = run.link();
        if (!link.isEmpty()) {
          out.append("<w:hyperlink r:id=\"").append(relations.link(link)).append("\">");
        }
      }
      run(run);
    }
    out.append(link.isEmpty() ? "" : "</w:hyperlink>");
  }

  private void run(Run run) {
    Change change = run.change();
    boolean tracked = change.what() != What.NONE;
    if (tracked) {
      out.append(open(change, ">"));
    }
    switch (run.kind()) {
      case WORDS -> words(run);
      case BREAK -> out.append("<w:r><w:br/></w:r>");
      case PICTURE -> picture(run);
      case NOTE ->
          out.append("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>")
              .append("<w:footnoteReference w:id=\"")
              .append(run.number())
              .append("\"/></w:r>");
      case COMMENT_START ->
          out.append("<w:commentRangeStart w:id=\"").append(run.number()).append("\"/>");
      case COMMENT_END -> {
        out.append("<w:commentRangeEnd w:id=\"").append(run.number()).append("\"/><w:r><w:rPr>");
        out.append("<w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"");
        out.append(run.number()).append("\"/></w:r>");
      }
    }
    if (tracked) {
      out.append(change.what() == What.INSERTED ? "</w:ins>" : "</w:del>");
    }
  }

  private String open(Change change, String end) {
    String date = change.at().isEmpty() ? "" : "\" w:date=\"" + Xml.escaped(change.at());
    return (change.what() == What.INSERTED ? "<w:ins" : "<w:del")
        + " w:id=\""
        + changes++
        + "\" w:author=\""
        + Xml.escaped(change.author())
        + date
        + "\""
        + end;
  }

  private void words(Run run) {
    String tag = run.change().what() == What.DELETED ? "w:delText" : "w:t";
    String[] lines = run.text().split("\n", -1);
    out.append("<w:r>").append(looks(run));
    for (int i = 0; i < lines.length; i++) {
      out.append(i == 0 ? "" : "<w:br/>");
      out.append('<').append(tag).append(" xml:space=\"preserve\">");
      out.append(Xml.escaped(lines[i].replace("\r", "")));
      out.append("</").append(tag).append('>');
    }
    out.append("</w:r>");
  }

  private static String looks(Run run) {
    int looks = run.looks();
    StringBuilder marks = new StringBuilder();
    boolean code = (looks & Run.CODE) != 0;
    if (code || !run.link().isEmpty()) {
      marks.append("<w:rStyle w:val=\"").append(code ? "VerbatimChar" : "Hyperlink").append("\"/>");
    }
    marks.append((looks & Run.BOLD) != 0 ? "<w:b/>" : "");
    marks.append((looks & Run.ITALIC) != 0 ? "<w:i/>" : "");
    marks.append((looks & Run.STRUCK) != 0 ? "<w:strike/>" : "");
    marks.append((looks & Run.RAISED) != 0 ? "<w:vertAlign w:val=\"superscript\"/>" : "");
    marks.append((looks & Run.LOWERED) != 0 ? "<w:vertAlign w:val=\"subscript\"/>" : "");
    return marks.isEmpty() ? "" : "<w:rPr>" + marks + "</w:rPr>";
  }

  /** A picture in the line, no wider than 15 cm (DrawingML, ECMA-376, part 1, 20.4). */
  private void picture(Run run) {
    int[] size = sizes.getOrDefault(run.text(), new int[] {320, 200});
    double scale = Math.min(1, 5_400_000.0 / (Math.max(1, size[0]) * 9525.0));
    long wide = Math.max(9525, Math.round(size[0] * 9525 * scale));
    long high = Math.max(9525, Math.round(size[1] * 9525 * scale));
    int id = ++drawings;
    String name = Xml.escaped(run.text());
    String extent = " cx=\"" + wide + "\" cy=\"" + high + "\"/>";
    out.append("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
    out.append("<wp:extent").append(extent).append("<wp:docPr id=\"").append(id);
    out.append("\" name=\"").append(name).append("\" descr=\"").append(Xml.escaped(run.alt()));
    out.append("\"/><a:graphic><a:graphicData");
    out.append(" uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>");
    out.append("<pic:nvPicPr><pic:cNvPr id=\"").append(id).append("\" name=\"").append(name);
    out.append("\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"");
    out.append(relations.picture(run.text()));
    out.append("\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>");
    out.append("<a:off x=\"0\" y=\"0\"/><a:ext").append(extent).append("</a:xfrm>");
    out.append("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>");
    out.append("</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
  }
}
