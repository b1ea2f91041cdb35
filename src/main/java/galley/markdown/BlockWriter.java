package galley.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of one body as HTML, line breaks as in the examples of CommonMark. */
final class BlockWriter {
  private final Survey survey;
  private final Footnotes footnotes;
  private final Dialect dialect;
  private final PictureHtml pictures;
  private final InlineWriter inlines;
  private StringBuilder out = new StringBuilder();
  private @Nullable String backLinks;

  BlockWriter(Survey survey, Footnotes footnotes, Dialect dialect, PictureHtml pictures) {
    this.survey = survey;
    this.footnotes = footnotes;
    this.dialect = dialect;
    this.pictures = pictures;
    inlines = new InlineWriter(survey, footnotes, dialect, pictures);
  }

  List<RenderedBlock> body(Document document) {
    List<RenderedBlock> blocks = new ArrayList<>();
    int last = -1;
    for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof FootnoteDefinition || child instanceof LinkReferenceDefinition) {
        continue;
      }
      block(child);
      String html = taken();
      last = Nodes.lastLine(child);
      if (!html.isEmpty()) {
        blocks.add(new RenderedBlock(html, Nodes.firstLine(child), last));
      }
    }
    if (!footnotes.notes().isEmpty()) {
      blocks.add(notes(last));
    }
    return List.copyOf(blocks);
  }

  private String taken() {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == '\n') {
      end--;
    }
    String html = out.substring(0, end);
    out = new StringBuilder(256);
    return html;
  }

  private void blocks(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      block(child);
    }
  }

  private void block(Node node) {
    switch (node) {
      case Paragraph paragraph -> paragraph(paragraph);
      case org.commonmark.node.Heading heading -> heading(heading);
      case BlockQuote quote -> {
        line();
        out.append("<blockquote>\n");
        blocks(quote);
        line();
        out.append("</blockquote>\n");
      }
      case BulletList list -> list(list, "ul", "");
      case OrderedList list -> {
        Integer start = list.getMarkerStartNumber();
        list(list, "ol", start == null || start == 1 ? "" : " start=\"" + start + "\"");
      }
      case FencedCodeBlock code -> code(code.getLiteral(), language(code.getInfo()));
      case IndentedCodeBlock code -> code(code.getLiteral(), "");
      case ThematicBreak _ -> {
        line();
        out.append(dialect == Dialect.ARTICLE ? "<hr>\n" : "<hr />\n");
      }
      case HtmlBlock block -> {
        line();
        inlines.pieces(survey.html.getOrDefault(block, List.of()), out);
        line();
      }
      case TableBlock table -> {
        line();
        new TableWriter(inlines, out).table(table);
        line();
      }
      default -> {} // definitions are written where they are referred to
    }
  }

  private void paragraph(Paragraph node) {
    PictureUse use = Nodes.hasOneChild(node) ? survey.uses.get(node.getFirstChild()) : null;
    boolean bare = isTight(node);
    if (use != null && !(bare && dialect == Dialect.COMMONMARK)) {
      line();
      out.append(pictures.render(use, true));
      line();
      return;
    }
    if (!bare) {
      line();
      out.append("<p>");
    }
    boolean task = node.getPrevious() instanceof TaskListItemMarker;
    if (node.getPrevious() instanceof TaskListItemMarker marker) {
      String checked = marker.isChecked() ? " checked" : "";
      out.append("<label><input type=\"checkbox\" disabled").append(checked).append("> ");
    }
    inlines.write(node, out);
    out.append(task ? "</label>" : "");
    if (node.getNext() == null) {
      endNote(node.getParent());
    }
    if (!bare) {
      out.append("</p>\n");
    }
  }

  private static boolean isTight(Paragraph node) {
    Node parent = node.getParent();
    return parent != null && parent.getParent() instanceof ListBlock list && list.isTight();
  }

  private void heading(org.commonmark.node.Heading node) {
    if (dialect == Dialect.COMMONMARK) {
      line();
      out.append("<h").append(node.getLevel()).append('>');
      inlines.write(node, out);
      out.append("</h").append(node.getLevel()).append(">\n");
      return;
    }
    Heading heading = survey.headings.get(node);
    Integer level = survey.levels.get(node);
    if (heading == null || level == null) {
      return; // an empty heading says nothing to a reader, and to a screen reader less
    }
    line();
    out.append("<h").append(level).append(" id=\"").append(Html.escaped(heading.id()));
    out.append("\">");
    inlines.write(node, out);
    out.append("</h").append(level).append(">\n");
  }

  private void list(ListBlock list, String name, String attributes) {
    line();
    out.append('<').append(name).append(attributes).append(">\n");
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      boolean task = item.getFirstChild() instanceof TaskListItemMarker;
      out.append(task ? "<li class=\"task\">" : "<li>");
      if (item instanceof ListItem) {
        blocks(item);
      }
      out.append("</li>\n");
    }
    out.append("</").append(name).append(">\n");
  }

  private void code(String text, String language) {
    line();
    // a region that scrolls must be reachable by the keyboard (WCAG 2.1.1)
    out.append(dialect == Dialect.ARTICLE ? "<pre tabindex=\"0\"><code" : "<pre><code");
    if (!language.isEmpty()) {
      out.append(" class=\"language-").append(Html.escaped(language)).append('"');
    }
    out.append('>');
    Html.append(out, text);
    out.append("</code></pre>\n");
  }

  private static String language(@Nullable String info) {
    if (info == null) {
      return "";
    }
    int space = info.indexOf(' ');
    return space < 0 ? info : info.substring(0, space);
  }

  private RenderedBlock notes(int lastOfText) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    out.append("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
    for (Footnotes.Note note : footnotes.notes()) {
      first = Math.min(first, Nodes.firstLine(note.definition()));
      last = Math.max(last, Nodes.lastLine(note.definition()));
      out.append("<li id=\"").append(note.id()).append("\">");
      backLinks = backLinks(note);
      blocks(note.definition());
      endNote(null);
      out.append("</li>\n");
    }
    out.append("</ol>\n</div>");
    boolean atEnd = first > lastOfText;
    return new RenderedBlock(taken(), atEnd ? first : -1, atEnd ? last : -1);
  }

  private static String backLinks(Footnotes.Note note) {
    StringBuilder links = new StringBuilder();
    for (String mark : note.marks()) {
      links.append(" <a href=\"#").append(mark);
      links.append("\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"");
      links.append(mark.substring("fnref-".length()).replace('-', '.')).append("\">↩\uFE0E</a>");
    }
    return links.toString();
  }

  /** Writes the links back once: at the end of a note's last paragraph, or else after it. */
  private void endNote(@Nullable Node parent) {
    if (backLinks != null && (parent == null || parent instanceof FootnoteDefinition)) {
      out.append(backLinks);
      backLinks = null;
    }
  }

  private void line() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }
}
