package galley.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A connection to a real host that breaks off at a given call, before, during or after it. */
final class Breaking implements Host {
  private final Host host;
  private final int last;
  private int calls;
  private boolean broken;

  /**
   * @param last the number of the call it breaks at
   */
  Breaking(Host host, int last) {
    this.host = host;
    this.last = last;
  }

  int calls() {
    return calls;
  }

  private interface Call<T> {
    T run() throws IOException;
  }

  private <T> T call(Call<T> call) throws IOException {
    if (broken) {
      throw new HostException(Trouble.BROKEN_OFF, "broken off before");
    }
    calls++;
    if (calls < last) {
      return call.run();
    }
    broken = true;
    if (calls % 2 == 0) {
      call.run(); // it was done, and only the answer was lost
    }
    throw new HostException(Trouble.BROKEN_OFF, "broken off at call " + calls);
  }

  @Override
  public void put(String path, long bytes, InputStream content) throws IOException {
    if (!broken && calls + 1 == last && calls % 3 == 0) {
      calls++;
      broken = true;
      byte[] half = content.readNBytes((int) bytes / 2);
      try {
        host.put(path, bytes, new Torn(half));
      } catch (IOException torn) {
        throw new HostException(Trouble.BROKEN_OFF, "broken off in the middle of " + path, torn);
      }
      throw new AssertionError("Half a file is no file: " + path);
    }
    call(() -> {
      host.put(path, bytes, content);
      return true;
    });
  }

  private static final class Torn extends InputStream {
    private final ByteArrayInputStream half;

    Torn(byte[] half) {
      this.half = new ByteArrayInputStream(half);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = half.read(buffer, offset, length);
      if (read < 0) {
        throw new IOException("torn");
      }
      return read;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
  }

  @Override
  public String name() {
    return host.name();
  }

  @Override
  public Ability can() {
    return host.can();
  }

  @Override
  public Map<String, Entry> list(String folder) throws IOException {
    return call(() -> host.list(folder));
  }

  @Override
  public Optional<InputStream> read(String path) throws IOException {
    return call(() -> host.read(path));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    call(() -> {
      host.rename(from, to);
      return true;
    });
  }

  @Override
  public void delete(String path) throws IOException {
    call(() -> {
      host.delete(path);
      return true;
    });
  }

  @Override
  public void folder(String path) throws IOException {
    call(() -> {
      host.folder(path);
      return true;
    });
  }

  @Override
  public void removeFolder(String path) throws IOException {
    call(() -> {
      host.removeFolder(path);
      return true;
    });
  }

  @Override
  public Optional<String> link(String path) throws IOException {
    return call(() -> host.link(path));
  }

  @Override
  public void link(String path, String target) throws IOException {
    call(() -> {
      host.link(path, target);
      return true;
    });
  }

  @Override
  public boolean carry(String from, String to, Collection<String> paths) throws IOException {
    return call(() -> host.carry(from, to, paths));
  }

  @Override
  public void commit(String message) throws IOException {
    call(() -> {
      host.commit(message);
      return true;
    });
  }

  @Override
  public Optional<Release> earlier(String release) throws IOException {
    return call(() -> host.earlier(release));
  }

  @Override
  public void close() {
    host.close();
  }
}
