package galley.export;

import galley.post.Post;
import galley.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Atom feeds (RFC 4287) with the whole text of each post. */
final class SiteFeed {
  /** How many posts a feed holds. */
  static final int LENGTH = 20;

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final SiteFrame frame;
  private final Texts texts;

  /** Where the texts of posts come from. */
  interface Texts {
    Post post(SiteCard card);

    /** A post's HTML with whole addresses. */
    String html(SiteCard card, Post post);

    /** Changes when the pictures in its HTML do. */
    String pictures(SiteCard card);
  }

  /** Feeds of one site. */
  SiteFeed(SiteFrame frame, Texts texts) {
    this.frame = frame;
    this.texts = texts;
  }

  /** What a feed is made from. */
  String key(String title, List<SiteCard> newest) {
    StringBuilder key = new StringBuilder(frame.key()).append(title);
    for (SiteCard card : newest) {
      key.append('\u001f').append(frame.addresses().token(card)).append(texts.pictures(card));
    }
    return Sha256.of(key.toString());
  }

  /**
   * One feed.
   *
   * @param path of the feed
   * @param home the page it goes with
   */
  byte[] atom(String title, String path, String home, List<SiteCard> newest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try {
      XMLStreamWriter xml = Xml.writer(bytes);
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", frame.site().language());
      text(xml, "id", id(path, home));
      text(xml, "title", title);
      if (!frame.site().description().isBlank()) {
        text(xml, "subtitle", frame.site().description());
      }
      Instant updated =
          newest.stream()
              .map(SiteCard::changed)
              .max(Comparator.naturalOrder())
              .orElse(Instant.EPOCH);
      text(xml, "updated", updated.toString());
      link(xml, "alternate", frame.absolute(home), "text/html");
      link(xml, "self", frame.absolute(path), "application/atom+xml");
      xml.writeStartElement("author");
      text(xml, "name", frame.site().name());
      xml.writeEndElement();
      for (SiteCard card : newest) {
        entry(xml, card);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A feed could not be written", e);
    }
    return bytes.toByteArray();
  }

  private String id(String path, String home) {
    return home.isEmpty() ? "urn:uuid:" + frame.site().id() : frame.absolute(path);
  }

  private void entry(XMLStreamWriter xml, SiteCard card) throws XMLStreamException {
    String address = frame.absolute(frame.addresses().post(card));
    Post post = texts.post(card);
    xml.writeStartElement("entry");
    xml.writeAttribute("xml:base", address);
    xml.writeAttribute("xml:lang", post.details().language());
    text(xml, "id", "urn:uuid:" + card.id());
    text(xml, "title", card.headline());
    text(xml, "published", card.published().toString());
    text(xml, "updated", card.changed().toString());
    link(xml, "alternate", address, "text/html");
    for (String author : card.authors()) {
      xml.writeStartElement("author");
      text(xml, "name", author);
      xml.writeEndElement();
    }
    for (String tag : card.tags()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", Xml.clean(tag));
    }
    if (!card.standfirst().isEmpty()) {
      text(xml, "summary", card.standfirst());
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(Xml.clean(texts.html(card, post)));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(Xml.clean(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String address, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }
}
