package galley.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.post.Destination;
import galley.post.Destination.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A folder beside which releases stand, and a link that is switched. */
final class LinkedFolderHostTest extends HostContract {
  @Override
  Host open() throws IOException {
    return new FolderHost(
        new Destination.Folder("Test", Files.createDirectories(root()).toString(), Serving.LINK));
  }

  private Path root() {
    return temp.resolve("site");
  }

  @Override
  Map<String, String> seen() throws IOException {
    return Disks.texts(root().resolve("current"));
  }

  @Override
  void tamper(String path, String text) throws IOException {
    Files.writeString(root().resolve("current").resolve(path), text);
  }

  @Test
  void showsAReaderNothingButWholeSites() throws Exception {
    Publisher publisher = publisher("one");
    publish(publisher, Sites.release("r0", Sites.version(0, 5)));
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> reader =
          threads.submit(() -> {
            int looks = 0;
            while (!over.get()) {
              Map<String, String> seen = Disks.texts(root().resolve("current").toRealPath());
              int version =
                  Integer.parseInt(
                      seen.get("index.html").lines().findFirst().orElseThrow().substring(8));
              assertEquals(Sites.version(version, 5), seen);
              looks++;
            }
            return looks;
          });
      for (int version = 1; version <= 50; version++) {
        publish(publisher, Sites.release("r" + version, Sites.version(version, 5)));
      }
      over.set(true);
      System.out.println("A reader looked " + reader.get() + " times during 50 publications");
    }
  }
}
