package galley.review;

import galley.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The nine kinds of edits that a text is tried with. */
enum Mutation {
  TYPOS {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      for (Span word : some(words(text.text()), 40, random)) {
        if (word.length() > 3) {
          respell(text, word.start() + 1 + random.nextInt(word.length() - 2), random);
        }
      }
    }
  },
  WORDS_REPLACED {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      for (Span word : some(words(text.text()), 25, random)) {
        text.replace(word.start(), word.end(), lexicon.word(random));
      }
    }
  },
  SENTENCES_INSERTED {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      for (Span sentence : some(sentences(text.text()), 12, random)) {
        text.replace(sentence.end(), sentence.end(), " " + lexicon.sentence(random));
      }
    }
  },
  SENTENCES_DELETED {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      for (Span sentence : some(sentences(text.text()), 8, random)) {
        int end = sentence.end();
        while (end < text.length() && text.charAt(end) == ' ') {
          end++;
        }
        text.replace(sentence.start(), end, "");
      }
    }
  },
  PARAGRAPHS_MOVED {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      for (int i = 1 + paragraphs(text.text()).size() / 10; i > 0; i--) {
        List<Span> paragraphs = paragraphs(text.text());
        Span moved = one(paragraphs, random);
        Span target = one(paragraphs, random);
        if (moved.end() < text.length() && !moved.equals(target)) {
          text.move(moved.start(), moved.end(), target.start());
        }
      }
    }
  },
  SENTENCES_REWRITTEN {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      for (Span sentence : some(sentences(text.text()), 10, random)) {
        List<Span> words = find(WORD, text.text(), sentence.start(), sentence.end());
        for (Span word : words.reversed()) {
          double chance = random.nextDouble();
          if (chance < 0.45) {
            text.replace(word.start(), word.end(), lexicon.word(random));
          } else if (chance < 0.55 && word.end() < sentence.end() - 1) {
            text.replace(word.start(), word.end() + 1, "");
          } else if (chance < 0.65) {
            text.replace(word.start(), word.start(), lexicon.word(random) + " ");
          }
        }
      }
    }
  },
  SECTIONS_SWAPPED {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      List<Span> paragraphs = paragraphs(text.text());
      if (paragraphs.size() < 3) {
        return;
      }
      int a = random.nextInt(paragraphs.size() - 2);
      int b = a + 1 + random.nextInt(paragraphs.size() - 2 - a);
      int c = b + 1 + random.nextInt(paragraphs.size() - 1 - b);
      // The sections from a to b and from b to c change places.
      text.move(paragraphs.get(a).start(), paragraphs.get(b).start(), paragraphs.get(c).start());
    }
  },
  SET_OTHERWISE {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      boolean curly = random.nextBoolean();
      int width = 50 + random.nextInt(60);
      int column = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        column++;
        if (c == '\'' || c == '’') {
          text.rewrite(i, curly ? '’' : '\'');
        } else if (c == '"' || c == '“' || c == '”') {
          boolean opens = i == 0 || Character.isWhitespace(text.charAt(i - 1));
          text.rewrite(i, !curly ? '"' : opens ? '“' : '”');
        } else if (c == '-' && next == '-') {
          text.rewrite(i, '—');
          text.replace(i + 1, i + 2, "");
        } else if (c == '—' || c == '–') {
          text.rewrite(i, '-');
          text.replace(i, i, random.nextBoolean() ? "-" : "");
        } else if (c == '\n' && next != '\n' && (i == 0 || text.charAt(i - 1) != '\n')) {
          text.rewrite(i, ' ');
        } else if (c == ' ' && next == ' ') {
          text.replace(i, i + 1, "");
          i--;
        } else if (c == ' ' && column > width) {
          text.rewrite(i, '\n');
          column = 0;
        }
      }
    }
  },
  HEAVY_MIX {
    @Override
    void apply(Traced text, Random random, Lexicon lexicon) {
      List<Mutation> kinds = new ArrayList<>(List.of(values()));
      kinds.remove(HEAVY_MIX);
      Collections.shuffle(kinds, random);
      kinds.subList(0, 6).forEach(kind -> kind.apply(text, random, lexicon));
    }
  };

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’]*");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "[\\p{L}\\p{N}“\"\\[(*_](?:[^\\n.!?]|\\n(?!\\n)|[.!?](?!\\s))*[.!?]+[\"”’)*_]*");
  private static final Pattern PARAGRAPH = Pattern.compile("(?s)\\S.*?(?:\\n\\s*\\n|$)");

  abstract void apply(Traced text, Random random, Lexicon lexicon);

  private static void respell(Traced text, int at, Random random) {
    char letter = (char) ('a' + random.nextInt(26));
    switch (random.nextInt(3)) {
      case 0 -> text.replace(at, at + 1, "");
      case 1 -> text.replace(at, at, String.valueOf(letter));
      default -> text.replace(at, at + 1, String.valueOf(letter));
    }
  }

  static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of so many, at least one, the last first: so that an edit leaves the others in place. */
  private static List<Span> some(List<Span> all, int many, Random random) {
    List<Span> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    some.subList(1 + all.size() / many, all.size()).clear();
    some.sort(Comparator.comparingInt(Span::start).reversed());
    return some;
  }

  static List<Span> words(String text) {
    return find(WORD, text, 0, text.length());
  }

  static List<Span> sentences(String text) {
    List<Span> found = find(SENTENCE, text, 0, text.length());
    return found.isEmpty() ? words(text) : found;
  }

  private static List<Span> paragraphs(String text) {
    return find(PARAGRAPH, text, 0, text.length());
  }

  private static List<Span> find(Pattern pattern, String text, int from, int to) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text).region(from, to);
    while (matcher.find()) {
      found.add(new Span(matcher.start(), matcher.end()));
    }
    return found;
  }
}
