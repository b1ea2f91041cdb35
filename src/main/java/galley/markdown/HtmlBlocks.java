package galley.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads the blocks of a piece of HTML as parts. */
final class HtmlBlocks {
  private static final int DEEPEST = 60;
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside blockquote body caption center dd details dir div dl dt"
                  + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe"
                  + " legend li main menu ol p pre section summary table tbody td tfoot th thead tr"
                  + " ul video audio embed object")
              .split(" "));

  private final Set<Element> holdBlocks = new HashSet<>();
  private final HtmlNotes notes;
  private final HtmlFindings findings;
  private final HtmlInlines inlines;
  private int depth;

  HtmlBlocks(Element root, HtmlNotes notes, HtmlFindings findings) {
    this.notes = notes;
    this.findings = findings;
    inlines = new HtmlInlines(notes, findings);
    for (Element element : root.getAllElements()) {
      if (BLOCKS.contains(element.normalName())) {
        Element above = element.parent();
        while (above != null && holdBlocks.add(above)) {
          above = above.parent();
        }
      }
    }
  }

  List<Part> of(Element parent) {
    return of(parent, Look.PLAIN);
  }

  Part note(String label, Element element) {
    return new Part.Note(label, of(element));
  }

  private List<Part> of(Element parent, Look look) {
    if (depth > DEEPEST) {
      List<Part> parts = new ArrayList<>();
      List<Atom> words = new ArrayList<>();
      inlines.read(parent, look, words);
      paragraph(words, parts);
      return parts;
    }
    depth++;
    List<Part> inside = of(parent.childNodes(), look);
    depth--;
    return inside;
  }

  private List<Part> of(List<Node> nodes, Look look) {
    List<Part> parts = new ArrayList<>();
    List<Atom> words = new ArrayList<>();
    for (Node child : nodes) {
      if (child instanceof TextNode) {
        inlines.read(child, look, words);
      } else if (child instanceof Element element && !HtmlLook.isDropped(element)) {
        if (isBlock(element)) {
          paragraph(words, parts);
          if (!notes.isDefinition(element)) {
            block(element, HtmlLook.inside(element, look), parts);
          }
        } else {
          inlines.read(element, look, words);
        }
      }
    }
    paragraph(words, parts);
    return parts;
  }

  private boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName()) || holdBlocks.contains(element);
  }

  /** Ends a paragraph; two line breaks end one too. */
  private static void paragraph(List<Atom> words, List<Part> parts) {
    List<Atom> open = new ArrayList<>();
    int breaks = 0;
    for (Atom atom : words) {
      breaks = atom.kind() == Atom.Kind.BREAK ? breaks + 1 : atom.isGap() ? breaks : 0;
      if (breaks == 2) {
        addWords(open, parts);
        open = new ArrayList<>();
      } else {
        open.add(atom);
      }
    }
    addWords(open, parts);
    words.clear();
  }

  private static void addWords(List<Atom> atoms, List<Part> parts) {
    boolean empty = atoms.stream().allMatch(atom -> atom.isGap() || atom.text().equals("\u00A0"));
    if (!empty) {
      parts.add(new Part.Words(List.copyOf(atoms)));
    }
  }

  private void block(Element element, Look look, List<Part> parts) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, parts);
      case "ul", "ol", "menu", "dir" -> list(element, parts);
      case "blockquote" -> {
        List<Part> inside = of(element, look);
        if (!inside.isEmpty()) {
          parts.add(new Part.Quote(inside));
        }
      }
      case "pre" -> listing(element, parts);
      case "hr" -> parts.add(new Part.Rule());
      case "table" -> table(element, parts);
      case "figure" -> figure(element, parts);
      case "iframe", "video", "audio", "embed", "object" -> {
        List<Atom> words = new ArrayList<>();
        inlines.embed(element, look, words);
        paragraph(words, parts);
      }
      default -> parts.addAll(of(element, look));
    }
  }

  private void heading(Element element, List<Part> parts) {
    if (holdBlocks.contains(element)) {
      parts.addAll(of(element));
      return;
    }
    List<Atom> words = new ArrayList<>();
    inlines.read(element, Look.PLAIN, words);
    boolean picture = words.stream().noneMatch(atom -> atom.kind() == Atom.Kind.WORD);
    if (picture) {
      addWords(words, parts);
      return;
    }
    // a heading is bold as it is
    words.replaceAll(atom -> atom.with(atom.look().withStrong(false)));
    parts.add(new Part.Head(element.normalName().charAt(1) - '0', words));
  }

  private void list(Element element, List<Part> parts) {
    List<Part.Item> items = new ArrayList<>();
    for (Node child : element.childNodes()) {
      List<Part> inside = new ArrayList<>();
      boolean item = child instanceof Element one && one.nameIs("li");
      if (!item) {
        inside.addAll(of(List.of(child), Look.PLAIN));
      } else if (child instanceof Element one
          && !HtmlLook.isDropped(one)
          && !notes.isDefinition(one)) {
        inside.addAll(of(one));
      }
      if (inside.isEmpty()) {
        continue;
      }
      if (inside.getFirst() instanceof Part.Items && !item && !items.isEmpty()) {
        // a list right in a list, as word processors write it, belongs to the item above
        Part.Item last = items.removeLast();
        inside.addAll(0, last.parts());
        items.add(new Part.Item(last.box(), inside));
      } else {
        items.add(HtmlBox.item(child, inside));
      }
    }
    if (!items.isEmpty()) {
      boolean numbered = element.nameIs("ol");
      String start = element.attr("start").strip();
      parts.add(
          new Part.Items(numbered, start.matches("\\d{1,8}") ? Integer.parseInt(start) : 1, items));
    }
  }

  private static void listing(Element element, List<Part> parts) {
    Element inside = element.selectFirst("code");
    String names = element.className() + " " + (inside == null ? "" : inside.className());
    String language = "";
    for (String name : names.split("\\s+")) {
      if (name.matches("(?:language|lang|highlight-source)-[\\w.+#-]{1,30}")) {
        language = name.substring(name.startsWith("highlight") ? 17 : name.indexOf('-') + 1);
      }
    }
    element = element.clone();
    element.select("br").forEach(line -> line.replaceWith(new TextNode("\n")));
    String text =
        element.wholeText().replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    String trimmed = text.startsWith("\n") ? text.substring(1) : text;
    if (!trimmed.isBlank()) {
      parts.add(new Part.Listing(language, trimmed.stripTrailing()));
    }
  }

  private void figure(Element element, List<Part> parts) {
    Element caption = element.selectFirst("figcaption");
    List<Element> pictures = element.select("img");
    if (pictures.isEmpty() || caption == null) {
      parts.addAll(of(element));
      return;
    }
    Element credit = caption.selectFirst("[class*=credit], [class*=copyright], [class*=byline]");
    String credited = credit == null ? "" : credit.text().strip();
    String words = caption.text().strip();
    if (credit != null) {
      Element rest = caption.clone();
      rest.select("[class*=credit], [class*=copyright], [class*=byline]").remove();
      words = rest.text().strip();
    }
    int first = findings.pictures.size();
    for (Node child : element.childNodes()) {
      if (!child.equals(caption)) {
        Element alone = new Element("div");
        alone.appendChild(child.clone());
        parts.addAll(new HtmlBlocks(alone, notes, findings).of(alone));
      }
    }
    if (findings.pictures.size() > first) {
      // one caption for several pictures stands under the last
      int last = findings.pictures.size() - 1;
      HtmlToMarkdown.ConvertedPicture picture = findings.pictures.get(last);
      findings.pictures.set(
          last,
          new HtmlToMarkdown.ConvertedPicture(
              picture.destination(), picture.alt(), words, credited));
    }
  }

  private void table(Element element, List<Part> parts) {
    HtmlTable table = new HtmlTable(element, inlines);
    Element caption = element.selectFirst("> caption");
    if (caption != null) {
      parts.addAll(of(caption));
    }
    if (table.isLayout()) {
      for (Element cell : table.cells()) {
        parts.addAll(of(cell));
      }
    } else if (!table.cells().isEmpty()) {
      parts.add(table.grid());
    }
  }
}
