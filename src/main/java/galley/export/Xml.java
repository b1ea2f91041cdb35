package galley.export;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What all XML files of a site have in common. */
final class Xml {
  private Xml() {}

  /** A writer that has written the declaration. */
  static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    return xml;
  }

  /** The text without the characters that XML 1.0 has no way to write. */
  static String clean(String text) {
    boolean fine = true;
    for (int i = 0; fine && i < text.length(); i++) {
      fine = isAllowed(text.charAt(i)) && !Character.isSurrogate(text.charAt(i));
    }
    if (fine) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            code -> code > 0xFFFF || isAllowed((char) code) && !Character.isSurrogate((char) code))
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isAllowed(char c) {
    return c >= ' ' && c != '\uFFFE' && c != '\uFFFF' || c == '\t' || c == '\n' || c == '\r';
  }
}
