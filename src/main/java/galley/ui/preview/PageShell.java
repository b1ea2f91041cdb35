package galley.ui.preview;

import galley.asset.Assets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the document a page is shown in, so that nothing in it reaches the network. */
final class PageShell {
  // What could load, send or lead away without a click. An export never writes these in a block;
  // a page that has them all the same shows them as text.
  private static final Pattern UNWANTED =
      Pattern.compile(
          "<(?=/?(?:meta|base|link|script|i?frame|frameset|object|embed|applet|portal|form)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DARK =
      Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*dark\\s*\\)");
  private static final Pattern LIGHT =
      Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*light\\s*\\)");
  // WebView reads no WOFF2; the program has the same faces whole, each under a name of its own.
  private static final Pattern WOFF2 =
      Pattern.compile("url\\([^)]*/([\\w-]+)\\.woff2\\)\\s*format\\(\"woff2\"\\)");
  private static final Pattern WEIGHTS = Pattern.compile("font-weight:\\s*(\\d+)\\s+\\d+");
  private static final Map<String, String> FACES =
      Map.of(
          "source-serif-4-400-normal", "Source Serif 4",
          "source-serif-4-400-italic", "Source Serif 4 Italic",
          "source-serif-4-600-normal", "Source Serif 4 SemiBold");
  // As features, since they may stand in the middle of a query.
  private static final String ALWAYS = "(min-width: 0px)";
  private static final String NEVER = "(max-width: 0px)";
  private static final Pattern SCHEMES = Pattern.compile("color-scheme\\s*:\\s*light\\s+dark");

  private final String mark = "galley-" + UUID.randomUUID();

  /** The text of the comment that stands before each block and after the last. */
  String mark() {
    return mark;
  }

  /** The script that answers for the page. */
  String script() {
    return Assets.text("preview/page.js").replace("'MARK'", "'" + mark + "'");
  }

  /**
   * The whole document.
   *
   * @param filled whether with its blocks, or with one mark in their place
   */
  String document(PageSheet sheet, boolean dark, boolean filled) {
    StringBuilder html = new StringBuilder(1 << 16);
    html.append("<!doctype html>")
        .append(sheet.root())
        .append("<head><meta charset=\"utf-8\">")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append("default-src 'none'; form-action 'none'; base-uri 'none'; img-src ")
        .append(PageScheme.NAME)
        .append(": data:; font-src data:; style-src 'unsafe-inline'\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<style id=\"galley-theme\">")
        .append(css(sheet.css(), dark))
        .append("</style><style>")
        .append(Assets.text("preview/page.css"))
        .append("</style></head><body>")
        .append(safe(sheet.before()));
    if (filled) {
      for (PageSheet.Block block : sheet.blocks()) {
        html.append("<!--").append(mark).append("-->").append(safe(block.html()));
      }
    }
    html.append("<!--").append(mark).append("-->");
    return html.append(safe(sheet.after())).append("</body></html>").toString();
  }

  /** The style sheet for a light or a dark window: WebView itself always says light. */
  static String css(String theme, boolean dark) {
    String chosen = DARK.matcher(faces(theme)).replaceAll(dark ? ALWAYS : NEVER);
    chosen = LIGHT.matcher(chosen).replaceAll(dark ? NEVER : ALWAYS);
    return SCHEMES.matcher(chosen).replaceAll(dark ? "color-scheme: dark" : "color-scheme: light");
  }

  private static String faces(String css) {
    String named =
        WOFF2
            .matcher(css)
            .replaceAll(font -> {
              String face = FACES.get(font.group(1));
              return Matcher.quoteReplacement(
                  face == null ? font.group() : "local(\"" + face + "\")");
            });
    return WEIGHTS.matcher(named).replaceAll("font-weight:$1");
  }

  /** The same HTML without anything that acts by itself. */
  static String safe(String html) {
    return html.indexOf('<') < 0 ? html : UNWANTED.matcher(html).replaceAll("&lt;");
  }

  /** A string literal of JavaScript. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\u2028', '\u2029' -> out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        default -> {
          if (c < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
