package galley.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line under a picture, and who made the picture.
 *
 * @param text what the picture shows, without its credit
 * @param credit who made it, empty where the line does not say
 */
record Caption(String text, String credit) {
  private static final String NAMES =
      "photographs?|photos?|photo credits?|photography|pictures?|picture credits?|images?"
          + "|image credits?|image sources?|illustrations?|graphics?|credits?|sources?";
  private static final String START =
      "(?:^|(?<=[.!?…\"”’)\\]])\\s+|\\s*[|(\\[–—]\\s*|\\s+-\\s+|\\s{2,})";

  // "Photograph: Jane Doe/Agency", "(Photo by Jane Doe)", "Source: Reuters"
  private static final Pattern LABEL =
      Pattern.compile("(?i)" + START + "(?:" + NAMES + ")\\s*(?::|\\bby\\b)\\s*(\\S.{0,160})$");
  private static final Pattern COURTESY =
      Pattern.compile(
          "(?i)" + START + "((?:photo |image |picture )?courtesy (?:of )?\\S.{0,120})$");
  private static final Pattern RIGHTS =
      Pattern.compile("(?i)" + START + "((?:©|\\(c\\)|copyright\\b)\\s*\\S.{0,120})$");
  // "(AP Photo/Jane Doe)", ". REUTERS/Jane Doe"
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?:^|\\s+[(\\[]|(?<=[.!?])\\s+)((?:[\\w .'-]{2,40}/)?(?:AP|AP"
              + " Photo|REUTERS|Reuters|AFP|EPA|PA|Getty Images|Alamy|Shutterstock|Unsplash)"
              + "(?:/[^/()]{2,40})?)[)\\]]?\\.?$");

  /** Whether a line ends with who made the picture. */
  static boolean hasCredit(String line) {
    return !of(line).credit().isEmpty();
  }

  /** Parts a caption from its credit. */
  static Caption of(String line) {
    String text = line.strip();
    for (Pattern form : List.of(LABEL, COURTESY, RIGHTS, AGENCY)) {
      Matcher found = form.matcher(text);
      if (found.find()) {
        Optional<String> credit = Optional.of(tidy(found.group(1))).filter(c -> !c.isEmpty());
        if (credit.isPresent()) {
          return new Caption(before(text, found.start()), credit.get());
        }
      }
    }
    return new Caption(text, "");
  }

  private static String before(String text, int end) {
    return text.substring(0, end).replaceFirst("[\\s|(\\[–—-]+$", "");
  }

  /** Without the bracket that closes it, and without its full stop. */
  private static String tidy(String credit) {
    String tidy = credit.strip();
    if (tidy.endsWith(".") && !tidy.matches(".*\\b\\w\\.\\w?\\.?$|.*\\b(Inc|Ltd|Co|Jr|Sr)\\.$")) {
      tidy = tidy.substring(0, tidy.length() - 1);
    }
    for (String pair : List.of("()", "[]")) {
      if (tidy.endsWith(pair.substring(1)) && !tidy.contains(pair.substring(0, 1))) {
        tidy = tidy.substring(0, tidy.length() - 1);
      }
    }
    return tidy.strip();
  }
}
