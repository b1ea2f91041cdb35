package galley.markdown;

/** HTML text, escaped as the examples of the CommonMark specification are. */
final class Html {
  private Html() {}

  static String escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' || c == '<' || c == '>' || c == '"') {
        StringBuilder out = new StringBuilder(text.length() + 16);
        append(out, text);
        return out.toString();
      }
    }
    return text;
  }

  static void append(StringBuilder out, String text) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      String entity =
          switch (text.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
          };
      if (!entity.isEmpty()) {
        out.append(text, done, i).append(entity);
        done = i + 1;
      }
    }
    out.append(text, done, text.length());
  }
}
