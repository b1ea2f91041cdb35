package galley.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A cable to a server of this computer that is cut after so many bytes to the server. */
final class Cable implements AutoCloseable {
  private final ServerSocket near;
  private final int far;
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Cable(int far) throws IOException {
    this.far = far;
    near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  private void accept() {
    try {
      while (!near.isClosed()) {
        Socket here = near.accept();
        Socket there = new Socket(InetAddress.getLoopbackAddress(), far);
        threads.execute(() -> carry(here, there, true));
        threads.execute(() -> carry(there, here, false));
      }
    } catch (IOException closed) {
      // nobody takes new connections any more
    }
  }

  int port() {
    return near.getLocalPort();
  }

  /** Cuts it after so many more bytes. */
  void cutAfter(long bytes) {
    left.set(bytes);
  }

  void mend() {
    left.set(Long.MAX_VALUE);
  }

  private void carry(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[1024];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        long rest = counted ? left.addAndGet(-read) + read : Long.MAX_VALUE;
        out.write(buffer, 0, (int) Math.max(0, Math.min(rest, read)));
        if (rest < read) {
          return;
        }
      }
    } catch (IOException cut) {
      // what a cable is cut with
    }
  }

  @Override
  public void close() throws IOException {
    near.close();
    threads.shutdownNow();
  }
}
