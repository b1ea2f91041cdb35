package galley.export;

import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.markdown.PictureUse;
import galley.post.Draft;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points the pictures of a body to where their files lie in a bundle. Nothing else is touched, not
 * even the spaces beside a changed address.
 */
final class PictureAddresses {
  private final ParsedBody body;

  PictureAddresses(String body) {
    this.body = Markdown.parse(body);
  }

  /**
   * The body with other addresses.
   *
   * @param addresses by the picture's {@link galley.post.ImageRef#file()}
   */
  String changed(Draft draft, Map<String, String> addresses) {
    StringBuilder changed = new StringBuilder(body.source());
    // All pictures of one HTML block have its span. From the end, so that the places before keep
    // their offsets.
    TreeMap<Integer, List<PictureUse>> uses = new TreeMap<>(Comparator.reverseOrder());
    for (PictureUse use : body.pictures()) {
      uses.computeIfAbsent(use.span().start(), _ -> new ArrayList<>()).add(use);
    }
    Map<String, String> definitions = new LinkedHashMap<>();
    for (List<PictureUse> here : uses.values()) {
      Span span = here.getFirst().span();
      String source = span.of(body.source());
      for (PictureUse use : here) {
        String written = use.destination();
        String address = addresses.get(PictureNames.reference(draft, written).file());
        if (address == null || address.equals(written)) {
          continue;
        }
        int at = source.lastIndexOf(written);
        if (at >= 0) {
          source = source.substring(0, at) + address + source.substring(at + written.length());
        } else {
          definitions.put(written, address);
        }
      }
      changed.replace(span.start(), span.end(), source);
    }
    definitions.forEach((written, address) -> definition(changed, written, address));
    return changed.toString();
  }

  // CommonMark 4.7: [label]: destination
  private static void definition(StringBuilder body, String destination, String address) {
    Matcher found =
        Pattern.compile(
                "(?m)^(?: {0,3}\\[[^\\]\\n]+\\]:[ \\t]*<?)(" + Pattern.quote(destination) + ")")
            .matcher(body);
    if (found.find()) {
      body.replace(found.start(1), found.end(1), address);
    }
  }
}
