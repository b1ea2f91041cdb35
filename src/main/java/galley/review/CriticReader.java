package galley.review;

import galley.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads marked text for {@link CriticMarkup}, once from its start to its end. */
final class CriticReader {
  private static final String MARKED = "{==";
  private static final int LONGEST_NAME = 80;

  private final String text;
  private final StringBuilder base = new StringBuilder();
  private final StringBuilder branch = new StringBuilder();
  private final List<CriticMarkup.Comment> comments = new ArrayList<>();
  private final List<Opened> open = new ArrayList<>();

  /** From where on each sign that closes is nowhere, so that none is looked for twice. */
  private final Map<CriticSigns, Integer> none = new EnumMap<>(CriticSigns.class);

  /** Up to where a replacement has no arrow. */
  private int arrowless;

  /** Where a comment must start to be about {@link #subject}. */
  private int about = -1;

  private Span subject = new Span(0, 0);

  /** A sign before marked words, and where it stands in both texts if nobody closes it. */
  private record Opened(int inBase, int inBranch) {}

  /** The words before a sign, and where the text goes on after it. */
  private record Content(String words, String sign, int end) {}

  CriticReader(String text) {
    this.text = text;
  }

  CriticMarkup.Read read() {
    int at = 0;
    while (at < text.length()) {
      CriticSigns part = open.isEmpty() ? CriticSigns.TEXT : CriticSigns.MARKED;
      StringBuilder words = new StringBuilder();
      Optional<Content> next = until(part, at, words);
      both(words.toString());
      if (next.isEmpty()) {
        break;
      }
      at = sign(next.get().sign, next.get().end);
    }
    unclosed();
    return new CriticMarkup.Read(base.toString(), branch.toString(), comments);
  }

  private void both(String words) {
    base.append(words);
    branch.append(words);
  }

  /** The words up to the next sign of a part; all that is left where there is none. */
  private Optional<Content> until(CriticSigns part, int from, StringBuilder words) {
    Matcher signs = part.in(text);
    int at = from;
    while (signs.find(at)) {
      String slashes = signs.group(1);
      words.append(text, at, signs.start()).append(CriticSigns.plain(slashes, signs.group(2)));
      at = signs.end();
      if (slashes.length() % 2 == 0) {
        return Optional.of(new Content(words.toString(), signs.group(2), at));
      }
    }
    words.append(text, at, text.length());
    return Optional.empty();
  }

  /** The words up to the sign that closes a part, if there is one. */
  private Optional<Content> closed(CriticSigns part, int from) {
    if (from >= none.getOrDefault(part, Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    Optional<Content> content = until(part, from, new StringBuilder());
    if (content.isEmpty()) {
      none.put(part, from);
    }
    return content;
  }

  /** Reads what a sign begins or ends; returns where the text goes on. */
  private int sign(String sign, int from) {
    int start = base.length();
    Optional<Content> content =
        switch (sign) {
          case "{++" -> closed(CriticSigns.ADDED, from);
          case "{--" -> closed(CriticSigns.CUT, from);
          case "{~~" -> replaced(from);
          case "{>>" -> closed(CriticSigns.COMMENT, from);
          default -> Optional.of(new Content("", sign, from));
        };
    if (content.isEmpty()) {
      both(sign); // nobody closed it
      return from;
    }
    String words = content.get().words;
    int end = content.get().end;
    switch (sign) {
      case "{++" -> branch.append(words);
      case "{--" -> base.append(words);
      case "{>>" -> {
        comment(words.strip(), from - sign.length() == about);
        about = end;
      }
      case "{==" -> open.add(new Opened(base.length(), branch.length()));
      case "==}" -> {
        start = open.removeLast().inBase;
        subject = new Span(start, base.length());
        about = end;
      }
      default -> {} // a replacement has been read
    }
    if (sign.startsWith("{") && !sign.equals("{>>") && !sign.equals("{==")) {
      subject = new Span(start, base.length());
      about = end;
    }
    return end;
  }

  private Optional<Content> replaced(int from) {
    if (from < arrowless) {
      return Optional.empty();
    }
    Optional<Content> old = closed(CriticSigns.OLD, from);
    if (old.isPresent() && !old.get().sign.equals("~>")) {
      arrowless = old.get().end;
      return Optional.empty();
    }
    Optional<Content> fresh = old.flatMap(words -> closed(CriticSigns.NEW, words.end));
    if (fresh.isPresent()) {
      base.append(old.get().words);
      branch.append(fresh.get().words);
    }
    return fresh;
  }

  private void comment(String words, boolean attached) {
    boolean answer = words.startsWith(CriticMarkup.ANSWER) && attached && !comments.isEmpty();
    String rest = answer ? words.substring(CriticMarkup.ANSWER.length()) : words;
    int colon = rest.startsWith("@") ? rest.indexOf(':') : -1;
    boolean named = colon > 0 && colon <= LONGEST_NAME && rest.lastIndexOf('\n', colon) < 0;
    String author = named ? rest.substring(1, colon).strip() : "";
    String body = named ? rest.substring(colon + 1).strip() : rest;
    if (answer) {
      CriticMarkup.Comment last = comments.removeLast();
      List<CriticMarkup.Answer> answers = new ArrayList<>(last.answers());
      answers.add(new CriticMarkup.Answer(author, body));
      comments.add(new CriticMarkup.Comment(last.author(), last.body(), last.span(), answers));
    } else {
      subject = attached ? subject : new Span(base.length(), base.length());
      comments.add(new CriticMarkup.Comment(author, body, subject, List.of()));
    }
  }

  /** Signs before marked words that nobody closed become text. */
  private void unclosed() {
    int[] inBase = open.stream().mapToInt(Opened::inBase).toArray();
    insert(base, inBase);
    insert(branch, open.stream().mapToInt(Opened::inBranch).toArray());
    if (inBase.length > 0) {
      comments.replaceAll(comment ->
          new CriticMarkup.Comment(
              comment.author(),
              comment.body(),
              new Span(moved(inBase, comment.span().start()), moved(inBase, comment.span().end())),
              comment.answers()));
    }
  }

  private static void insert(StringBuilder text, int[] places) {
    String before = text.toString();
    text.setLength(0);
    int at = 0;
    for (int place : places) {
      text.append(before, at, place).append(MARKED);
      at = place;
    }
    text.append(before, at, before.length());
  }

  private static int moved(int[] places, int offset) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return offset + low * MARKED.length();
  }
}
