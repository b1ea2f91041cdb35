package galley.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the flat lists that web hosts answer with; no DOCTYPE, and nothing from elsewhere. */
final class Xml {
  private static final int LONGEST = 64 << 20;

  private Xml() {}

  /**
   * The elements of some names, each with the texts of those inside by local name; an empty element
   * has an empty text.
   *
   * @param items the local names of what is listed
   */
  static List<Map<String, String>> items(byte[] xml, Set<String> items) throws IOException {
    if (xml.length > LONGEST) {
      throw new HostException(Trouble.FAILED, "An answer of " + xml.length + " bytes");
    }
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<Map<String, String>> found = new ArrayList<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      Map<String, String> item = new HashMap<>();
      StringBuilder text = new StringBuilder();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            text.setLength(0);
            if (items.contains(reader.getLocalName())) {
              item = new HashMap<>();
              item.put("", reader.getLocalName());
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            if (items.contains(reader.getLocalName())) {
              found.add(item);
              item = new HashMap<>();
            } else {
              item.putIfAbsent(reader.getLocalName(), text.toString().strip());
            }
            text.setLength(0);
          }
          default -> {
            // comments and the like
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new HostException(Trouble.FAILED, "The host's list can't be read", e);
    }
    return found;
  }

  /** The text of the first element of a name; empty if there is none. */
  static String first(byte[] xml, String name) throws IOException {
    String open = "<" + name + ">";
    String all = new String(xml, java.nio.charset.StandardCharsets.UTF_8);
    int start = all.indexOf(open);
    int end = start < 0 ? -1 : all.indexOf("</", start);
    return end < 0 ? "" : all.substring(start + open.length(), end);
  }
}
