package galley.intake;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads posts that others made, from files, folders and archives. Nothing it reads is changed, and
 * nothing is fetched from the network.
 *
 * <p>Blocks; to be used by one thread at a time. Copies that had to be made lie in a folder of its
 * own until it is closed.
 */
public final class Intake implements AutoCloseable {
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

  /**
   * Reads everything that these files, folders and archives hold. What can't be read is refused
   * with its reason and the rest goes on.
   *
   * @throws java.util.concurrent.CancellationException if the progress throws it
   */
  public Batch read(List<Path> paths, Progress progress) {
    List<Incoming> posts = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    List<PostFile> files = new ArrayList<>();
    for (Path path : paths) {
      try {
        files.addAll(gather(path));
      } catch (IOException e) {
        refused.add(new Refusal(path.toString(), Messages.text("intake.unreadable", path)));
      }
    }
    for (int i = 0; i < files.size(); i++) {
      PostFile file = files.get(i);
      progress.report(file.from(), i, files.size());
      try {
        posts.add(MarkdownPost.read(new Tree(file.path()), file));
      } catch (RefusedException e) {
        refused.add(new Refusal(file.from(), String.valueOf(e.getMessage())));
      } catch (IOException e) {
        refused.add(new Refusal(file.from(), Messages.text("intake.unreadable", file.from())));
      }
    }
    progress.report("", files.size(), files.size());
    return new Batch(posts, refused, List.of());
  }

  private static List<PostFile> gather(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      String name = Objects.requireNonNull(path.getFileName()).toString();
      return List.of(new PostFile(path, path.toAbsolutePath().toString().replace('\\', '/'), name));
    }
    try (Stream<Path> inside = Files.walk(path)) {
      return inside
          .filter(Files::isRegularFile)
          .filter(file -> Kinds.isMarkdown(file.toString()))
          .sorted()
          .map(file -> {
            String place = path.relativize(file).toString().replace('\\', '/');
            return new PostFile(file, place, place);
          })
          .toList();
    }
  }

  /** Takes the copies away. */
  @Override
  public void close() {
    try (Stream<Path> inside = Files.walk(scratch)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new IntakeException(Messages.text("intake.scratch-stays", scratch), e);
    }
  }
}
