package galley.markdown;

/**
 * How words look that are turned into Markdown.
 *
 * @param raised {@code sup}, {@code sub} or nothing
 * @param link the address they lead to, or nothing
 */
record Look(
    boolean strong, boolean emphasis, boolean struck, boolean code, String raised, String link) {
  static final Look PLAIN = new Look(false, false, false, false, "", "");

  Look withStrong(boolean on) {
    return new Look(on, emphasis, struck, code, raised, link);
  }

  Look withEmphasis(boolean on) {
    return new Look(strong, on, struck, code, raised, link);
  }

  Look withStruck(boolean on) {
    return new Look(strong, emphasis, on, code, raised, link);
  }

  Look withCode() {
    return new Look(strong, emphasis, struck, true, raised, link);
  }

  Look withRaised(String name) {
    return new Look(strong, emphasis, struck, code, name, link);
  }

  Look withLink(String address) {
    return new Look(strong, emphasis, struck, code, raised, address);
  }

  /** Without emphasis of any kind. */
  Look calm() {
    return new Look(false, false, false, code, raised, link);
  }
}
