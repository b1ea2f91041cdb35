package galley.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Words as they are spread in real texts: the frequent ones come often, so that what is written
 * anew shares them with what was there before.
 */
final class Lexicon {
  private static final Pattern GAP = Pattern.compile("[^\\p{L}'’]+");

  private final List<String> words = new ArrayList<>();

  Lexicon(String text) {
    for (String word : GAP.split(text, -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
  }

  String word(Random random) {
    return words.get(random.nextInt(words.size()));
  }

  String sentence(Random random) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 5 + random.nextInt(20); i > 0; i--) {
      String word = word(random);
      sentence.append(
          sentence.isEmpty()
              ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
              : " " + word);
    }
    return sentence.append('.').toString();
  }
}
