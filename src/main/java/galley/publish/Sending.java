package galley.publish;

import galley.publish.Failures.Standing;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sends files to a host while telling how far it is, looking whether the person wants it stopped,
 * and making sure that what leaves is what was planned.
 */
final class Sending {
  private final Host host;
  private final Consumer<Sent> progress;
  private final BooleanSupplier cancel;
  private int ofFiles;
  private long ofBytes;
  private int files;
  private long bytes;
  private Standing standing = Standing.UNTOUCHED;

  Sending(Host host, Consumer<Sent> progress, BooleanSupplier cancel) {
    this.host = host;
    this.progress = progress;
    this.cancel = cancel;
  }

  void expect(List<ReleaseFile> all) {
    ofFiles = all.size();
    ofBytes = all.stream().mapToLong(ReleaseFile::bytes).sum();
    progress.accept(new Sent(0, ofFiles, 0, ofBytes, ""));
  }

  int files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  Standing standing() {
    return standing;
  }

  void standing(Standing now) {
    standing = now;
  }

  /** Ends the publication if the person wants that. */
  void pause() {
    if (cancel.getAsBoolean()) {
      throw Failures.cancelled(standing);
    }
  }

  /** Puts a file of the release onto the host. */
  void send(ReleaseFile file, String path) throws IOException {
    pause();
    progress.accept(new Sent(files, ofFiles, bytes, ofBytes, file.path()));
    try (Checked content = open(file)) {
      try {
        host.put(path, file.bytes(), content);
      } catch (IOException failure) {
        // what the stream says goes before what became of it on its way through the host
        if (content.refusal().isPresent()) {
          throw content.refusal().get();
        }
        throw failure;
      }
      content.finish();
    }
    files++;
    bytes += file.bytes();
    progress.accept(new Sent(files, ofFiles, bytes, ofBytes, ""));
  }

  private Checked open(ReleaseFile file) {
    try {
      return new Checked(file, file.content().open());
    } catch (IOException gone) {
      throw Failures.source(file.path(), standing, gone);
    }
  }

  private final class Checked extends FilterInputStream {
    private final ReleaseFile file;
    private final MessageDigest digest = sha256();
    private long left;
    private Optional<PublishException> refusal = Optional.empty();

    Checked(ReleaseFile file, InputStream in) {
      super(in);
      this.file = file;
      this.left = file.bytes();
    }

    Optional<PublishException> refusal() {
      return refusal;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (cancel.getAsBoolean()) {
        throw refused(Failures.cancelled(standing));
      }
      int read;
      try {
        read = super.read(buffer, offset, length);
      } catch (IOException lost) {
        throw refused(Failures.source(file.path(), standing, lost));
      }
      if (read < 0) {
        if (left != 0) {
          throw refused(Failures.source(file.path(), standing, null));
        }
        return read;
      }
      left -= read;
      digest.update(buffer, offset, read);
      if (left < 0) {
        throw refused(Failures.source(file.path(), standing, null));
      }
      if (read > 0) {
        progress.accept(
            new Sent(files, ofFiles, bytes + file.bytes() - left, ofBytes, file.path()));
      }
      return read;
    }

    @Override
    public long skip(long n) throws IOException {
      return readNBytes((int) Math.min(n, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /** Compares what was sent with what was planned; the host may have left the end unread. */
    void finish() throws IOException {
      while (read() >= 0) {
        // nothing to keep
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
        throw Failures.source(file.path(), standing, null);
      }
    }

    private IOException refused(PublishException why) {
      refusal = Optional.of(why);
      return new IOException(why.getMessage(), why);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
