package galley.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CriticMarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a {++new ++}word|a word|a new word
          a {--old --}word|a old word|a word
          a {~~old~>new~~} word|a old word|a new word
          {==marked==}{>>@Ann: why?<<} word|marked word|marked word
          {==a {~~b~>c~~} d==}{>>x<<}|a b d|a c d
          not \\{++ a mark|not {++ a mark|not {++ a mark
          {++open|{++open|{++open
          {==open {++x++}|'{==open '|{==open x
          {~~no arrow~~} {~~a~>b~~}|{~~no arrow~~} a|{~~no arrow~~} b
          {--{++}--}|{++}|''
          """)
  void readsBothTexts(String marked, String base, String branch) {
    CriticMarkup.Read read = CriticMarkup.read(marked);
    assertEquals(base, read.base());
    assertEquals(branch, read.branch());
  }

  @Test
  void readsCommentsWithTheirWordsAndAnswers() {
    String marked =
        "One {==two==}{>>@Ann Lee: Why?<<}{>>↪ @Bob: Because.<<} three{>> a note <<}"
            + " {~~four~>4~~}{>>shorter<<}";
    List<CriticMarkup.Comment> comments = CriticMarkup.read(marked).comments();
    assertEquals(
        List.of(
            new CriticMarkup.Comment(
                "Ann Lee",
                "Why?",
                new Span(4, 7),
                List.of(new CriticMarkup.Answer("Bob", "Because."))),
            new CriticMarkup.Comment("", "a note", new Span(13, 13), List.of()),
            new CriticMarkup.Comment("", "shorter", new Span(14, 18), List.of())),
        comments);
  }

  private static final List<String> BITS =
      List.of(
          "{++",
          "++}",
          "{--",
          "--}",
          "{~~",
          "~>",
          "~~}",
          "{>>",
          "<<}",
          "{==",
          "==}",
          "\\",
          "{",
          "}",
          "+",
          "=",
          "-",
          "~",
          ">",
          "<",
          "a",
          " ",
          "\n",
          "\r\n",
          "👩‍👩‍👧",
          "e\u0301",
          "שלום",
          "@",
          ":",
          "↪ ");

  private static String noise(Random random, int length) {
    return random.ints(length, 0, BITS.size()).mapToObj(BITS::get).collect(Collectors.joining());
  }

  @Test
  void givesBackWhatWasWritten() {
    Random random = new Random(20261123);
    for (int round = 0; round < 20_000; round++) {
      String text = noise(random, random.nextInt(30));
      List<PlacedAnnotation> written = annotations(random, text);
      String marked = CriticMarkup.write(text, written);
      CriticMarkup.Read read = CriticMarkup.read(marked);
      assertEquals(text, read.base(), marked);
      List<Hunk> hunks = new ArrayList<>();
      List<String> comments = new ArrayList<>();
      for (PlacedAnnotation placed : written) {
        Span span = placed.placement().span();
        if (placed.annotation().kind() == Annotation.Kind.SUGGESTION) {
          String words = placed.annotation().replacement().orElse("");
          hunks.add(new Hunk(placed.annotation().id(), span, words));
        } else {
          comments.add(placed.annotation().body().strip());
        }
      }
      assertEquals(Suggestions.apply(text, hunks), read.branch(), marked);
      assertEquals(
          comments.stream().sorted().toList(),
          read.comments().stream().map(CriticMarkup.Comment::body).sorted().toList(),
          marked);
      int answers = written.stream().mapToInt(placed -> placed.replies().size()).sum();
      assertEquals(answers, read.comments().stream().mapToInt(c -> c.answers().size()).sum());
      for (CriticMarkup.Comment comment : read.comments()) {
        assertEquals("Ann", comment.author());
      }
    }
  }

  @Test
  void keepsTheWordsOfComments() {
    Random random = new Random(4);
    String text = "The old ferry sails at noon, and the ++ new one \\\\ at nine.\n\nAnd so on.";
    for (int round = 0; round < 2000; round++) {
      List<PlacedAnnotation> written = annotations(random, text);
      List<Span> spans =
          written.stream()
              .filter(placed -> placed.annotation().kind() == Annotation.Kind.COMMENT)
              .map(placed -> placed.placement().span())
              .sorted(Comparator.comparing(Span::toString))
              .toList();
      List<Span> read =
          CriticMarkup.read(CriticMarkup.write(text, written)).comments().stream()
              .map(CriticMarkup.Comment::span)
              .sorted(Comparator.comparing(Span::toString))
              .toList();
      assertEquals(spans, read, CriticMarkup.write(text, written));
    }
  }

  /** Comments and suggestions that stand beside each other or within, but don't cross. */
  private static List<PlacedAnnotation> annotations(Random random, String text) {
    List<PlacedAnnotation> out = new ArrayList<>();
    int at = 0;
    for (int i = random.nextInt(4); i > 0 && at < text.length(); i--) {
      int start = at + random.nextInt(text.length() - at);
      int end = start + 1 + random.nextInt(text.length() - start);
      Span span = new Span(start, Math.min(end, start + 8));
      boolean comment = random.nextBoolean();
      out.add(placed(random, span, comment ? Annotation.Kind.COMMENT : Annotation.Kind.SUGGESTION));
      if (comment && span.length() > 3) {
        Span inner = new Span(span.start() + 1, span.end() - 1);
        out.add(placed(random, inner, Annotation.Kind.SUGGESTION));
      }
      at = span.end();
    }
    return out;
  }

  private static PlacedAnnotation placed(Random random, Span span, Annotation.Kind kind) {
    boolean change = kind == Annotation.Kind.SUGGESTION;
    String body = change ? "" : ("c " + noise(random, random.nextInt(6))).strip();
    Optional<String> replacement =
        change ? Optional.of(noise(random, random.nextInt(4))) : Optional.empty();
    Annotation annotation = annotation(kind, span, body, replacement);
    List<Annotation> replies = new ArrayList<>();
    if (!change && random.nextInt(3) == 0) {
      replies.add(annotation(Annotation.Kind.REPLY, span, "r", Optional.empty()));
    }
    return new PlacedAnnotation(annotation, new Placement(Placement.State.LIVE, span), replies);
  }

  static Annotation annotation(
      Annotation.Kind kind, Span span, String body, Optional<String> replacement) {
    return new Annotation(
        UUID.randomUUID(),
        kind,
        Optional.empty(),
        new Author("Ann", "A", "#112233", ""),
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        Annotation.Status.OPEN,
        new Anchor(Anchor.Scope.TEXT, "", "", span, "", "", ""),
        body,
        replacement,
        Optional.empty(),
        Optional.empty(),
        true);
  }

  @Test
  void keepsEveryCommentWhereWordsOverlap() {
    String text = "The old ferry sails at noon.";
    List<PlacedAnnotation> crossing =
        List.of(
            placed(new Random(1), new Span(4, 13), Annotation.Kind.COMMENT),
            placed(new Random(2), new Span(8, 19), Annotation.Kind.COMMENT));
    CriticMarkup.Read read = CriticMarkup.read(CriticMarkup.write(text, crossing));
    assertEquals(text, read.base());
    assertEquals(2, read.comments().size());
    assertEquals(new Span(4, 13), read.comments().getLast().span());
    assertEquals(new Span(8, 13), read.comments().getFirst().span());
  }

  @Test
  void putsCommentsOnOtherThingsBeforeTheText() {
    Annotation comment =
        annotation(Annotation.Kind.COMMENT, new Span(0, 0), "Too long", Optional.empty());
    Annotation onHeadline =
        new Annotation(
            comment.id(),
            comment.kind(),
            Optional.empty(),
            comment.author(),
            comment.at(),
            comment.changed(),
            1,
            Annotation.Status.OPEN,
            Anchor.on(Anchor.Scope.HEADLINE, ""),
            "Too long",
            Optional.of("Shorter"),
            Optional.empty(),
            Optional.empty(),
            true);
    String marked =
        CriticMarkup.write(
            "Text.",
            List.of(
                new PlacedAnnotation(
                    onHeadline, new Placement(Placement.State.LIVE, new Span(0, 0)), List.of())));
    assertEquals("{>>@Ann: (headline) Too long → Shorter<<}\n\nText.", marked);
  }

  @Test
  void writesWhatSomebodySuggests() {
    Random random = new Random(8);
    for (int round = 0; round < 3000; round++) {
      String base = noise(random, random.nextInt(30));
      String branch = noise(random, random.nextInt(30));
      String marked = CriticMarkup.writeHunks(base, Suggestions.between(base, branch));
      CriticMarkup.Read read = CriticMarkup.read(marked);
      assertEquals(base, read.base(), marked);
      assertEquals(branch, read.branch(), marked);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{++", "{~~", "{~~a~>", "{==", "{>>", "{==x==}", "\\", "{==a==}{>>b<<}"})
  void readsAnyTextInBoundedTime(String bit) {
    String text = bit.repeat(60_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertTrue(CriticMarkup.read(text).base().length() <= text.length()));
  }
}
