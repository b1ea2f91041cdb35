package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.Details;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class WordDocumentTest {
  private static final String BODY =
      """
      ## The old harbour

      The *old* ferry **sails** at `noon`, says the [harbour master](https://example.org/harbour).
      It has done so since 1911.[^1]

      ![The ferry at the quay](media/ferry.jpg)

      - first thing
      - second **thing**
        1. inner one
        2. inner two
      - third thing

      > Nobody spoke against it.

      | Boat  | Leaves |
      | ----- | ------ |
      | Ann   | 9.30   |
      | Marie | 12.00  |

      ```
      code stays
        as it is
      ```

      The last words, with ~~struck~~ ones & an <b>old</b> tag.

      [^1]: The first ferry was *smaller*.
      """;

  private static Draft draft(String body) {
    return new Draft(
        Details.draft("A ferry sails", "ferry").withStandfirst("And nobody minds."),
        body,
        List.of());
  }

  private static byte[] written(String body, List<PlacedAnnotation> annotations) {
    return WordDocument.write(draft(body), annotations, _ -> Optional.empty());
  }

  @Test
  void bringsTheSameWordsBack() {
    WordDocument.Read read = WordDocument.read(written(BODY, List.of()));
    assertEquals("A ferry sails", read.headline().orElseThrow().base());
    assertEquals("And nobody minds.", read.standfirst().orElseThrow().base());
    assertEquals(read.base(), read.branch());
    assertEquals(
        """
        ## The old harbour

        The *old* ferry **sails** at `noon`, says the [harbour master](https://example.org/harbour). It has done so since 1911.[^1]

        ![The ferry at the quay](media/ferry.jpg)

        - first thing
        - second **thing**
          1. inner one
          2. inner two
        - third thing

        > Nobody spoke against it.

        | Boat | Leaves |
        | --- | --- |
        | Ann | 9.30 |
        | Marie | 12.00 |

        ```
        code stays
          as it is
        ```
        """,
        read.base().substring(0, read.base().indexOf("The last")).stripTrailing() + "\n");
    WordDocument.Read onto = read.onto(BODY);
    assertEquals(BODY, onto.base());
    assertEquals(BODY, onto.branch());
  }

  private static PlacedAnnotation placed(
      Annotation.Kind kind, String text, String words, String body, Optional<String> replacement) {
    int at = text.indexOf(words);
    return placed(kind, new Span(at, at + words.length()), body, replacement, List.of());
  }

  private static PlacedAnnotation placed(
      Annotation.Kind kind,
      Span span,
      String body,
      Optional<String> replacement,
      List<Annotation> replies) {
    return new PlacedAnnotation(
        annotation(kind, span, body, replacement, Annotation.Status.OPEN),
        new Placement(Placement.State.LIVE, span),
        replies);
  }

  private static Annotation annotation(
      Annotation.Kind kind,
      Span span,
      String body,
      Optional<String> replacement,
      Annotation.Status status) {
    return new Annotation(
        UUID.randomUUID(),
        kind,
        Optional.empty(),
        new Author("Ann Editor", "AE", "#112233", ""),
        Instant.parse("2026-11-23T10:15:30Z"),
        Instant.EPOCH,
        1,
        status,
        new Anchor(Anchor.Scope.TEXT, "", "", span, "", "", ""),
        body,
        replacement,
        Optional.empty(),
        Optional.empty(),
        true);
  }

  @Test
  void keepsCommentsOnTheirWordsWithAnswers() {
    Span span = new Span(BODY.indexOf("sails"), BODY.indexOf("sails") + 5);
    Annotation reply =
        annotation(Annotation.Kind.REPLY, span, "Yes.", Optional.empty(), Annotation.Status.OPEN);
    Annotation done =
        annotation(
            Annotation.Kind.COMMENT, span, "Fine", Optional.empty(), Annotation.Status.RESOLVED);
    List<PlacedAnnotation> annotations =
        List.of(
            placed(
                Annotation.Kind.COMMENT, span, "Still?\nReally?", Optional.empty(), List.of(reply)),
            new PlacedAnnotation(done, new Placement(Placement.State.LIVE, span), List.of()),
            placed(Annotation.Kind.QUERY, BODY, "harbour master", "Who?", Optional.empty()),
            placed(Annotation.Kind.COMMENT, BODY, "inner two", "Three?", Optional.empty()),
            placed(Annotation.Kind.COMMENT, BODY, "12.00", "Noon", Optional.empty()),
            placed(Annotation.Kind.COMMENT, BODY, "as it is", "Code!", Optional.empty()),
            placed(
                Annotation.Kind.COMMENT,
                BODY,
                "spoke against it.\n\n| Boat",
                "Two",
                Optional.empty()));
    WordDocument.Read read = WordDocument.read(written(BODY, annotations)).onto(BODY);
    assertEquals(annotations.size(), read.comments().size());
    for (PlacedAnnotation placed : annotations) {
      String words = placed.placement().span().of(BODY);
      assertTrue(
          read.comments().stream()
              .anyMatch(comment ->
                  comment.body().equals(placed.annotation().body())
                      && comment.span().of(BODY).equals(words)
                      && comment.author().equals("Ann Editor")
                      && comment.at().equals("2026-11-23T10:15:30Z")
                      && comment.resolved() == !placed.annotation().status().isOpen()
                      && comment.answers().size() == placed.replies().size()),
          () ->
              words
                  + " in "
                  + read.comments().stream()
                      .map(c -> c.body() + ": " + c.span().of(BODY))
                      .toList());
    }
    assertEquals(BODY, read.branch());
  }

  @Test
  void takesTwoThousandCommentsAndCharactersThatMeanNothing() {
    StringBuilder text = new StringBuilder("A \uDB80\uDC00 means nothing.\n\n");
    for (int i = 0; i < 2000; i++) {
      text.append("Word ").append(i).append(" of שלום and 👩‍👩‍👧 e\u0301 here. ");
    }
    String body = text.toString().strip() + "\n";
    List<PlacedAnnotation> annotations = new ArrayList<>();
    for (int at = body.indexOf("here"); at >= 0; at = body.indexOf("here", at + 1)) {
      Span span = new Span(at, at + 4);
      annotations.add(placed(Annotation.Kind.COMMENT, span, "c" + at, Optional.empty(), List.of()));
    }
    assertEquals(2000, annotations.size());
    WordDocument.Read read = WordDocument.read(written(body, annotations)).onto(body);
    assertEquals(2000, read.comments().size());
    assertEquals(body, read.branch());
    for (WordDocument.Comment comment : read.comments()) {
      assertEquals("c" + comment.span().start(), comment.body());
    }
  }

  @Test
  void tracksSuggestions() {
    List<PlacedAnnotation> annotations =
        List.of(
            placed(
                Annotation.Kind.SUGGESTION,
                BODY,
                "ferry **sails**",
                "",
                Optional.of("boat **leaves**")),
            placed(Annotation.Kind.SUGGESTION, BODY, " so since 1911", "Too long", Optional.of("")),
            placed(Annotation.Kind.SUGGESTION, BODY, "second", "", Optional.of("*second*")),
            placed(Annotation.Kind.SUGGESTION, BODY, "Marie", "", Optional.of("Maria")),
            placed(
                Annotation.Kind.SUGGESTION,
                BODY,
                "\n\n> Nobody spoke against it.",
                "",
                Optional.of("")),
            placed(Annotation.Kind.SUGGESTION, BODY, "\n- third thing", "", Optional.of("")));
    List<Hunk> hunks =
        annotations.stream()
            .map(placed ->
                new Hunk(
                    placed.annotation().id(),
                    placed.placement().span(),
                    placed.annotation().replacement().orElse("")))
            .toList();
    WordDocument.Read read = WordDocument.read(written(BODY, annotations)).onto(BODY);
    assertEquals(Suggestions.apply(BODY, hunks), read.branch());
    assertEquals(1, read.comments().size());
    assertTrue(read.changes().stream().allMatch(change -> change.author().equals("Ann Editor")));
  }

  /** What no reader sees, or a word. */
  private static final Pattern READ =
      Pattern.compile(
          "]\\([^)]*\\)|^\\[[^\\]]*]:.*|<[^>]*>|https?://\\S+|\\S+\\.gov\\S*|&\\w+;|^\\s*\\d+\\.|\\{[%{].*?[%}]}"
              + "|\\[\\d+]|([\\p{L}\\p{N}]+)",
          Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  @Test
  void keepsWordsAndCommentsOfManyPosts() {
    Random random = new Random(20261123);
    int exact = 0;
    int all = 0;
    int sameBranch = 0;
    int posts = 0;
    for (String body : Manuscripts.longerThan(1500)) {
      List<Span> words = new ArrayList<>();
      Matcher found = READ.matcher(body);
      while (found.find()) {
        if (found.group(1) != null) {
          words.add(new Span(found.start(1), found.end(1)));
        }
      }
      List<PlacedAnnotation> annotations = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int from = random.nextInt(words.size() - 6);
        Span span = new Span(words.get(from).start(), words.get(from + random.nextInt(5)).end());
        annotations.add(
            placed(Annotation.Kind.COMMENT, span, "c" + i, Optional.empty(), List.of()));
      }
      WordDocument.Read read = WordDocument.read(written(body, annotations)).onto(body);
      assertEquals(10, read.comments().size());
      for (int i = 0; i < 10; i++) {
        String name = "c" + i;
        Span there =
            read.comments().stream()
                .filter(comment -> comment.body().equals(name))
                .findFirst()
                .orElseThrow()
                .span();
        Span here = annotations.get(i).placement().span();
        all++;
        exact += bare(body, there).equals(bare(body, here)) ? 1 : 0;
      }
      posts++;
      sameBranch += read.branch().equals(body) ? 1 : 0;
    }
    System.out.println(
        posts
            + " posts through Word: "
            + sameBranch
            + " the same to the byte, "
            + exact
            + " of "
            + all
            + " comments on the same words");
    assertEquals(posts, sameBranch);
    assertTrue(exact * 100 >= all * 99, exact + " of " + all);
  }

  private static String bare(String body, Span span) {
    return span.start() + ":" + span.of(body).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  @Test
  void keepsSuggestionsOfManyPosts() {
    Random random = new Random(7);
    int same = 0;
    int all = 0;
    int tracked = 0;
    int comments = 0;
    for (String body : Manuscripts.longerThan(3000)) {
      Scribbler scribbler = new Scribbler(body, random);
      scribbler.scribble(8);
      String branch = scribbler.result();
      List<Hunk> hunks = Suggestions.between(body, branch);
      List<PlacedAnnotation> annotations = new ArrayList<>();
      for (Hunk hunk : hunks) {
        annotations.add(
            placed(
                Annotation.Kind.SUGGESTION,
                hunk.span(),
                "",
                Optional.of(hunk.replacement()),
                List.of()));
      }
      WordDocument.Read read = WordDocument.read(written(body, annotations)).onto(body);
      assertEquals(body, read.base());
      all++;
      // what a page can't show, such as a change within an address, is a comment instead
      List<String> said = read.comments().stream().map(WordDocument.Comment::body).toList();
      List<Hunk> shown =
          hunks.stream()
              .filter(hunk -> !said.contains(("→ " + hunk.replacement()).strip()))
              .toList();
      tracked += shown.size();
      comments += said.size();
      assertEquals(hunks.size(), shown.size() + said.size());
      List<String> one = words(Suggestions.apply(body, shown));
      List<String> two = words(read.branch());
      same += one.equals(two) ? 1 : 0;
    }
    System.out.println(
        same
            + " of "
            + all
            + " posts with suggestions came back word for word: "
            + tracked
            + " tracked changes, "
            + comments
            + " as comments");
    assertTrue(same * 100 >= all * 90, same + " of " + all);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).toList();
  }
}
