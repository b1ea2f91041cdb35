package galley.publish;

import galley.post.Destination;
import galley.post.Destination.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder whose files the web server serves as they are. */
final class FolderHostTest extends HostContract {
  @Override
  Host open() throws IOException {
    return new FolderHost(
        new Destination.Folder(
            "Test", Files.createDirectories(site()).toString(), Serving.IN_PLACE));
  }

  private Path site() {
    return temp.resolve("site");
  }

  @Override
  Map<String, String> seen() throws IOException {
    return Disks.texts(site());
  }

  @Override
  void tamper(String path, String text) throws IOException {
    Files.writeString(site().resolve(path), text);
  }
}
