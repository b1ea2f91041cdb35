package galley.review;

import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reviews as CriticMarkup, for people who write in other programs: <code>{++ ++}</code>, <code>
 * {-- --}</code>, <code>{~~ ~> ~~}</code>, <code>{== ==}</code> and <code>{>> <<}</code>.
 *
 * <p>Text that itself holds such signs has a backslash before them, and one more before each
 * backslash that would be taken for one. A comment begins with {@code @Name: }; one that answers
 * the comment before it with {@code ↪ @Name: }. What was written comes back the same; signs that
 * nobody closed are text.
 */
public final class CriticMarkup {
  static final String ANSWER = "↪ ";

  /**
   * What marked text says.
   *
   * @param base the text with every change refused
   * @param branch the text with every change taken
   * @param comments in the order of the text
   */
  public record Read(String base, String branch, List<Comment> comments) {
    public Read {
      comments = List.copyOf(comments);
    }
  }

  /**
   * A comment that was found.
   *
   * @param author empty where nobody is named
   * @param span what it is about, in {@link Read#base()}; empty where it stands between words
   */
  public record Comment(String author, String body, Span span, List<Answer> answers) {
    public Comment {
      answers = List.copyOf(answers);
    }
  }

  public record Answer(String author, String body) {}

  private CriticMarkup() {}

  /** Reads marked text; never fails, whatever the text. */
  public static Read read(String marked) {
    return new CriticReader(marked).read();
  }

  /**
   * Marks a text. Open suggestions become changes, everything else comments; what stands on a
   * picture, the headline or a field comes before the text. Of two comments whose words overlap,
   * the later one's begin where the earlier one's end, and a suggestion within the words of another
   * becomes a comment: signs can't cross.
   */
  public static String write(String text, List<PlacedAnnotation> annotations) {
    StringBuilder out = new StringBuilder();
    List<PlacedAnnotation> inside = new ArrayList<>();
    for (PlacedAnnotation placed : annotations) {
      if (placed.annotation().anchor().inBody()) {
        inside.add(placed);
      } else {
        comments(placed, false, out);
      }
    }
    if (!out.isEmpty()) {
      out.append("\n\n");
    }
    inside.sort(
        Comparator.<PlacedAnnotation>comparingInt(placed -> placed.placement().span().start())
            .thenComparingInt(placed -> -placed.placement().span().end())
            .thenComparing(placed -> !isChange(placed)));
    return out.append(new CriticWriter(text, inside).write()).toString();
  }

  /** Marks a text with what somebody suggests for it, without comments. */
  public static String writeHunks(String text, List<Hunk> hunks) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Hunk hunk : hunks) {
      out.append(CriticSigns.TEXT.escaped(text.substring(at, hunk.span().start()), true));
      CriticSigns.change(out, hunk.span().of(text), hunk.replacement());
      at = hunk.span().end();
    }
    return out.append(CriticSigns.TEXT.escaped(text.substring(at), false)).toString();
  }

  static boolean isChange(PlacedAnnotation placed) {
    Annotation annotation = placed.annotation();
    return annotation.kind() == Annotation.Kind.SUGGESTION
        && annotation.status() == Annotation.Status.OPEN
        && placed.placement().state() == Placement.State.LIVE
        && annotation.replacement().isPresent();
  }

  /** An annotation and its replies as comments. */
  static void comments(PlacedAnnotation placed, boolean change, StringBuilder out) {
    Annotation annotation = placed.annotation();
    String what = place(annotation.anchor()) + annotation.body();
    if (!change && annotation.replacement().isPresent()) {
      what = (what + " → " + annotation.replacement().get()).strip();
    }
    if (!what.isBlank() || !placed.replies().isEmpty() || !change) {
      comment(annotation.author().name(), what, "", out);
    }
    for (Annotation reply : placed.replies()) {
      comment(reply.author().name(), reply.body(), ANSWER, out);
    }
  }

  private static String place(Anchor anchor) {
    return switch (anchor.scope()) {
      case TEXT, BLOCK -> "";
      case HEADLINE -> "(headline) ";
      case STANDFIRST -> "(standfirst) ";
      case IMAGE, FIELD -> "(" + anchor.target() + ") ";
    };
  }

  private static void comment(String author, String body, String answer, StringBuilder out) {
    String name = author.replaceAll("[:\\s]+", " ").strip();
    boolean bare = name.isEmpty() && !body.startsWith("@") && !body.startsWith(ANSWER.strip());
    String whole = answer + (bare ? "" : "@" + name + ": ") + body;
    out.append("{>>").append(CriticSigns.COMMENT.escaped(whole, true)).append("<<}");
  }
}
