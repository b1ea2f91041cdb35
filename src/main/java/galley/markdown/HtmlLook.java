package galley.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** How an element makes its words look, by its name and by what its style says. */
final class HtmlLook {
  private static final Pattern WEIGHT =
      Pattern.compile("font-weight\\s*:\\s*(bold(?:er)?|normal|lighter|\\d{3,4})");
  private static final Pattern STYLE =
      Pattern.compile("font-style\\s*:\\s*(italic|oblique|normal)");
  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all");
  private static final Set<String> DROPPED =
      Set.of(
          ("applet area base basefont button canvas col colgroup datalist dialog fieldset frame"
                  + " frameset head input link map math meta meter nav noframes noscript optgroup"
                  + " option param progress script select style svg template textarea title track")
              .split(" "));

  private HtmlLook() {}

  static boolean isDropped(Element element) {
    return DROPPED.contains(element.normalName())
        || element.hasAttr("hidden")
        || HIDDEN.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }

  static Look inside(Element element, Look outside) {
    Look look =
        switch (element.normalName()) {
          case "b", "strong", "dt", "th" -> outside.withStrong(true);
          case "i", "em", "cite", "dfn", "var" -> outside.withEmphasis(true);
          case "s", "strike", "del" -> outside.withStruck(true);
          case "code", "kbd", "samp", "tt" -> outside.withCode();
          case "sup", "sub" -> outside.withRaised(element.normalName());
          default -> outside;
        };
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    if (style.isEmpty()) {
      return look;
    }
    Matcher weight = WEIGHT.matcher(style);
    if (weight.find()) {
      String word = weight.group(1);
      boolean number = Character.isDigit(word.charAt(0));
      look = look.withStrong(number ? Integer.parseInt(word) >= 600 : word.startsWith("bold"));
    }
    Matcher slant = STYLE.matcher(style);
    if (slant.find()) {
      look = look.withEmphasis(!slant.group(1).equals("normal"));
    }
    boolean struck = style.contains("line-through");
    return struck ? look.withStruck(true) : look;
  }
}
