package galley.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The footnotes of a piece of HTML: a short mark that leads to an item or paragraph in it, which
 * leads back or is marked as a note.
 */
final class HtmlNotes {
  private static final Pattern MARK =
      Pattern.compile("[\\[(]?(?:\\d{1,3}|[*†‡§]{1,3}|[a-z])[\\])]?");
  private static final Pattern NAMED =
      Pattern.compile("(?i).*(?:footnote|endnote|noteref|fnref|_ftn|_edn|doc-noteref).*");

  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, Element> definitions = new LinkedHashMap<>();
  private final Set<Element> bodies = new HashSet<>();
  private final Set<String> marks = new HashSet<>();

  private HtmlNotes() {}

  static HtmlNotes in(Element root) {
    HtmlNotes notes = new HtmlNotes();
    Map<String, Element> targets = new HashMap<>();
    root.getElementsByAttribute("id").forEach(one -> targets.putIfAbsent(one.id(), one));
    root.getElementsByAttribute("name").forEach(one -> targets.putIfAbsent(one.attr("name"), one));
    for (Element link : root.getElementsByAttributeValueStarting("href", "#")) {
      String target = link.attr("href").substring(1);
      Element found = targets.get(target);
      if (found != null && MARK.matcher(link.text().strip()).matches() && isMark(link)) {
        notes.add(link, target, found);
      }
    }
    return notes;
  }

  private static boolean isMark(Element link) {
    boolean raised = link.closest("sup") != null || link.selectFirst("sup") != null;
    String names =
        link.className() + " " + link.attr("role") + " " + link.attr("href") + " " + link.id();
    boolean back =
        names.contains("backlink") || names.contains("ref-") && !names.contains("note-ref");
    return (raised || NAMED.matcher(names).matches()) && !back;
  }

  private void add(Element link, String target, Element found) {
    Element body = found.closest("li, p, aside, dd, tr");
    if (body == null) {
      body = found.closest("div");
    }
    if (body == null || body.equals(link.closest("li, p, aside, dd, tr, div"))) {
      return;
    }
    String label = labels.get(target);
    if (label == null) {
      if (!bodies.add(body)) {
        return;
      }
      label = Integer.toString(definitions.size() + 1);
      labels.put(target, label);
      definitions.put(label, body);
    }
    marks.add(link.id());
    marks.add(link.attr("name"));
    Element around = link.parent();
    if (around != null) {
      marks.add(around.id());
    }
    marks.remove("");
  }

  /** The label of the note that a link leads to. */
  Optional<String> label(Element link) {
    String address = link.attr("href");
    boolean mark = address.startsWith("#") && MARK.matcher(link.text().strip()).matches();
    return mark ? Optional.ofNullable(labels.get(address.substring(1))) : Optional.empty();
  }

  /** Whether a link leads from a note back to its mark. */
  boolean leadsBack(Element link) {
    String address = link.attr("href");
    return address.startsWith("#") && marks.contains(address.substring(1));
  }

  /** The notes by label, in the order of their marks. */
  Map<String, Element> definitions() {
    return definitions;
  }

  boolean isDefinition(Element element) {
    return bodies.contains(element);
  }
}
