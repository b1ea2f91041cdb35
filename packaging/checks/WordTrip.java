import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.Details;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.review.WordDocument;
import galley.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a reviewed post as a Word document ({@code write FILE}), and prints what one says ({@code
 * read FILE}). Started by packaging/galley with GALLEY_MAIN.
 */
final class WordTrip {
  private static final String BODY =
      """
      ## The old harbour

      The *old* ferry **sails** at noon, says the [harbour master](https://example.org/harbour).
      It has done so since 1911.[^1]

      - first thing
      - second thing

      > Nobody spoke against it.

      | Boat  | Leaves |
      | ----- | ------ |
      | Anna  | 9.30   |
      | Marie | 12.00  |

      The last words are here, and nothing follows.

      [^1]: The first ferry was smaller.
      """;

  private WordTrip() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "write" -> Files.write(file, written());
      case "read" -> print(WordDocument.read(Files.readAllBytes(file)));
      case "back" -> {
        WordDocument.Read read = WordDocument.read(Files.readAllBytes(file)).onto(BODY);
        print(read);
        String same = read.branch().equals(wanted()) ? "the same to the byte" : "DIFFERENT";
        say("text with every change taken: " + same);
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static String wanted() {
    return BODY.replace("sails", "leaves")
        .replace(" so since 1911", " so for long")
        .replace(", and nothing follows", "")
        .replace("second thing", "second and last thing")
        .replace("spoke against it.", "spoke against it.\n\nA paragraph was put in.");
  }

  private static byte[] written() {
    List<PlacedAnnotation> all = new ArrayList<>();
    Annotation answer = annotation("Bob Writer", Annotation.Kind.REPLY, at("noon"), "Since May.", null, true);
    all.add(placed(annotation("Ann Editor", Annotation.Kind.COMMENT, at("noon"), "Still at noon?", null, true), answer));
    all.add(placed(annotation("Ann Editor", Annotation.Kind.COMMENT, at("harbour master"), "Name her.", null, false)));
    all.add(placed(annotation("Ann Editor", Annotation.Kind.QUERY, at("12.00"), "Timetable?", null, true)));
    all.add(change("sails", "leaves"));
    all.add(change("so since 1911", "so for long"));
    all.add(change(", and nothing follows", ""));
    all.add(change("second", "second and last"));
    all.add(change("spoke against it.", "spoke against it.\n\nA paragraph was put in."));
    Draft draft =
        new Draft(Details.draft("A ferry sails", "ferry").withStandfirst("Nobody minds."), BODY, List.of());
    return WordDocument.write(draft, all, _ -> Optional.empty());
  }

  private static Span at(String words) {
    int start = BODY.indexOf(words);
    return new Span(start, start + words.length());
  }

  private static PlacedAnnotation change(String words, String replacement) {
    return placed(
        annotation("Ann Editor", Annotation.Kind.SUGGESTION, at(words), "", replacement, true));
  }

  private static PlacedAnnotation placed(Annotation annotation, Annotation... replies) {
    Placement place = new Placement(Placement.State.LIVE, annotation.anchor().span());
    return new PlacedAnnotation(annotation, place, List.of(replies));
  }

  private static Annotation annotation(
      String author, Annotation.Kind kind, Span span, String body, String replacement, boolean open) {
    Instant at = Instant.parse("2026-11-23T10:15:30Z");
    return new Annotation(
        UUID.nameUUIDFromBytes((body + span).getBytes(StandardCharsets.UTF_8)),
        kind,
        Optional.empty(),
        new Author(author, author.substring(0, 1), "#1f6feb", ""),
        at,
        at,
        1,
        open ? Annotation.Status.OPEN : Annotation.Status.RESOLVED,
        new Anchor(Anchor.Scope.TEXT, "", "", span, span.of(BODY), "", ""),
        body,
        Optional.ofNullable(replacement),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  private static void print(WordDocument.Read read) {
    read.headline().ifPresent(line -> say("headline: " + line.branch()));
    read.standfirst().ifPresent(line -> say("standfirst: " + line.branch()));
    for (WordDocument.Comment comment : read.comments()) {
      String state = comment.resolved() ? " (resolved)" : "";
      say(
          "comment by " + comment.author() + state + " on <" + comment.span().of(read.base()) + ">: "
              + comment.body());
      comment.answers().forEach(answer -> say("  answer by " + answer.author() + ": " + answer.body()));
    }
    read.changes().stream()
        .map(WordDocument.Changed::author)
        .distinct()
        .forEach(author -> say("changes by " + author));
    say("--- every change refused\n" + read.base() + "--- every change taken\n" + read.branch() + "---");
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
