package galley.publish;

import galley.publish.Manifest.Left;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says line by line what a publication does to the host, each line before or after the step as its
 * name tells, so that the next one can go on where this one broke off. A line cut short is none.
 */
final class Journal implements AutoCloseable {
  private final BufferedWriter out;

  private Journal(BufferedWriter out) {
    this.out = out;
  }

  /** Goes on with the journal of a publication over the same base, or begins one. */
  static Journal open(Path file, Left base, Release release) throws IOException {
    boolean fresh = read(file).filter(known -> known.base().equals(base)).isEmpty();
    BufferedWriter out =
        Files.newBufferedWriter(
            file,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            fresh ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
    Journal journal = new Journal(out);
    if (fresh) {
      journal.line("base " + base.generation() + " " + base.release());
    }
    journal.line("");
    journal.line("release " + release.fingerprint() + " " + release.id());
    return journal;
  }

  /** What a broken publication did; empty if there was none. */
  static Optional<Unfinished> read(Path file) throws IOException {
    return Files.exists(file)
        ? Unfinished.read(Files.readString(file, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Before a file gets another content. */
  void over(ReleaseFile file) throws IOException {
    line("over " + file.path());
  }

  /** After a file has got its content. */
  void put(ReleaseFile file) throws IOException {
    line("put " + file.sha256() + " " + file.bytes() + " " + file.path());
  }

  /** Before a file is deleted. */
  void gone(String path) throws IOException {
    line("gone " + path);
  }

  /** After all of the old release was carried into the new one. */
  void carried(boolean marksStay) throws IOException {
    line("carried " + marksStay);
  }

  /** Before the step that makes it all count. */
  void last(Left left) throws IOException {
    line("last " + left.generation() + " " + left.release());
  }

  private void line(String line) throws IOException {
    Own.run(() -> {
      out.write(line);
      out.write('\n');
      out.flush();
    });
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
