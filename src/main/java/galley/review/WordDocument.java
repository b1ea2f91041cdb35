package galley.review;

import galley.docx.WordException;
import galley.docx.WordFile;
import galley.post.Anchor.Scope;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.text.Edits;
import galley.text.Edits.Edit;
import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A post and its review as a Word document, and back, for people who write in Word or LibreOffice:
 * comments with answers, resolved ones as such, and suggestions as tracked changes. Pure.
 *
 * <p>The headline is the document's title and the standfirst its subtitle. What Word has no place
 * for, such as a suggestion that changes a heading's level, becomes a comment that says so.
 */
public final class WordDocument {
  /**
   * What a Word document says, as Markdown.
   *
   * @param headline the title where there is one
   * @param standfirst the subtitle where there is one
   * @param base the body with every change refused
   * @param branch the body with every change taken
   * @param comments in the order of their numbers
   * @param changes who changed what in the base
   */
  public record Read(
      Optional<Both> headline,
      Optional<Both> standfirst,
      String base,
      String branch,
      List<Comment> comments,
      List<Changed> changes) {
    public Read {
      comments = List.copyOf(comments);
      changes = List.copyOf(changes);
    }

    /**
     * The same review of a text that the document was made of: what Word says in other signs, or
     * not at all, is as that text has it; changes and comments stand on its words.
     */
    public Read onto(String text) {
      String changed = Merge.of(base, branch, text).with(WordDocument::changes);
      List<Edit> edits = Edits.between(base, text);
      List<Comment> moved = new ArrayList<>();
      for (Comment comment : comments) {
        boolean inBody = comment.scope() == Scope.TEXT;
        moved.add(
            inBody ? comment.at(WordDocument.moved(edits, base, text, comment.span())) : comment);
      }
      List<Changed> who = new ArrayList<>();
      for (Changed change : changes) {
        Span place = WordDocument.moved(edits, base, text, change.span());
        who.add(new Changed(place, change.author(), change.at()));
      }
      return new Read(headline, standfirst, text, changed, moved, who);
    }

    /** Who suggested it: whoever changed the words nearest to it; empty where nobody did. */
    public Optional<Changed> author(Hunk hunk) {
      Changed best = null;
      int nearest = Integer.MAX_VALUE;
      for (Changed change : changes) {
        int apart =
            Math.max(
                change.span().start() - hunk.span().end(),
                hunk.span().start() - change.span().end());
        if (apart < nearest) {
          nearest = apart;
          best = change;
        }
      }
      return Optional.ofNullable(best);
    }
  }

  /** A line of a document, with its changes refused and taken. */
  public record Both(String base, String branch) {}

  /**
   * Who changed something.
   *
   * @param span where, in the base
   * @param at RFC 3339, may be empty
   */
  public record Changed(Span span, String author, String at) {}

  /**
   * A comment.
   *
   * @param scope TEXT, HEADLINE or STANDFIRST
   * @param span what it is about, in the base
   * @param at RFC 3339, may be empty
   */
  public record Comment(
      String author,
      String initials,
      String at,
      String body,
      Scope scope,
      Span span,
      boolean resolved,
      List<Answer> answers) {
    public Comment {
      answers = List.copyOf(answers);
    }

    Comment at(Span place) {
      return new Comment(author, initials, at, body, scope, place, resolved, answers);
    }
  }

  public record Answer(String author, String initials, String at, String body) {}

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private WordDocument() {}

  /**
   * A Word document of a post.
   *
   * @param pictures the bytes of a picture of the post by its name, as PNG, JPEG or GIF
   */
  public static byte[] write(
      Draft draft,
      List<PlacedAnnotation> annotations,
      Function<String, Optional<byte[]>> pictures) {
    ToWord word = new ToWord(draft, annotations, pictures);
    return WordFile.write(word.text(), word.starts(), word.sizes());
  }

  /**
   * Reads a Word document.
   *
   * @throws WordException if it can't be read; its message says what to do
   */
  public static Read read(byte[] file) {
    return new FromWord(WordFile.read(file)).read();
  }

  /** The pictures that a Word document brings, by the names that its text has for them. */
  public static Map<String, byte[]> pictures(byte[] file) {
    return WordFile.read(file).pictures();
  }

  private static String changes(Conflict conflict) {
    return conflict.mine().text();
  }

  /** Where the words of a stretch of a text stand in another. */
  static Span moved(List<Edit> edits, String old, String now, Span span) {
    int start = moved(edits, span.start(), true);
    int end = span.isEmpty() ? start : Math.max(start, moved(edits, span.end(), false));
    String words = span.of(old);
    String there = now.substring(start, end);
    Matcher found = WORD.matcher(words);
    if (found.lookingAt() && there.contains(found.group())) {
      start += there.indexOf(found.group());
      there = now.substring(start, end);
    }
    String last = "";
    while (found.find()) {
      last = found.end() == words.length() ? found.group() : "";
    }
    int at = last.isEmpty() ? -1 : there.lastIndexOf(last);
    return new Span(start, at < 0 ? end : start + at + last.length());
  }

  /** Where a place stands in another text; before what was put in there, or after it. */
  private static int moved(List<Edit> edits, int offset, boolean start) {
    int by = 0;
    for (Edit edit : edits) {
      Span old = edit.before();
      if (old.start() > offset || old.start() == offset && !start) {
        break;
      }
      if (offset < old.end()) {
        return start ? edit.after().start() : edit.after().end();
      }
      by = edit.after().end() - old.end();
    }
    return offset + by;
  }
}
