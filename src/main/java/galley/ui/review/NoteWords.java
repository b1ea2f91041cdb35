package galley.ui.review;

import galley.asset.Messages;
import galley.markdown.Markdown;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Status;
import galley.post.PlacedAnnotation;
import galley.post.Source;
import galley.review.Formatting;
import galley.ui.kit.InkFlow;
import galley.ui.kit.InkFlow.Ink;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in plain words what a note is, when it was made and what it is about. Any thread. */
final class NoteWords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

  private static final Pattern HASHES = Pattern.compile("(?m)^ {0,3}(#{1,6})(?= |$)");

  private final Clock clock;

  NoteWords(Clock clock) {
    this.clock = clock;
  }

  /** The time of today, or the day. */
  String time(Instant then) {
    ZonedDateTime at = then.atZone(clock.getZone());
    LocalDate today = LocalDate.now(clock);
    if (at.toLocalDate().equals(today)) {
      return TIME.format(at);
    }
    return (at.getYear() == today.getYear() ? DAY : YEAR).format(at);
  }

  String whole(Instant then) {
    return WHOLE.format(then.atZone(clock.getZone()));
  }

  static String date(LocalDate date) {
    return YEAR.format(date);
  }

  /** The heading of a card: who, or what. */
  static String title(Annotation note) {
    return switch (note.kind()) {
      case COMMENT, REPLY -> note.author().name();
      case QUERY -> Messages.text("review.query");
      case SOURCE -> Messages.text("review.source");
      case CHECK -> Messages.text("review.check");
      case SUGGESTION -> suggestion(note.anchor().exact(), note.replacement().orElse(""));
    };
  }

  private static String suggestion(String before, String after) {
    String looks = looks(before, after);
    if (!looks.isEmpty()) {
      return Messages.text("review.formatting.of", looks);
    }
    if (before.isEmpty()) {
      return Messages.text("review.insertion");
    }
    if (after.isEmpty()) {
      return Messages.text("review.deletion");
    }
    return bare(before).equals(bare(after))
        ? Messages.text("review.formatting")
        : Messages.text("review.change");
  }

  /** What is done to the looks of words that stay the same; empty where that is not all. */
  private static String looks(String before, String after) {
    return Formatting.of(before, after).stream()
        .map(change -> {
          String look = look(change.look(), after.isBlank() ? before : after);
          return switch (change.what()) {
            case ADDED -> look;
            case REMOVED -> Messages.text("review.look.removed", look);
            case CHANGED -> Messages.text("review.look.changed", look);
          };
        })
        .collect(Collectors.joining(", "));
  }

  private static String look(Formatting.Look look, String words) {
    return switch (look) {
      case BOLD -> Messages.text("review.look.bold");
      case ITALIC -> Messages.text("review.look.italic");
      case STRUCK -> Messages.text("review.look.struck");
      case CODE -> Messages.text("review.look.code");
      case LINK -> Messages.text("review.look.link");
      case HEADING -> {
        Matcher hashes = HASHES.matcher(words);
        yield Messages.text("review.look.heading", hashes.find() ? hashes.group(1).length() : 1);
      }
      case QUOTE -> Messages.text("review.look.quote");
      case LIST -> Messages.text("review.look.list");
    };
  }

  /** The words without what marks them up. */
  private static String bare(String source) {
    return source.replaceAll("[*_~`#>]|(?m)^\\s*(?:[-+]|\\d+[.)])\\s", "").strip();
  }

  /** What a suggestion takes out and puts in. */
  static List<InkFlow.Piece> pieces(Annotation note) {
    List<InkFlow.Piece> pieces = new ArrayList<>();
    String before = note.anchor().exact();
    String after = note.replacement().orElse("");
    if (!before.isEmpty()) {
      pieces.add(new InkFlow.Piece(Ink.REMOVED, shown(before)));
    }
    if (!before.isEmpty() && !after.isEmpty()) {
      pieces.add(new InkFlow.Piece(Ink.SAME, " → "));
    }
    if (!after.isEmpty()) {
      pieces.add(new InkFlow.Piece(Ink.ADDED, shown(after)));
    }
    return pieces;
  }

  /** Line ends at the edges as signs, for they would not be seen. */
  private static String shown(String words) {
    String stripped = words.strip();
    return stripped.isEmpty() && words.contains("\n")
        ? Messages.text("review.paragraph-end")
        : stripped.isEmpty() ? "␣" : stripped;
  }

  /** What a note is about, where that is not words of the body. */
  static String about(Anchor anchor) {
    return switch (anchor.scope()) {
      case TEXT, BLOCK -> "";
      case IMAGE ->
          Messages.text(
              "review.on.picture", anchor.target().substring(anchor.target().lastIndexOf('/') + 1));
      case HEADLINE -> Messages.text("review.on.headline");
      case STANDFIRST -> Messages.text("review.on.standfirst");
      case FIELD -> Messages.text("review.on.field", field(anchor.target()));
    };
  }

  static String field(String key) {
    return switch (key) {
      case "bylines" -> Messages.text("review.field.bylines");
      case "date" -> Messages.text("review.field.date");
      case "section" -> Messages.text("review.field.section");
      case "tags" -> Messages.text("review.field.tags");
      case "leadImage" -> Messages.text("review.field.lead");
      default -> key;
    };
  }

  /** Markdown as plain words. */
  static String plain(String markdown) {
    return markdown.isBlank() ? "" : Markdown.parse(markdown).plainText().strip();
  }

  /** What became of a note; empty while it is open. */
  static String status(Status status) {
    return switch (status) {
      case OPEN -> "";
      case RESOLVED -> Messages.text("review.status.resolved");
      case ACCEPTED -> Messages.text("review.status.accepted");
      case REJECTED -> Messages.text("review.status.rejected");
      case WITHDRAWN -> Messages.text("review.status.withdrawn");
      case STALE -> Messages.text("review.status.stale");
      case ANSWERED -> Messages.text("review.status.answered");
      case VERIFIED -> Messages.text("review.status.verified");
      case UNVERIFIABLE -> Messages.text("review.status.unverifiable");
      case CUT -> Messages.text("review.status.cut");
    };
  }

  static String source(Source source) {
    String kind =
        switch (source.kind()) {
          case LINK -> Messages.text("review.source.link");
          case DOCUMENT -> Messages.text("review.source.document");
          case INTERVIEW -> Messages.text("review.source.interview");
        };
    List<String> parts = new ArrayList<>();
    parts.add(source.title());
    if (!source.address().isBlank()) {
      parts.add(source.address());
    }
    source.date().map(NoteWords::date).ifPresent(parts::add);
    return kind + ": " + String.join(", ", parts);
  }

  /** The whole card for those who hear it. */
  String spoken(PlacedAnnotation placed) {
    Annotation note = placed.annotation();
    List<String> parts = new ArrayList<>();
    parts.add(title(note));
    if (!title(note).equals(note.author().name())) {
      parts.add(Messages.text("review.by", note.author().name()));
    }
    if (!note.verified()) {
      parts.add(Messages.text("review.unverified"));
    }
    parts.add(whole(note.at()));
    parts.add(status(note.status()));
    parts.add(state(placed));
    parts.add(about(note.anchor()));
    if (note.kind() == Annotation.Kind.SUGGESTION) {
      for (InkFlow.Piece piece : pieces(note)) {
        if (piece.ink() != Ink.SAME) {
          parts.add(
              piece.ink() == Ink.REMOVED
                  ? Messages.text("review.spoken.out", piece.text())
                  : Messages.text("review.spoken.in", piece.text()));
        }
      }
    } else if (!note.anchor().exact().isEmpty()) {
      parts.add("“" + note.anchor().exact() + "”");
    }
    parts.add(plain(note.body()));
    note.source().map(NoteWords::source).ifPresent(parts::add);
    for (Annotation reply : placed.replies()) {
      parts.add(Messages.text("review.spoken.reply", reply.author().name(), plain(reply.body())));
    }
    parts.removeIf(String::isBlank);
    return String.join(". ", parts);
  }

  /** How sure its place is, in words; empty where it is. */
  static String state(PlacedAnnotation placed) {
    if (!placed.annotation().status().isOpen()) {
      return "";
    }
    return switch (placed.placement().state()) {
      case LIVE -> "";
      case COLLAPSED -> Messages.text("review.state.collapsed");
      case GUESS -> Messages.text("review.state.guess");
      case ORPHAN -> Messages.text("review.state.orphan");
    };
  }
}
