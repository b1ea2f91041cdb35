package galley.docx;

import galley.docx.WordText.Block;
import galley.docx.WordText.Change;
import galley.docx.WordText.Change.What;
import galley.docx.WordText.Grid;
import galley.docx.WordText.Para;
import galley.docx.WordText.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what stands in paragraphs. */
final class RunReader {
  /** Endnotes are numbered from here on, so that they don't meet footnotes. */
  static final int ENDNOTES = 1_000_000;

  private final Styles styles;
  private final Map<String, String> targets;
  private final Map<String, byte[]> parts;
  private final Map<String, byte[]> pictures;
  private final List<Run> between = new ArrayList<>();

  /** How deep in a field's instruction: 0 outside, odd before its result. */
  private boolean instruction;

  private String fieldLink = "";
  private final StringBuilder field = new StringBuilder();

  RunReader(
      Styles styles,
      Map<String, String> targets,
      Map<String, byte[]> parts,
      Map<String, byte[]> pictures) {
    this.styles = styles;
    this.targets = targets;
    this.parts = parts;
    this.pictures = pictures;
  }

  List<Run> read(Xml paragraph, Change change) {
    List<Run> out = new ArrayList<>(between);
    between.clear();
    inside(paragraph, "", change, out);
    return joined(out);
  }

  /** A comment's edge between two paragraphs belongs to the next, or where none comes the last. */
  void outside(Xml mark, List<Block> blocks) {
    boolean start = mark.name.equals("commentRangeStart");
    Run run =
        Run.mark(start ? Run.Kind.COMMENT_START : Run.Kind.COMMENT_END, mark.number("id", -1));
    if (!start && !blocks.isEmpty() && blocks.getLast() instanceof Para) {
      between.add(run);
      waiting(blocks);
    } else {
      between.add(run);
    }
  }

  void waiting(List<Block> blocks) {
    if (!between.isEmpty() && !blocks.isEmpty() && blocks.getLast() instanceof Para last) {
      List<Run> runs = new ArrayList<>(last.runs());
      runs.addAll(between);
      between.clear();
      blocks.removeLast();
      blocks.add(
          new Para(last.style(), last.level(), last.list(), last.listId(), last.mark(), runs));
    }
  }

  private void inside(Xml parent, String link, Change change, List<Run> out) {
    for (Xml child : parent.children) {
      switch (child.name) {
        case "r" -> run(child, link, change, out);
        case "ins", "moveTo" -> {
          Change own = DocumentReader.change(child, What.INSERTED);
          // what one person put in and another struck out was never in the text before
          inside(child, link, change.what() == What.DELETED ? change : own, out);
        }
        case "del", "moveFrom" ->
            inside(child, link, DocumentReader.change(child, What.DELETED), out);
        case "hyperlink" -> {
          String target = targets.getOrDefault(child.attribute("id"), "");
          inside(child, target, change, out);
        }
        case "fldSimple" -> {
          String before = fieldLink;
          fieldLink = address(child.attribute("instr"));
          inside(child, link, change, out);
          fieldLink = before;
        }
        case "commentRangeStart" ->
            out.add(Run.mark(Run.Kind.COMMENT_START, child.number("id", -1)));
        case "commentRangeEnd" -> out.add(Run.mark(Run.Kind.COMMENT_END, child.number("id", -1)));
        case "sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo" ->
            inside(child, link, change, out);
        default -> {}
      }
    }
  }

  private void run(Xml run, String link, Change change, List<Run> out) {
    int looks = run.child("rPr").map(styles::looks).orElse(0);
    boolean hidden = run.child("rPr").map(one -> one.on("vanish")).orElse(false);
    for (Xml child : run.children) {
      String text =
          switch (child.name) {
            case "t", "delText" -> child.text();
            case "tab", "ptab" -> "\t";
            case "noBreakHyphen" -> "\u2011";
            case "sym" -> "";
            default -> "";
          };
      String leads = link.isEmpty() ? fieldLink : link;
      if (!text.isEmpty() && !instruction && !hidden) {
        out.add(Run.words(text, looks, leads, change));
      }
      switch (child.name) {
        case "br", "cr" -> {
          if (!child.attribute("type").equals("page")) {
            out.add(new Run(Run.Kind.BREAK, "\n", 0, leads, "", 0, change));
          }
        }
        case "fldChar" -> field(child.attribute("fldCharType"));
        case "instrText" -> field.append(child.text());
        case "footnoteReference" ->
            out.add(new Run(Run.Kind.NOTE, "", 0, "", "", child.number("id", 0), change));
        case "endnoteReference" ->
            out.add(
                new Run(Run.Kind.NOTE, "", 0, "", "", ENDNOTES + child.number("id", 0), change));
        case "drawing", "pict", "object" -> picture(child, leads, change).ifPresent(out::add);
        case "AlternateContent" ->
            child.below("drawing").flatMap(one -> picture(one, leads, change)).ifPresent(out::add);
        default -> {}
      }
    }
  }

  private void field(String type) {
    switch (type) {
      case "begin" -> {
        instruction = true;
        field.setLength(0);
      }
      case "separate" -> {
        instruction = false;
        fieldLink = address(field.toString());
      }
      case "end" -> {
        instruction = false;
        fieldLink = "";
      }
      default -> {}
    }
  }

  private static String address(String instruction) {
    String words = instruction.strip();
    int quote = words.indexOf('"');
    int end = words.indexOf('"', quote + 1);
    return words.startsWith("HYPERLINK") && quote > 0 && end > quote && !words.contains("\\l")
        ? words.substring(quote + 1, end)
        : "";
  }

  private Optional<Run> picture(Xml drawing, String link, Change change) {
    Optional<Xml> blip = drawing.below("blip").or(() -> drawing.below("imagedata"));
    if (blip.isEmpty()) {
      return Optional.empty();
    }
    String id = blip.get().attribute("embed");
    String target = targets.getOrDefault(id.isEmpty() ? blip.get().attribute("id") : id, "");
    Optional<Xml> words = drawing.below("docPr");
    String name = words.map(one -> one.attribute("name")).orElse("");
    String alt = words.map(one -> one.attribute("descr")).orElse("");
    if (!name.matches("[^\\s\"<>]+\\.[A-Za-z0-9]{2,5}")) {
      name = target;
    }
    if (name.isBlank()) {
      return Optional.empty();
    }
    byte[] bytes = parts.get("word/" + target);
    if (bytes != null && !target.equals(Fixed.EMPTY_PICTURE)) {
      pictures.putIfAbsent(name, bytes);
    }
    return Optional.of(new Run(Run.Kind.PICTURE, name, 0, link, alt, 0, change));
  }

  /** Words of one look that a program cut in pieces are one again. */
  private static List<Run> joined(List<Run> runs) {
    List<Run> out = new ArrayList<>();
    for (Run run : runs) {
      Run last = out.isEmpty() ? run : out.getLast();
      boolean same =
          !out.isEmpty()
              && run.kind() == Run.Kind.WORDS
              && last.kind() == Run.Kind.WORDS
              && run.looks() == last.looks()
              && run.link().equals(last.link())
              && run.change().equals(last.change());
      if (same) {
        out.removeLast();
        out.add(Run.words(last.text() + run.text(), run.looks(), run.link(), run.change()));
      } else {
        out.add(run);
      }
    }
    return out;
  }

  /** The words of blocks, a line each. */
  static String plain(List<Block> blocks) {
    return blocks.stream()
        .map(block ->
            switch (block) {
              case Para para ->
                  para.runs().stream()
                      .map(run ->
                          run.kind() == Run.Kind.BREAK
                              ? "\n"
                              : run.kind() == Run.Kind.WORDS ? run.text() : "")
                      .collect(Collectors.joining());
              case Grid _ -> "";
            })
        .collect(Collectors.joining("\n"));
  }
}
