package galley.desk;

import galley.asset.Messages;
import galley.docx.WordException;
import galley.post.Post;
import galley.post.PostSummary;
import galley.review.CriticMarkup;
import galley.review.WordDocument;
import galley.store.Library;
import galley.text.Slug;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which files are reviews that came back from other programs, and of which post. A Word
 * document or marked text belongs to the post whose name its file has, or else to the one that is
 * open, where most of their words are the same. Blocks.
 */
final class ForeignFiles {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** A mail program's or a browser's number for one more copy, and what people add to a name. */
  private static final Pattern COPY = Pattern.compile("(?:[ _-]*\\(\\d+\\)|[ _-]+copy)$");

  /** Half of the words: an edited post keeps more, another post on the same matter has fewer. */
  private static final double SAME = 0.5;

  private final Library library;

  ForeignFiles(Library library) {
    this.library = library;
  }

  /** A file that is a review of a post. */
  record Returned(Path file, ReviewFormat format, Post post) {}

  /**
   * A file that is a review, and the post it is about; nothing for a file that is a post of its
   * own.
   *
   * @param open the post that is open, which it may be about
   */
  Optional<Returned> returned(Path file, Optional<UUID> open) throws IOException {
    Optional<ReviewFormat> format = format(file);
    Optional<Post> post = format.isPresent() ? post(file, format.get(), open) : Optional.empty();
    if (post.isEmpty() && format.filter(ReviewFormat.DOCX::equals).isPresent()) {
      throw new DeskException(Messages.text("desk.review-no-post", file.getFileName()));
    }
    return post.map(found -> new Returned(file, format.orElseThrow(), found));
  }

  /** How a file is marked that may be a review; nothing for one that is not. */
  private static Optional<ReviewFormat> format(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    if (name.endsWith(".docx")) {
      return Optional.of(ReviewFormat.DOCX);
    }
    boolean text = Stream.of(".md", ".markdown", ".txt").anyMatch(name::endsWith);
    return text && isMarked(file) ? Optional.of(ReviewFormat.CRITICMARKUP) : Optional.empty();
  }

  private static boolean isMarked(Path file) {
    try {
      String text = Files.readString(file);
      CriticMarkup.Read read = CriticMarkup.read(text);
      return !read.comments().isEmpty() || !read.base().equals(read.branch());
    } catch (IOException e) {
      return false; // what reads it as a post says what is wrong
    }
  }

  /** The post that a file is about; nothing where no post reads like it. */
  private Optional<Post> post(Path file, ReviewFormat format, Optional<UUID> open)
      throws IOException {
    Set<String> words = words(base(file, format));
    Optional<UUID> named =
        library.posts().stream()
            .filter(post -> post.slug().equals(slug(file)))
            .map(PostSummary::id)
            .findFirst();
    return Stream.of(named, open)
        .flatMap(Optional::stream)
        .map(library::post)
        .flatMap(Optional::stream)
        .filter(post -> alike(words, words(post.body())))
        .findFirst();
  }

  private static String base(Path file, ReviewFormat format) throws IOException {
    try {
      return format == ReviewFormat.DOCX
          ? WordDocument.read(Files.readAllBytes(file)).base()
          : CriticMarkup.read(Files.readString(file)).base();
    } catch (WordException | CharacterCodingException e) {
      throw new DeskException(
          Messages.text("desk.review-unreadable", name(file), String.valueOf(e.getMessage())), e);
    }
  }

  private static String slug(Path file) {
    String name = name(file);
    int end = name.lastIndexOf('.');
    return Slug.of(COPY.matcher(end < 0 ? name : name.substring(0, end)).replaceFirst(""));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }

  private static boolean alike(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty();
    }
    long both = one.stream().filter(other::contains).count();
    return both >= SAME * Math.max(one.size(), other.size());
  }
}
