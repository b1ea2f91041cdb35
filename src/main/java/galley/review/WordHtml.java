package galley.review;

import galley.docx.WordText.Block;
import galley.docx.WordText.Change;
import galley.docx.WordText.Change.What;
import galley.docx.WordText.Grid;
import galley.docx.WordText.ListKind;
import galley.docx.WordText.Para;
import galley.docx.WordText.Run;
import galley.docx.WordText.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Entities;

/** Writes one reading of a Word document as HTML: without what is inserted, or what is deleted. */
final class WordHtml {
  private final Map<Integer, List<Block>> notes;
  private final What without;
  private final UnaryOperator<String> mark;
  private final List<Integer> used = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder starts = new StringBuilder();
  private int changes;

  /**
   * @param mark the character that stands for a place
   */
  WordHtml(Map<Integer, List<Block>> notes, What without, UnaryOperator<String> mark) {
    this.notes = notes;
    this.without = without;
    this.mark = mark;
  }

  String of(List<Block> blocks) {
    blocks(blocks);
    if (!used.isEmpty()) {
      out.append("<div class=\"footnotes\"><ol>");
      for (int i = 0; i < used.size(); i++) { // a note may bring another
        out.append("<li id=\"fn").append(used.get(i)).append("\">");
        blocks(notes.getOrDefault(used.get(i), List.of()));
        out.append("</li>");
      }
      out.append("</ol></div>");
    }
    return out.toString();
  }

  private void blocks(List<Block> blocks) {
    List<Block> whole = joined(blocks);
    for (int i = 0; i < whole.size(); ) {
      Block block = whole.get(i);
      int end = i + 1;
      if (block instanceof Para para && para.list() != ListKind.NONE) {
        while (end < whole.size() && isItem(whole.get(end))) {
          end++;
        }
        list(whole.subList(i, end).stream().map(one -> (Para) one).toList());
      } else if (block instanceof Para para && isSame(para, Style.QUOTE)) {
        while (end < whole.size()
            && whole.get(end) instanceof Para next
            && isSame(next, Style.QUOTE)) {
          end++;
        }
        out.append("<blockquote>");
        for (Block one : whole.subList(i, end)) {
          out.append("<p>");
          words((Para) one);
          out.append("</p>");
        }
        out.append("</blockquote>");
      } else if (block instanceof Para para && isSame(para, Style.CODE)) {
        while (end < whole.size()
            && whole.get(end) instanceof Para next
            && isSame(next, Style.CODE)) {
          end++;
        }
        code(whole.subList(i, end));
      } else {
        one(block);
      }
      i = end;
    }
  }

  private static boolean isItem(Block block) {
    return block instanceof Para para && para.list() != ListKind.NONE;
  }

  private static boolean isSame(Para para, Style style) {
    return para.style() == style && para.list() == ListKind.NONE;
  }

  /** Paragraphs whose end isn't there in this reading are one with the next. */
  private List<Block> joined(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    Para open = null;
    for (Block block : blocks) {
      Para para = block instanceof Para one ? one : null;
      if (open != null && para != null) {
        List<Run> runs = new ArrayList<>(open.runs());
        runs.addAll(para.runs());
        boolean bare = open.runs().stream().noneMatch(this::isThere);
        Para shape = bare ? para : open;
        para =
            new Para(shape.style(), shape.level(), shape.list(), shape.listId(), para.mark(), runs);
        open = null;
      } else if (open != null) {
        out.add(open);
        open = null;
      }
      if (para != null && para.mark().what() == without) {
        open = para;
      } else {
        out.add(para == null ? block : para);
      }
    }
    if (open != null) {
      out.add(open);
    }
    return out;
  }

  private boolean isThere(Run run) {
    boolean seen = run.kind() != Run.Kind.COMMENT_START && run.kind() != Run.Kind.COMMENT_END;
    return seen && run.change().what() != without;
  }

  private void one(Block block) {
    switch (block) {
      case Grid grid -> grid(grid);
      case Para para -> {
        boolean bare = para.runs().stream().noneMatch(this::isThere);
        switch (para.style()) {
          case RULE -> {
            out.append("<p>");
            marks(para);
            out.append("</p><hr>");
          }
          case HEADING -> around(bare ? "p" : "h" + para.level(), para);
          case TITLE -> around(bare ? "p" : "h1", para);
          default -> around("p", para);
        }
      }
    }
  }

  private void around(String name, Para para) {
    out.append('<').append(name).append('>');
    words(para);
    out.append("</").append(name).append('>');
  }

  private void code(List<Block> lines) {
    out.append("<pre><code>\n");
    for (int i = 0; i < lines.size(); i++) {
      out.append(i == 0 ? "" : "\n");
      for (Run run : ((Para) lines.get(i)).runs()) {
        if (run.kind() == Run.Kind.WORDS || run.kind() == Run.Kind.BREAK) {
          changed(run, () -> text(run.text()));
        } else {
          place(run);
        }
        out.append(starts);
        starts.setLength(0);
      }
    }
    out.append("</code></pre>");
  }

  /** Lists within lists, by the levels of their items. */
  private void list(List<Para> items) {
    List<String> open = new ArrayList<>();
    boolean inItem = false;
    int id = -1;
    for (Para item : items) {
      if (item.list() == ListKind.CONTINUED) {
        out.append(inItem ? "" : "<ul><li>");
        if (!inItem) {
          open.add("ul");
          inItem = true;
        }
        while (open.size() > item.level() + 1) {
          out.append("</li></").append(open.removeLast()).append('>');
        }
        content(item);
        continue;
      }
      String name = item.list() == ListKind.NUMBERS ? "ol" : "ul";
      while (open.size() > item.level() + 1) {
        out.append("</li></").append(open.removeLast()).append('>');
      }
      boolean same = open.size() == item.level() + 1;
      if (same && (!open.getLast().equals(name) || item.level() == 0 && item.listId() != id)) {
        out.append("</li></").append(open.removeLast()).append('>');
        same = false;
      }
      if (same) {
        out.append("</li>");
      }
      while (open.size() < item.level() + 1) {
        boolean between = open.size() < item.level();
        out.append('<').append(name).append(between ? "><li>" : ">");
        open.add(name);
      }
      out.append("<li>");
      content(item);
      inItem = true;
      id = item.level() == 0 ? item.listId() : id;
    }
    while (!open.isEmpty()) {
      out.append("</li></").append(open.removeLast()).append('>');
    }
  }

  private void content(Para item) {
    switch (item.style()) {
      case QUOTE -> {
        out.append("<blockquote>");
        around("p", item);
        out.append("</blockquote>");
      }
      case CODE -> code(List.of(item));
      default -> around("p", item);
    }
  }

  private void grid(Grid grid) {
    out.append("<table>");
    boolean head = true;
    for (List<List<Para>> row : grid.rows()) {
      out.append(head ? "<thead><tr>" : "<tr>");
      for (List<Para> cell : row) {
        out.append(head ? "<th>" : "<td>");
        for (int i = 0; i < cell.size(); i++) {
          out.append(i == 0 ? "" : " ");
          words(cell.get(i));
        }
        out.append(head ? "</th>" : "</td>");
      }
      out.append(head ? "</tr></thead>" : "</tr>");
      head = false;
    }
    out.append("</table>");
  }

  private void marks(Para para) {
    para.runs().forEach(this::place);
    out.append(starts);
    starts.setLength(0);
  }

  private void words(Para para) {
    List<Run> runs = para.runs();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      switch (run.kind()) {
        case COMMENT_START, COMMENT_END -> place(run);
        case WORDS -> {
          // marks go within the looks of the words they belong to
          StringBuilder first = new StringBuilder(starts);
          starts.setLength(0);
          StringBuilder last = new StringBuilder();
          while (i + 1 < runs.size() && runs.get(i + 1).kind() == Run.Kind.COMMENT_END) {
            last.append(mark.apply("c" + runs.get(++i).number() + ">"));
          }
          if (run.change().what() == without && without != What.NONE) {
            out.append(first).append(changes(run)).append(last);
          } else {
            changed(run, () -> looks(run, para.style() == Style.HEADING, first, last));
          }
        }
        case BREAK -> changed(run, () -> out.append("<br>"));
        case PICTURE ->
            changed(
                run,
                () -> {
                  out.append("<img src=\"");
                  text(run.text());
                  out.append("\" alt=\"");
                  text(run.alt());
                  out.append("\">");
                });
        case NOTE ->
            changed(
                run,
                () -> {
                  if (notes.containsKey(run.number())) {
                    int index = used.indexOf(run.number());
                    if (index < 0) {
                      used.add(run.number());
                      index = used.size() - 1;
                    }
                    out.append("<sup><a href=\"#fn").append(run.number()).append("\">");
                    out.append(index + 1).append("</a></sup>");
                  }
                });
      }
    }
    out.append(starts);
    starts.setLength(0);
    switch (para.mark().what()) {
      case NONE -> {}
      case INSERTED, DELETED ->
          out.append(changes(para.mark(), "<")).append(changes(para.mark(), ">"));
    }
  }

  private void place(Run run) {
    if (run.kind() == Run.Kind.COMMENT_START) {
      starts.append(mark.apply("c" + run.number() + "<"));
    } else if (run.kind() == Run.Kind.COMMENT_END) {
      out.append(starts).append(mark.apply("c" + run.number() + ">"));
      starts.setLength(0);
    }
  }

  private String changes(Run run) {
    changes++;
    return changes(run.change(), "<") + changes(run.change(), ">");
  }

  private void changed(Run run, Runnable write) {
    Change change = run.change();
    if (change.what() == What.NONE) {
      write.run();
      return;
    }
    changes++;
    out.append(changes(change, "<"));
    if (change.what() != without) {
      write.run();
    }
    out.append(changes(change, ">"));
  }

  private String changes(Change change, String edge) {
    return mark.apply("x" + changes + ":" + change.author() + "\u0000" + change.at() + edge);
  }

  private void looks(Run run, boolean heading, StringBuilder first, StringBuilder last) {
    int looks = run.looks();
    StringBuilder close = new StringBuilder();
    open(!run.link().isEmpty(), "a href=\"" + Entities.escape(run.link()) + "\"", "a", close);
    open((looks & Run.BOLD) != 0 && !heading, "strong", "strong", close);
    open((looks & Run.ITALIC) != 0, "em", "em", close);
    open((looks & Run.STRUCK) != 0, "s", "s", close);
    open((looks & Run.RAISED) != 0, "sup", "sup", close);
    open((looks & Run.LOWERED) != 0, "sub", "sub", close);
    open((looks & Run.CODE) != 0, "code", "code", close);
    out.append(first);
    text(run.text());
    out.append(last).append(close);
  }

  private void open(boolean on, String tag, String name, StringBuilder close) {
    if (on) {
      out.append('<').append(tag).append('>');
      close.insert(0, "</" + name + ">");
    }
  }

  private void text(String words) {
    StringBuilder own = new StringBuilder(words.length());
    words
        .codePoints()
        .filter(c -> c < FromWord.MARKS || c >= FromWord.MARKS + FromWord.MOST)
        .forEach(own::appendCodePoint);
    out.append(Entities.escape(own.toString()));
  }
}
