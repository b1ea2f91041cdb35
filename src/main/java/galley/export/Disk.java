package galley.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The steps of writing a bundle that can fail; a test makes them fail one by one. */
class Disk {
  private static final int FORCED_AT_ONCE = 4;

  OutputStream out(FileChannel channel) throws IOException {
    return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  void move(Path from, Path to, CopyOption... how) throws IOException {
    Files.move(from, to, how);
  }

  /**
   * Makes a file last, or the names in a folder; for folders Windows has no call and needs none.
   */
  void force(Path place) throws IOException {
    boolean folder = Files.isDirectory(place);
    if (folder && !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    OpenOption how = folder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(place, how)) {
      channel.force(true);
    }
  }

  /** Forces all from here down, several at a time: disks make many last about as fast as one. */
  void forceAll(Path folder) throws IOException {
    List<Path> places;
    try (var inside = Files.walk(folder)) {
      places = inside.toList();
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(FORCED_AT_ONCE)) {
      List<Future<Path>> forced = new ArrayList<>();
      for (Path place : places) {
        forced.add(
            threads.submit(() -> {
              force(place);
              return place;
            }));
      }
      for (Future<Path> each : forced) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IOException("A bundle could not be forced to the disk", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while a bundle was forced to the disk", e);
    }
  }

  /** Deletes a file or a folder with all in it, if it is there; links are not followed. */
  void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
