package galley.export;

/** Text for HTML. */
final class Html {
  private Html() {}

  /** Text for an element or a double-quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
