package galley.docx;

import galley.asset.Messages;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of XML with what is in it. Names are without prefixes, for programs choose these as
 * they like. Documents that define entities are refused, and those that are deep without end.
 */
final class Xml {
  private static final int DEEPEST = 400;
  private static final int MOST = 3_000_000;

  final String name;
  final Map<String, String> attributes = new HashMap<>();
  final List<Xml> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private Xml(String name) {
    this.name = name;
  }

  static Xml read(byte[] part) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new WordException(Parts.broken(), e);
    }
  }

  private static Xml read(XMLStreamReader reader) throws XMLStreamException {
    Xml root = new Xml("");
    Deque<Xml> open = new ArrayDeque<>(List.of(root));
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Xml element = new Xml(reader.getLocalName());
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
          }
          open.element().children.add(element);
          open.push(element);
          if (open.size() > DEEPEST || ++count > MOST) {
            throw new WordException(Messages.text("docx.too-many"));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text.append(reader.getText());
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new WordException(Messages.text("docx.entities"));
        default -> {} // comments and the like
      }
    }
    return root.children.isEmpty() ? root : root.children.getFirst();
  }

  /** The first child of a name. */
  Optional<Xml> child(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
  }

  /** The first below, at any depth, in the order of the document. */
  Optional<Xml> below(String wanted) {
    for (Xml child : children) {
      Optional<Xml> found = child.name.equals(wanted) ? Optional.of(child) : child.below(wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "");
  }

  /** The {@code val} of a child, empty where there is none. */
  String value(String wanted) {
    return child(wanted).map(child -> child.attribute("val")).orElse("");
  }

  /** Whether a switch such as {@code b} is on. */
  boolean on(String wanted) {
    return child(wanted).map(child -> isOn(child.attribute("val"))).orElse(false);
  }

  static boolean isOn(String value) {
    return !value.equals("0")
        && !value.equals("false")
        && !value.equals("none")
        && !value.equals("off");
  }

  String text() {
    return text.toString();
  }

  int number(String wanted, int otherwise) {
    String value = attribute(wanted);
    return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  /** Text for an element or a value between double quotes; what XML 1.0 can't hold is left out. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> {
              boolean fits =
                  c >= ' ' && c < 0xD800
                      || c >= 0xE000 && c < 0xFFFE
                      || c >= 0x10000
                      || c == '\t'
                      || c == '\n';
              if (fits) {
                out.appendCodePoint(c);
              }
            }
          }
        });
    return out.toString();
  }
}
