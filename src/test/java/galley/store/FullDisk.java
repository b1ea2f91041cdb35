package galley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system for H2, and a disk for the library, that share a number of bytes left. */
public final class FullDisk extends FilePathWrapper {
  static final String NAME = "fulldisk";
  private static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);

  static Seams seams() {
    FilePath.register(new FullDisk());
    ROOM.set(Long.MAX_VALUE);
    return new Seams(new Disk(FullDisk::take), NAME, Migrations.shipped());
  }

  static void room(long bytes) {
    ROOM.set(bytes);
  }

  private static int take(int wanted) {
    long before =
        ROOM.getAndUpdate(room -> room == Long.MAX_VALUE ? room : Math.max(0, room - wanted));
    return (int) Math.min(wanted, before);
  }

  @Override
  public String getScheme() {
    return NAME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode));
  }

  /** A channel that stops writing when there is no room. */
  private static final class Channel extends FileBaseDefault {
    private final FileChannel base;

    Channel(FileChannel base) {
      this.base = base;
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }

    @Override
    protected void implTruncate(long length) throws IOException {
      base.truncate(length);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      int wanted = bytes.remaining();
      int fits = take(wanted);
      ByteBuffer part = bytes.duplicate().limit(bytes.position() + fits);
      int written = fits == 0 ? 0 : base.write(part, position);
      if (fits < wanted) {
        throw new IOException("No space left on device");
      }
      bytes.position(bytes.position() + written);
      return written;
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return base.read(into, position);
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      base.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }
  }
}
