package galley.cli;

import galley.asset.Messages;
import galley.desk.DeskException;
import galley.desk.DraftSession;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.text.Span;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Says something about words of a post, a picture, or a field of it.")
final class ReviewAddCommand implements Callable<Integer> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9}):(\\d{1,9})");

  /** What can be said from the command line. */
  enum Kind {
    COMMENT,
    QUERY,
    SUGGESTION,
    SOURCE
  }

  /** What it can be about. */
  enum On {
    TEXT,
    BLOCK,
    HEADLINE,
    STANDFIRST,
    IMAGE,
    FIELD
  }

  @Mixin private OnPost on = new OnPost();

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "K",
      description = "comment, query, suggestion or source.")
  private Kind kind = Kind.COMMENT;

  @Option(
      names = "--range",
      paramLabel = "START:END",
      description = "Where, in UTF-16 units from 0.")
  private @Nullable String range;

  @Option(
      names = "--quote",
      paramLabel = "WORDS",
      description = "The words it is about, which must be there exactly once.")
  private @Nullable String quote;

  @Option(
      names = "--on",
      defaultValue = "text",
      paramLabel = "S",
      description = "text, block, headline, standfirst, image or field.")
  private On scope = On.TEXT;

  @Option(
      names = "--target",
      paramLabel = "T",
      description = "The picture's file as the text calls it, or the field's key.")
  private @Nullable String target;

  @Option(names = "--body", paramLabel = "T", description = "What to say, as Markdown.")
  private @Nullable String body;

  @Option(
      names = "--replacement",
      paramLabel = "T",
      description = "The words that a suggestion puts in place of these; may be empty.")
  private @Nullable String replacement;

  @Spec private @Nullable CommandSpec spec;

  private final Galley galley;

  ReviewAddCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    boolean suggestion = kind == Kind.SUGGESTION;
    boolean inText = scope != On.IMAGE && scope != On.FIELD;
    if (suggestion && replacement == null) {
      throw wrong(Messages.text("cli.review-replacement"));
    }
    if (!suggestion && (body == null || body.isBlank())) {
      throw wrong(Messages.text("cli.review-body"));
    }
    if (inText && (range == null) == (quote == null)) {
      throw wrong(Messages.text("cli.review-place"));
    }
    if (!inText && target == null) {
      throw wrong(Messages.text("cli.review-target"));
    }
    Optional<Span> given = range();
    return on.with(
        galley,
        session -> {
          Span span = inText ? given.orElseGet(() -> quoted(text(session))) : new Span(0, 0);
          Annotation made =
              session
                  .review()
                  .add(
                      Annotation.Kind.valueOf(kind.name()),
                      Anchor.Scope.valueOf(scope.name()),
                      target == null ? "" : target,
                      span,
                      body == null ? "" : body,
                      Optional.ofNullable(replacement).filter(words -> suggestion))
                  .join();
          return Messages.text("cli.review-added", made.id());
        });
  }

  private Optional<Span> range() {
    if (range == null) {
      return Optional.empty();
    }
    Matcher found = RANGE.matcher(range);
    if (found.matches()) {
      int start = Integer.parseInt(found.group(1));
      int end = Integer.parseInt(found.group(2));
      if (start <= end) {
        return Optional.of(new Span(start, end));
      }
    }
    throw wrong(Messages.text("cli.review-range", range));
  }

  private String text(DraftSession session) {
    return switch (scope) {
      case HEADLINE -> session.latest().details().headline();
      case STANDFIRST -> session.latest().details().standfirst();
      default -> session.latest().body();
    };
  }

  private Span quoted(String text) {
    String words = String.valueOf(quote);
    int at = words.isEmpty() ? -1 : text.indexOf(words);
    if (at < 0) {
      throw new DeskException(Messages.text("cli.review-quote-none", words));
    }
    if (text.indexOf(words, at + 1) >= 0) {
      throw new DeskException(Messages.text("cli.review-quote-many", words));
    }
    return new Span(at, at + words.length());
  }

  private ParameterException wrong(String why) {
    CommandSpec mine = spec;
    if (mine == null) {
      throw new IllegalStateException(why);
    }
    return new ParameterException(mine.commandLine(), why);
  }
}
