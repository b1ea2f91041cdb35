package galley.ui.shell;

import galley.desk.Desk;
import galley.desk.DraftSession;
import galley.post.ImageRef;
import galley.ui.editor.PictureStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The pictures of an open post. */
final class SessionPictures implements PictureStore {
  private final Desk desk;
  private final DraftSession session;

  SessionPictures(Desk desk, DraftSession session) {
    this.desk = desk;
    this.session = session;
  }

  @Override
  public Optional<Path> file(String sha256) {
    return desk.media(sha256);
  }

  @Override
  public CompletableFuture<ImageRef> add(Path file) {
    return session.addPicture(file);
  }

  @Override
  public CompletableFuture<ImageRef> add(byte[] data, String name) {
    return session.addPicture(data, name);
  }
}
