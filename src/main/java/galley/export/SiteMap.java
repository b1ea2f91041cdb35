package galley.export;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes sitemaps (sitemaps.org 0.9). */
final class SiteMap {
  /** How many addresses one file may hold. */
  static final int MOST = 50_000;

  private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  /**
   * A page search engines are to know.
   *
   * @param changed when, empty where nobody can say
   */
  record Address(String address, String changed) {}

  private SiteMap() {}

  static byte[] pages(List<Address> pages) {
    return written("urlset", "url", pages);
  }

  static byte[] index(List<Address> maps) {
    return written("sitemapindex", "sitemap", maps);
  }

  private static byte[] written(String all, String each, List<Address> addresses) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try {
      XMLStreamWriter xml = Xml.writer(bytes);
      xml.writeStartElement(all);
      xml.writeDefaultNamespace(SPACE);
      for (Address address : addresses) {
        xml.writeCharacters("\n");
        xml.writeStartElement(each);
        xml.writeStartElement("loc");
        xml.writeCharacters(address.address());
        xml.writeEndElement();
        if (!address.changed().isEmpty()) {
          xml.writeStartElement("lastmod");
          xml.writeCharacters(address.changed());
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A sitemap could not be written", e);
    }
    return bytes.toByteArray();
  }
}
