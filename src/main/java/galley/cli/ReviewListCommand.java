package galley.cli;

import galley.asset.Messages;
import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists what people say about a post, in the order of its text.")
final class ReviewListCommand implements Callable<Integer> {
  private static final int MOST = 60;

  @Mixin private OnPost on = new OnPost();

  private final Galley galley;

  ReviewListCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    return on.with(
        galley,
        session -> {
          StringBuilder lines = new StringBuilder();
          List<PlacedAnnotation> all = session.review().annotations();
          all.forEach(one -> line(lines, one));
          return all.isEmpty() ? Messages.text("cli.review-nothing") : lines.toString().strip();
        });
  }

  private static void line(StringBuilder lines, PlacedAnnotation placed) {
    Annotation one = placed.annotation();
    lines
        .append(one.id())
        .append("  ")
        .append(ReviewShapes.key(one.kind()))
        .append("  ")
        .append(ReviewShapes.key(one.status()))
        .append("  ")
        .append(ReviewShapes.key(placed.placement().state()))
        .append("  ")
        .append(one.author().name())
        .append(one.verified() ? "" : " (" + Messages.text("cli.review-unverified") + ")")
        .append("  \u201c")
        .append(
            shortened(
                one.anchor().exact().isEmpty() ? one.anchor().target() : one.anchor().exact()))
        .append("\u201d");
    one.replacement()
        .ifPresent(
            words -> lines.append(" \u2192 \u201c").append(shortened(words)).append('\u201d'));
    lines.append(one.body().isEmpty() ? "" : ": " + shortened(one.body())).append('\n');
    placed
        .replies()
        .forEach(reply ->
            lines
                .append("    ")
                .append(reply.author().name())
                .append(": ")
                .append(shortened(reply.body()))
                .append('\n'));
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST)) + "\u2026";
  }
}
