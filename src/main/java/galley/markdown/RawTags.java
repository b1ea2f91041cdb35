package galley.markdown;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Which elements and attributes may stay in the HTML of a body; all others go. */
final class RawTags {
  /** Phrasing content, without controls and what needs more care than it is worth. */
  static final Set<String> INLINE =
      Set.of(
          ("a abbr b bdi br cite code del em i ins kbd mark q s samp small span strong sub sup u"
                  + " var wbr")
              .split(" "));

  /** Flow content that is not phrasing content. */
  static final Set<String> FLOW =
      Set.of(
          ("blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p"
                  + " pre summary table tbody td tfoot th thead tr ul")
              .split(" "));

  /** Elements that go with all that is in them. */
  static final Set<String> DROPPED =
      Set.of(
          ("applet area base canvas col colgroup datalist head input link map math meta noframes"
                  + " noscript option optgroup param script select style svg template textarea"
                  + " title track")
              .split(" "));

  /** Elements that bring in something else, and become a link to it. */
  static final Set<String> EMBEDS = Set.of("iframe", "frame", "embed", "object", "video", "audio");

  /** Obsolete elements and landmarks, which are the page's own, and what they become. */
  static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("center", "div"),
          Map.entry("font", "span"),
          Map.entry("big", "span"),
          Map.entry("tt", "code"),
          Map.entry("strike", "s"),
          Map.entry("acronym", "abbr"),
          Map.entry("address", "div"),
          Map.entry("article", "div"),
          Map.entry("aside", "div"),
          Map.entry("footer", "div"),
          Map.entry("header", "div"),
          Map.entry("hgroup", "div"),
          Map.entry("main", "div"),
          Map.entry("nav", "div"),
          Map.entry("section", "div"),
          Map.entry("dir", "ul"),
          Map.entry("menu", "ul"));

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,8}");
  private static final Pattern SPAN = Pattern.compile("[1-9]\\d?");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private RawTags() {}

  static String renamed(String name) {
    return RENAMED.getOrDefault(name, name);
  }

  /** Takes off every attribute that may not stay, and puts right those that may. */
  static void clean(Element element, Ids ids) {
    String name = element.normalName();
    String id = element.id();
    if (id.isEmpty() && name.equals("a")) {
      id = element.attr("name");
    }
    for (Attribute attribute : element.attributes().asList()) {
      Optional<String> kept = kept(name, attribute.getKey(), attribute.getValue());
      element.removeAttr(attribute.getKey());
      kept.ifPresent(value -> element.attr(attribute.getKey(), value));
    }
    if (!id.isEmpty() && ids.take(id)) {
      element.attr("id", id);
    }
  }

  private static Optional<String> kept(String element, String name, String value) {
    boolean stays =
        switch (name) {
          case "class" -> !value.isBlank();
          case "title" -> true;
          case "lang" -> isLanguage(value);
          case "dir" -> Set.of("ltr", "rtl", "auto").contains(value.toLowerCase(Locale.ROOT));
          case "start" -> element.equals("ol") && NUMBER.matcher(value).matches();
          case "value" -> element.equals("li") && NUMBER.matcher(value).matches();
          case "reversed" -> element.equals("ol");
          case "type" -> element.equals("ol") && value.matches("[1aAiI]");
          case "open" -> element.equals("details");
          case "colspan", "rowspan" -> isCell(element) && SPAN.matcher(value).matches();
          case "scope" -> element.equals("th") && value.matches("row|col");
          case "href" -> element.equals("a");
          case "cite" -> Set.of("blockquote", "q", "del", "ins").contains(element);
          default -> false;
        };
    boolean address = name.equals("href") || name.equals("cite");
    return stays && address ? Address.forLink(value) : Optional.of(value).filter(_ -> stays);
  }

  private static boolean isCell(String element) {
    return element.equals("td") || element.equals("th");
  }

  private static boolean isLanguage(String value) {
    return value.matches("[A-Za-z]{2}(-[A-Z]{2})?")
        && LANGUAGES.contains(value.substring(0, 2).toLowerCase(Locale.ROOT));
  }

  /** Where an element takes what it brings in from; empty where it says nothing usable. */
  static Optional<String> embedded(Element element) {
    Element source = element.selectFirst("source[src]");
    String address = element.attr(element.normalName().equals("object") ? "data" : "src");
    if (address.isBlank() && source != null) {
      address = source.attr("src");
    }
    return Address.forLink(address.startsWith("//") ? "https:" + address : address);
  }
}
