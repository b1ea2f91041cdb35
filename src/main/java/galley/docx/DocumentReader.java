package galley.docx;

import galley.docx.WordText.Block;
import galley.docx.WordText.Change;
import galley.docx.WordText.Change.What;
import galley.docx.WordText.Grid;
import galley.docx.WordText.Para;
import galley.docx.WordText.WordComment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parts of a Word document. What isn't known is passed over, its words kept. */
final class DocumentReader {
  private final Map<String, byte[]> parts;
  private final Styles styles;
  private final Map<String, byte[]> pictures = new LinkedHashMap<>();

  DocumentReader(Map<String, byte[]> parts) {
    this.parts = parts;
    styles = new Styles(part("word/styles.xml"), part("word/numbering.xml"));
  }

  WordText read() {
    Xml document = Xml.read(parts.getOrDefault("word/document.xml", new byte[0]));
    RunReader runs = runs("document");
    List<Block> blocks = new ArrayList<>();
    document.child("body").ifPresent(body -> blocks(body, runs, Change.NONE, blocks));
    Map<Integer, List<Block>> notes = new HashMap<>();
    notes("footnotes", "footnote", 0, notes);
    notes("endnotes", "endnote", RunReader.ENDNOTES, notes);
    return new WordText(blocks, notes, comments(), pictures);
  }

  private Optional<Xml> part(String name) {
    return Optional.ofNullable(parts.get(name)).map(Xml::read);
  }

  private RunReader runs(String name) {
    Map<String, String> targets = new HashMap<>();
    part("word/_rels/" + name + ".xml.rels")
        .ifPresent(list ->
            list.children.forEach(
                one -> targets.put(one.attribute("Id"), one.attribute("Target"))));
    return new RunReader(styles, targets, parts, pictures);
  }

  private void notes(String file, String name, int from, Map<Integer, List<Block>> notes) {
    RunReader runs = runs(file);
    part("word/" + file + ".xml")
        .ifPresent(all -> {
          for (Xml note : all.children) {
            boolean words =
                note.name.equals(name) && note.attribute("type").isEmpty()
                    || note.attribute("type").equals("normal");
            if (words) {
              List<Block> blocks = new ArrayList<>();
              blocks(note, runs, Change.NONE, blocks);
              notes.put(from + note.number("id", 0), blocks);
            }
          }
        });
  }

  private void blocks(Xml parent, RunReader runs, Change change, List<Block> out) {
    for (Xml child : parent.children) {
      switch (child.name) {
        case "p" -> out.add(paragraph(child, runs, change));
        case "tbl" -> out.add(grid(child, runs, change));
        case "ins", "moveTo" -> blocks(child, runs, change(child, What.INSERTED), out);
        case "del", "moveFrom" -> blocks(child, runs, change(child, What.DELETED), out);
        case "sdt", "sdtContent", "customXml", "smartTag" -> blocks(child, runs, change, out);
        case "commentRangeStart", "commentRangeEnd" -> runs.outside(child, out);
        default -> {}
      }
    }
    runs.waiting(out);
  }

  private Grid grid(Xml table, RunReader runs, Change change) {
    List<List<List<Para>>> rows = new ArrayList<>();
    for (Xml row : table.children) {
      if (!row.name.equals("tr")) {
        continue;
      }
      Optional<Xml> properties = row.child("trPr");
      Change ofRow =
          properties
              .flatMap(one -> one.child("ins"))
              .map(one -> change(one, What.INSERTED))
              .or(() ->
                  properties.flatMap(one -> one.child("del")).map(one -> change(one, What.DELETED)))
              .orElse(change);
      List<List<Para>> cells = new ArrayList<>();
      for (Xml cell : row.children) {
        if (cell.name.equals("tc")) {
          List<Block> blocks = new ArrayList<>();
          blocks(cell, runs, ofRow, blocks);
          List<Para> paras = new ArrayList<>();
          flat(blocks, paras);
          cells.add(paras);
        }
      }
      rows.add(cells);
    }
    return new Grid(rows);
  }

  /** A table within a cell becomes its paragraphs. */
  private static void flat(List<Block> blocks, List<Para> out) {
    for (Block block : blocks) {
      switch (block) {
        case Para para -> out.add(para);
        case Grid grid -> grid.rows().forEach(row -> row.forEach(out::addAll));
      }
    }
  }

  private Para paragraph(Xml paragraph, RunReader runs, Change change) {
    Xml none = paragraph;
    Xml properties = paragraph.child("pPr").orElse(none);
    Change mark = change;
    Optional<Xml> ofMark =
        properties.name.equals("pPr") ? properties.child("rPr") : Optional.empty();
    if (ofMark.isPresent()) {
      for (Xml one : ofMark.get().children) {
        switch (one.name) {
          case "ins", "moveTo" -> mark = change(one, What.INSERTED);
          case "del", "moveFrom" -> mark = change(one, What.DELETED);
          default -> {}
        }
      }
    }
    return styles.paragraph(properties, mark, runs.read(paragraph, change));
  }

  static Change change(Xml element, What what) {
    return new Change(what, element.attribute("author"), element.attribute("date"));
  }

  private List<WordComment> comments() {
    Map<String, Xml> extended = new HashMap<>();
    part("word/commentsExtended.xml")
        .ifPresent(all -> all.children.forEach(one -> extended.put(one.attribute("paraId"), one)));
    List<Xml> all = part("word/comments.xml").map(part -> part.children).orElse(List.of());
    Map<String, Integer> byParagraph = new HashMap<>();
    for (Xml comment : all) {
      if (!lastParagraph(comment).isEmpty()) {
        byParagraph.put(lastParagraph(comment), comment.number("id", -1));
      }
    }
    List<WordComment> out = new ArrayList<>();
    for (Xml comment : all) {
      if (!comment.name.equals("comment")) {
        continue;
      }
      List<Block> blocks = new ArrayList<>();
      blocks(comment, runs("comments"), Change.NONE, blocks);
      Optional<Xml> more = Optional.ofNullable(extended.get(lastParagraph(comment)));
      int parent =
          more.map(one -> byParagraph.getOrDefault(one.attribute("paraIdParent"), -1)).orElse(-1);
      out.add(
          new WordComment(
              comment.number("id", -1),
              comment.attribute("author"),
              comment.attribute("initials"),
              comment.attribute("date"),
              RunReader.plain(blocks),
              parent,
              more.map(one -> Xml.isOn(one.attribute("done")) && !one.attribute("done").isEmpty())
                  .orElse(false)));
    }
    return out;
  }

  /** An answer names the last paragraph of what it answers ([MS-DOCX] 2.5.4.2). */
  private static String lastParagraph(Xml comment) {
    String id = "";
    for (Xml child : comment.children) {
      id = child.name.equals("p") ? child.attribute("paraId") : id;
    }
    return id;
  }
}
