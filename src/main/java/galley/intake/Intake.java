package galley.intake;

import galley.asset.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Reads posts that others made, from files, folders and archives. Nothing it reads is changed, and
 * nothing is fetched from the network.
 *
 * <p>Blocks; to be used by one thread at a time. Copies that had to be made lie in a folder of its
 * own until it is closed.
 */
public final class Intake implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Intake.class.getName());

  private final Path scratch;

  /**
   * An intake that keeps its copies below a folder.
   *
   * @throws IntakeException if no folder can be made there
   */
  public Intake(Path below) {
    try {
      Files.createDirectories(below);
      scratch = Files.createTempDirectory(below, "intake-");
    } catch (IOException e) {
      throw new IntakeException(Messages.text("intake.no-scratch", below), e);
    }
  }

  /** Takes away what intakes left below a folder that could not close; none may be open there. */
  public static void sweep(Path below) {
    if (Files.isDirectory(below)) {
      delete(below, below);
    }
  }

  /**
   * Reads everything that these files, folders and archives hold. What can't be read is refused
   * with its reason and the rest goes on.
   *
   * @throws java.util.concurrent.CancellationException if the progress throws it
   */
  public Batch read(List<Path> paths, Progress progress) {
    Gathering gathering = new Gathering(new Unzip(scratch));
    for (Path path : paths) {
      progress.report(path.toString(), 0, 0);
      gathering.add(path);
    }
    List<PostFile> files = gathering.files();
    List<Incoming> posts = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>(gathering.refused());
    for (int i = 0; i < files.size(); i++) {
      PostFile file = files.get(i);
      progress.report(file.from(), i, files.size());
      try {
        posts.add(post(file));
      } catch (RefusedException e) {
        refused.add(new Refusal(file.from(), String.valueOf(e.getMessage())));
      } catch (IOException | UncheckedIOException e) {
        refused.add(new Refusal(file.from(), Messages.text("intake.unreadable", file.from())));
      } catch (RuntimeException e) {
        // A fault of ours in one file is no reason to leave the others behind
        LOG.log(Level.WARNING, "A file could not be brought in", e);
        refused.add(new Refusal(file.from(), Messages.text("intake.fault", file.from())));
      } catch (StackOverflowError | OutOfMemoryError e) {
        refused.add(new Refusal(file.from(), Messages.text("intake.too-much", file.from())));
      }
    }
    progress.report("", files.size(), files.size());
    return new Batch(posts, refused, gathering.notes());
  }

  private Incoming post(PostFile file) throws RefusedException, IOException {
    Notes notes = new Notes();
    String name = file.path().getFileName().toString();
    if (name.equals(Archive.TEXT) && Archive.isOne(file.folder())) {
      return new Archive(file, scratch, notes).read();
    }
    if (Kinds.isMarkdown(name)) {
      return new MarkdownPost(file, scratch, notes).read();
    }
    TextFile text = TextFile.read(file.path(), file.from(), notes);
    boolean front = MarkdownPost.hasFrontMatter(text.text());
    if (!front && (Kinds.isHtml(name) || Kinds.isPage(text.text()))) {
      return new WebPage(file, scratch, notes).read(text);
    }
    return Kinds.isPlain(name) && !front
        ? new PageText(file, notes).read(text)
        : new MarkdownPost(file, scratch, notes).read(text); // HTML is Markdown, too
  }

  /** Takes the copies away. */
  @Override
  public void close() {
    delete(scratch, Path.of(""));
  }

  private static void delete(Path folder, Path but) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(but)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      throw new IntakeException(Messages.text("intake.scratch-stays", folder), e);
    }
  }
}
