package galley.review;

import galley.docx.WordText;
import galley.docx.WordText.Block;
import galley.docx.WordText.Change.What;
import galley.docx.WordText.Para;
import galley.docx.WordText.Run;
import galley.docx.WordText.Style;
import galley.docx.WordText.WordComment;
import galley.markdown.HtmlToMarkdown;
import galley.post.Anchor.Scope;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;

/**
 * Turns what a Word document says into Markdown: by way of HTML, in which characters that mean
 * nothing elsewhere (Unicode 23.5) carry the places of comments and changes through.
 */
final class FromWord {
  /** The first of the characters that carry places. */
  static final int MARKS = 0xF0000;

  static final int MOST = 0xFFF0;

  private final WordText text;
  private final List<String> marks = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Span> places = new HashMap<>();

  FromWord(WordText text) {
    this.text = text;
  }

  WordDocument.Read read() {
    List<Block> body = new ArrayList<>();
    Optional<WordDocument.Both> headline = Optional.empty();
    Optional<WordDocument.Both> standfirst = Optional.empty();
    Map<Integer, Scope> scopes = new HashMap<>();
    for (Block block : text.blocks()) {
      boolean first = body.stream().allMatch(FromWord::isEmpty);
      if (block instanceof Para para
          && first
          && para.style() == Style.TITLE
          && headline.isEmpty()) {
        headline = Optional.of(line(para));
        scope(para, Scope.HEADLINE, scopes);
      } else if (block instanceof Para para
          && first
          && para.style() == Style.SUBTITLE
          && standfirst.isEmpty()) {
        standfirst = Optional.of(line(para));
        scope(para, Scope.STANDFIRST, scopes);
      } else {
        body.add(block);
      }
    }
    String base = unmarked(markdown(body, What.INSERTED), true);
    String branch = unmarked(markdown(body, What.DELETED), false);
    return new WordDocument.Read(headline, standfirst, base, branch, comments(scopes), changes());
  }

  private static boolean isEmpty(Block block) {
    return block instanceof Para para && para.runs().stream().allMatch(run -> run.text().isBlank());
  }

  private static void scope(Para para, Scope scope, Map<Integer, Scope> scopes) {
    for (Run run : para.runs()) {
      if (run.kind() == Run.Kind.COMMENT_START || run.kind() == Run.Kind.COMMENT_END) {
        scopes.put(run.number(), scope);
      }
    }
  }

  private WordDocument.Both line(Para para) {
    StringBuilder base = new StringBuilder();
    StringBuilder branch = new StringBuilder();
    for (Run run : para.runs()) {
      switch (run.kind()) {
        case WORDS, BREAK -> {
          String words = run.text().replace('\n', ' ');
          base.append(run.change().what() == What.INSERTED ? "" : words);
          branch.append(run.change().what() == What.DELETED ? "" : words);
        }
        case COMMENT_START ->
            places.put("c" + run.number(), new Span(base.length(), base.length()));
        case COMMENT_END -> {
          Span start = places.get("c" + run.number());
          int from = start == null ? base.length() : start.start();
          places.put("c" + run.number(), new Span(Math.min(from, base.length()), base.length()));
        }
        case PICTURE, NOTE -> {}
      }
    }
    return new WordDocument.Both(base.toString().strip(), branch.toString().strip());
  }

  /** The Markdown of blocks without what is inserted, or without what is deleted. */
  private String markdown(List<Block> blocks, What without) {
    WordHtml html = new WordHtml(text.notes(), without, this::mark);
    return HtmlToMarkdown.convert(Jsoup.parseBodyFragment(html.of(blocks)).body()).markdown();
  }

  /** A character that stands for a place. */
  private String mark(String name) {
    Integer at = numbers.get(name);
    if (at == null) {
      if (marks.size() >= MOST) {
        return "";
      }
      at = marks.size();
      marks.add(name);
      numbers.put(name, at);
    }
    return Character.toString(MARKS + at);
  }

  /** The text without the characters that stand for places. */
  private String unmarked(String marked, boolean note) {
    StringBuilder out = new StringBuilder();
    marked
        .codePoints()
        .forEach(c -> {
          int mark = c - MARKS;
          if (mark >= 0 && mark < marks.size()) {
            if (note) {
              place(marks.get(mark), out.length());
            }
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  /** Names end with {@code <} where something starts, and with {@code >} where it ends. */
  private void place(String name, int at) {
    String what = name.substring(0, name.length() - 1);
    Span before = places.get(what);
    if (name.endsWith("<")) {
      places.putIfAbsent(what, new Span(at, at));
    } else {
      int start = before == null ? at : before.start();
      places.put(what, new Span(Math.min(start, at), at));
    }
  }

  private List<WordDocument.Comment> comments(Map<Integer, Scope> scopes) {
    Map<Integer, WordComment> byNumber = new TreeMap<>();
    text.comments().forEach(comment -> byNumber.putIfAbsent(comment.number(), comment));
    Map<Integer, List<WordDocument.Answer>> answers = new HashMap<>();
    for (WordComment comment : byNumber.values()) {
      int root = root(comment, byNumber);
      if (root != comment.number()) {
        answers
            .computeIfAbsent(root, _ -> new ArrayList<>())
            .add(
                new WordDocument.Answer(
                    comment.author(), comment.initials(), comment.at(), comment.body()));
      }
    }
    List<WordDocument.Comment> out = new ArrayList<>();
    for (WordComment comment : byNumber.values()) {
      if (root(comment, byNumber) == comment.number()) {
        out.add(
            new WordDocument.Comment(
                comment.author(),
                comment.initials(),
                comment.at(),
                comment.body(),
                scopes.getOrDefault(comment.number(), Scope.TEXT),
                places.getOrDefault("c" + comment.number(), new Span(0, 0)),
                comment.resolved(),
                answers.getOrDefault(comment.number(), List.of())));
      }
    }
    return out;
  }

  private static int root(WordComment comment, Map<Integer, WordComment> byNumber) {
    WordComment at = comment;
    for (int steps = 0; steps < 100; steps++) {
      WordComment parent = byNumber.get(at.answers());
      if (parent == null || parent.number() == comment.number()) {
        return at.number();
      }
      at = parent;
    }
    return comment.number();
  }

  private List<WordDocument.Changed> changes() {
    List<WordDocument.Changed> out = new ArrayList<>();
    places.forEach((name, span) -> {
      if (name.startsWith("x")) {
        String[] who = name.substring(name.indexOf(':') + 1).split("\u0000", -1);
        out.add(new WordDocument.Changed(span, who[0], who.length > 1 ? who[1] : ""));
      }
    });
    out.sort(Comparator.comparingInt(change -> change.span().start()));
    return out;
  }
}
