package galley.store;

import galley.asset.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps a library to one Galley at a time. A lock on the file {@code lock} says that it is taken;
 * the file holds the port and a secret word with which another Galley can ask the one that has it
 * to come forward. Only this computer can ask.
 */
public final class Instance implements AutoCloseable {
  private static final long LOCKED_BYTE = 1L << 40; // far behind the text, which others may read
  private static final int PATIENCE_MILLIS = 900;
  private static final int LONGEST_MESSAGE = 1 << 16;

  private static final Logger LOG = Logger.getLogger(Instance.class.getName());

  private final FileChannel channel;
  private final FileLock lock;
  private final ServerSocket socket;
  private final String word;
  private volatile Consumer<List<Path>> listener = files -> {};

  private Instance(FileChannel channel, FileLock lock, ServerSocket socket, String word) {
    this.channel = channel;
    this.lock = lock;
    this.socket = socket;
    this.word = word;
  }

  /** Takes the library, or says that another Galley has it. */
  static Instance claim(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw inUse(folder);
      }
      ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
      Instance instance = new Instance(channel, lock, socket, UUID.randomUUID().toString());
      String text = socket.getLocalPort() + "\n" + instance.word + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
      // Not a virtual one: with their poller, which never ends, Java takes 0.3 s longer to end
      Thread.ofPlatform().daemon().name("galley-store-instance").start(instance::listen);
      return instance;
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw inUse(folder);
    } catch (IOException | StoreException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Asks the Galley that has this library open to come forward and open some files.
   *
   * @return whether there is one and it said yes, within a second
   */
  public static boolean ask(Path folder, List<Path> files) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("lock"), StandardCharsets.US_ASCII);
      if (lines.size() < 2) {
        return false;
      }
      InetSocketAddress address =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), Integer.parseInt(lines.getFirst()));
      try (Socket socket = new Socket()) {
        socket.connect(address, PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
        out.write(lines.get(1) + "\n");
        for (Path file : files) {
          out.write(file.toAbsolutePath().toString().replace("\n", "") + "\n");
        }
        out.flush();
        socket.shutdownOutput();
        return "yes".equals(reader(socket).readLine());
      }
    } catch (IOException | IllegalArgumentException e) {
      return false; // nobody there, or a file left over from one that was killed
    }
  }

  /** Names who hears that another Galley asked; called on a thread of its own. */
  public void onAsked(Consumer<List<Path>> whoHears) {
    listener = whoHears;
  }

  /** Gives the library back. */
  @Override
  public void close() {
    try (channel;
        lock;
        socket) {
      channel.truncate(0);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.CLOSED,
          Messages.text("store.instance.unclosed", Failures.reason(e)),
          e);
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket asking = socket.accept()) {
        asking.setSoTimeout(PATIENCE_MILLIS);
        Optional<List<Path>> files = files(reader(asking));
        Writer out = new OutputStreamWriter(asking.getOutputStream(), StandardCharsets.UTF_8);
        out.write(files.isPresent() ? "yes\n" : "no\n");
        out.flush();
        files.ifPresent(this::tell);
      } catch (IOException e) {
        LOG.log(Level.FINE, "Whoever asked has gone, or the library is being closed", e);
      }
    }
  }

  /** Whatever goes wrong with one asking, the next is heard. */
  private void tell(List<Path> files) {
    try {
      listener.accept(files);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "What another Galley asked for could not be done", e);
    }
  }

  private Optional<List<Path>> files(BufferedReader in) throws IOException {
    if (!word.equals(in.readLine())) {
      return Optional.empty();
    }
    List<Path> files = new ArrayList<>();
    int length = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      length += line.length();
      if (length > LONGEST_MESSAGE) {
        return Optional.empty();
      }
      try {
        files.add(Path.of(line));
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(files));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static StoreException inUse(Path folder) {
    return new StoreException(
        StoreException.Kind.IN_USE, Messages.text("store.in-use", folder), null);
  }
}
