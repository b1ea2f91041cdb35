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
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of writing a bundle that can fail; a test makes them fail one by one. */
class Disk {
  OutputStream out(FileChannel channel) throws IOException {
    return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  void move(Path from, Path to, CopyOption... how) throws IOException {
    Files.move(from, to, how);
  }

  /** Makes the names in a folder last; Windows has no such call and needs none. */
  void force(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Forces every folder from here down. */
  void forceAll(Path folder) throws IOException {
    List<Path> folders;
    try (var inside = Files.walk(folder)) {
      folders = inside.filter(Files::isDirectory).toList();
    }
    for (Path each : folders) {
      force(each);
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
