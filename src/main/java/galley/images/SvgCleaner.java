package galley.images;

import galley.asset.Messages;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes one drawing again with only the elements and attributes on the lists. Used once. */
final class SvgCleaner {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  // SVG 1.1 and 2: structure, shapes, text, paint, clipping, filters. Not: script, foreignObject,
  // metadata, links, media, animation (which can change a reference after it was looked at).
  private static final Set<String> ELEMENTS =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "use",
          "title",
          "desc",
          "switch",
          "style",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "textPath",
          "image",
          "marker",
          "linearGradient",
          "radialGradient",
          "stop",
          "pattern",
          "clipPath",
          "mask",
          "filter",
          "feBlend",
          "feColorMatrix",
          "feComponentTransfer",
          "feComposite",
          "feConvolveMatrix",
          "feDiffuseLighting",
          "feDisplacementMap",
          "feDistantLight",
          "feDropShadow",
          "feFlood",
          "feFuncA",
          "feFuncB",
          "feFuncG",
          "feFuncR",
          "feGaussianBlur",
          "feMerge",
          "feMergeNode",
          "feMorphology",
          "feOffset",
          "fePointLight",
          "feSpecularLighting",
          "feSpotLight",
          "feTile",
          "feTurbulence");

  /** Left out themselves, but what stands in them stays. */
  private static final Set<String> UNWRAPPED = Set.of("a");

  private static final Pattern ATTRIBUTE = Pattern.compile("(?!(?i:on))[A-Za-z][A-Za-z0-9-]*");
  private static final Set<String> UNSAFE_ATTRIBUTES =
      Set.of("href", "src", "style", "base", "attributename");
  private static final Pattern URL = Pattern.compile("(?i)url\\s*\\(\\s*([^)]*)\\)?");
  private static final Pattern OWN = Pattern.compile("[\"']?\\s*#[\\w.:-]+\\s*[\"']?\\s*");
  private static final Pattern DATA =
      Pattern.compile("(?is)data:image/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\\s]+)");

  /** Comments, and rules that could only name something outside the drawing. */
  private static final Pattern LEFT_OUT_CSS =
      Pattern.compile("(?is)/\\*.*?\\*/|@import[^;]*;|@font-face\\s*\\{[^}]*\\}");

  private static final Pattern UNSAFE_CSS =
      Pattern.compile(
          "(?i)\\\\|@import|@font-face|expression\\s*\\(|javascript:|-moz-binding|src\\s*:|image-set");

  private final StringBuilder out = new StringBuilder();
  private final int deepest;

  SvgCleaner(int deepest) {
    this.deepest = deepest;
  }

  String clean(XMLStreamReader reader) throws XMLStreamException {
    boolean root = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!isDrawing(reader) || !reader.getLocalName().equals("svg")) {
          throw new PictureException(Messages.text("images.broken-svg"));
        }
        element(reader, 1);
        root = true;
      }
    }
    if (!root) {
      throw new PictureException(Messages.text("images.broken-svg"));
    }
    return out.append('\n').toString();
  }

  private void element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > deepest) {
      throw new PictureException(Messages.text("images.svg-too-deep"));
    }
    String name = reader.getLocalName();
    if (!isDrawing(reader) || !ELEMENTS.contains(name) && !UNWRAPPED.contains(name)) {
      skip(reader);
      return;
    }
    boolean written = ELEMENTS.contains(name);
    if (written) {
      out.append('<').append(name);
      if (depth == 1) {
        out.append(" xmlns=\"").append(SVG).append('"');
        out.append(" xmlns:xlink=\"").append(XLINK).append('"');
      }
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attribute(reader, name, i);
      }
      out.append('>');
    }
    content(reader, name, depth);
    if (written) {
      out.append("</").append(name).append('>');
    }
  }

  private void content(XMLStreamReader reader, String name, int depth) throws XMLStreamException {
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> element(reader, depth + 1);
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          String text = reader.getText();
          if (!name.equals("style")) {
            out.append(escaped(text));
          } else {
            String rules = LEFT_OUT_CSS.matcher(text).replaceAll(" ");
            out.append(isSafeCss(rules) ? escaped(rules) : "");
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new PictureException(Messages.text("images.svg-entities"));
        default -> {
          // comments and processing instructions stay behind
        }
      }
    }
  }

  private static void skip(XMLStreamReader reader) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private void attribute(XMLStreamReader reader, String element, int index) {
    String name = reader.getAttributeLocalName(index);
    String value = reader.getAttributeValue(index);
    String space = reader.getAttributeNamespace(index);
    boolean plain = space == null || space.isEmpty();
    if (name.equals("href") && (plain || XLINK.equals(space))) {
      reference(element, value)
          .ifPresent(it -> out.append(" xlink:href=\"").append(escaped(it)).append('"'));
    } else if (plain && name.equals("style")) {
      if (isSafeCss(value)) {
        out.append(" style=\"").append(escaped(value)).append('"');
      }
    } else if (plain
        && ATTRIBUTE.matcher(name).matches()
        && !UNSAFE_ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT))
        && !name.startsWith("data-")
        && isSafeCss(value)) {
      out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    } else if (name.equals("space") && "http://www.w3.org/XML/1998/namespace".equals(space)) {
      out.append(" xml:space=\"").append(escaped(value)).append('"');
    }
  }

  /** A reference into the drawing itself, or for a picture in it the picture's cleaned bytes. */
  private static Optional<String> reference(String element, String value) {
    if (value.strip().matches("#[\\w.:-]+")) {
      return Optional.of(value.strip());
    }
    Matcher data = DATA.matcher(value.strip());
    if (!element.equals("image") || !data.matches()) {
      return Optional.empty();
    }
    try {
      byte[] picture = Base64.getMimeDecoder().decode(data.group(1));
      PictureInfo info = Header.read(picture);
      byte[] cleaned = Metadata.removed(picture, info.format());
      return Optional.of(
          "data:"
              + info.format().mediaType()
              + ";base64,"
              + Base64.getEncoder().encodeToString(cleaned));
    } catch (IllegalArgumentException | PictureException e) {
      return Optional.empty(); // a picture that is none isn't drawn by a browser either
    }
  }

  private static boolean isSafeCss(String text) {
    if (UNSAFE_CSS.matcher(text).find()) {
      return false;
    }
    Matcher url = URL.matcher(text);
    while (url.find()) {
      if (!OWN.matcher(url.group(1)).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDrawing(XMLStreamReader reader) {
    return SVG.equals(reader.getNamespaceURI());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
