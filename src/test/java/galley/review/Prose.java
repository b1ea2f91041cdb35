package galley.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Posts that nobody wrote and nobody tuned anything to: invented words, spread as in a language
 * (the n-th comes one n-th as often as the first), set as people set posts.
 */
final class Prose {
  private static final String[] STARTS = {
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pl", "sh", ""
  };
  private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ea", "ou", "ai", "é", "ü"};
  private static final String[] ENDS = {"", "n", "r", "t", "s", "l", "nd", "ck", "m", "st"};

  private final Random random;
  private final List<String> words = new ArrayList<>();

  Prose(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 2_500; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = i < 40 ? 1 : 1 + random.nextInt(3); n > 0; n--) {
        word.append(one(STARTS)).append(one(MIDDLES)).append(one(ENDS));
      }
      words.add(word.toString());
    }
  }

  private String one(String[] all) {
    return all[random.nextInt(all.length)];
  }

  private String word() {
    // Zipf's law, by turning its sum round.
    int rank = (int) Math.exp(random.nextDouble() * Math.log(words.size()));
    return words.get(Math.min(words.size(), rank) - 1);
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder();
    int count = 4 + random.nextInt(22);
    for (int i = 0; i < count; i++) {
      String word = word();
      if (i == 0) {
        word = Character.toUpperCase(word.charAt(0)) + word.substring(1);
      }
      switch (random.nextInt(40)) {
        case 0 -> word = "*" + word + "*";
        case 1 -> word = "[" + word + "](https://" + word() + ".example/" + word() + ")";
        case 2 -> word = "“" + word + "”";
        case 3 -> word = word + "’s";
        case 4 -> word = String.valueOf(random.nextInt(3_000));
        case 5 -> word = "**" + word + " " + word() + "**";
        default -> {}
      }
      sentence.append(i == 0 ? "" : random.nextInt(12) == 0 ? ", " : " ").append(word);
      if (random.nextInt(60) == 0) {
        sentence.append(" —");
      }
    }
    return sentence.append(random.nextInt(12) == 0 ? "?" : ".").toString();
  }

  /** A post of so many paragraphs. */
  String post(int paragraphs) {
    StringBuilder post = new StringBuilder();
    for (int i = 0; i < paragraphs; i++) {
      switch (random.nextInt(9)) {
        case 0 -> post.append("## ").append(word()).append(' ').append(word());
        case 1 -> {
          for (int n = 2 + random.nextInt(4); n > 0; n--) {
            post.append("- ").append(sentence()).append(n == 1 ? "" : "\n");
          }
        }
        case 2 -> post.append("> ").append(sentence());
        default -> {
          for (int n = 1 + random.nextInt(6); n > 0; n--) {
            post.append(sentence()).append(n == 1 ? "" : random.nextInt(6) == 0 ? "\n" : " ");
          }
        }
      }
      post.append("\n\n");
    }
    return post.toString();
  }
}
