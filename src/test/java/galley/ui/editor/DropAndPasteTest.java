package galley.ui.editor;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import galley.images.TestPictures;
import galley.post.ImageRef;
import galley.text.Sha256;
import galley.ui.kit.FxTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;
import javafx.util.Pair;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and other programs drop on the text or paste into it. */
@FxTest
final class DropAndPasteTest {
  @TempDir private Path folder;
  private final Map<String, byte[]> shelf = new ConcurrentHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private EditorWindow window;

  /** Keeps what it is given under its name. */
  private final class Shelf implements PictureStore {
    @Override
    public Optional<Path> file(String sha256) {
      return Optional.empty();
    }

    @Override
    public CompletableFuture<ImageRef> add(Path file) {
      try {
        return add(Files.readAllBytes(file), file.getFileName().toString());
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public CompletableFuture<ImageRef> add(byte[] data, String name) {
      shelf.put(name, data);
      return CompletableFuture.completedFuture(
          ImageRef.place("media/" + name).withPicture(Sha256.of(data), name, data.length, 40, 30));
    }
  }

  /** What another program offers; JavaFX gives no way to offer to itself. */
  private record Offered(Map<DataFormat, Object> content) implements TKClipboard {
    @Override
    public Set<DataFormat> getContentTypes() {
      return content.keySet();
    }

    @Override
    @SafeVarargs
    public final boolean putContent(Pair<DataFormat, Object>... more) {
      return false;
    }

    @Override
    public Object getContent(DataFormat format) {
      return content.get(format);
    }

    @Override
    public boolean hasContent(DataFormat format) {
      return content.containsKey(format);
    }

    @Override
    public Set<TransferMode> getTransferModes() {
      return Set.of(TransferMode.COPY);
    }

    @Override
    public void setDragView(Image image) {}

    @Override
    public void setDragViewOffsetX(double offset) {}

    @Override
    public void setDragViewOffsetY(double offset) {}

    @Override
    public Image getDragView() {
      return null;
    }

    @Override
    public double getDragViewOffsetX() {
      return 0;
    }

    @Override
    public double getDragViewOffsetY() {
      return 0;
    }
  }

  @BeforeEach
  void showAWindow() {
    window = new EditorWindow(700, 700);
    run(() -> {
      window.editor.onPictureFailed(failure -> failures.add(failure.getMessage()));
      window.editor.open(EditorWindow.draft("One.\n\nTwo.\n\nThree."), new Shelf(), 0, -1);
      window.editor.focusBody();
    });
    pulse();
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  @Test
  void filesStandWhereTheyAreDroppedInTheirOrder() throws IOException {
    Path first = picture("first.jpg");
    Path second = picture("second.jpg");
    Path notes = Files.writeString(folder.resolve("notes.txt"), "no picture");
    assertTrue(
        drop(
            "Two",
            Map.of(DataFormat.FILES, List.of(first.toFile(), notes.toFile(), second.toFile()))));
    until("both are in", () -> shelf.size() == 2 && window.editor.images().size() == 2);
    assertEquals(
        "One.\n\nTwo.\n\n![](media/first.jpg)\n\n![](media/second.jpg)\n\nThree.", window.body());
    assertEquals(List.of("", ""), fx(window.editor::images).stream().map(ImageRef::alt).toList());
    press(window.scene, KeyCode.Z, KeyCode.CONTROL);
    press(window.scene, KeyCode.Z, KeyCode.CONTROL);
    assertEquals("One.\n\nTwo.\n\nThree.", window.body());
  }

  @Test
  void pictureDataThatIsPastedIsKeptWithoutLoss() throws IOException {
    paste(Map.of(DataFormat.IMAGE, checkered()));
    until("it is in", () -> shelf.containsKey("picture.png"));
    until("it stands in the text", () -> window.editor.body().contains("media/picture.png"));
    BufferedImage kept = ImageIO.read(new ByteArrayInputStream(shelf.get("picture.png")));
    assertEquals(0xFFFF0000, kept.getRGB(0, 0));
    assertEquals(0xFF0000FF, kept.getRGB(1, 0));
    assertEquals(8, kept.getWidth());
  }

  @Test
  void pictureThatABrowserSendsWithinItsHtmlIsTakenAsItIs() {
    byte[] jpeg = TestPictures.jpegWithMetadata(40, 30, 1);
    String data = Base64.getEncoder().encodeToString(jpeg);
    String html = "<img alt='x' src=\"data:image/jpeg;base64," + data + "\">";
    assertTrue(drop("Three", Map.of(DataFormat.HTML, html)));
    until("it is in", () -> window.editor.body().endsWith("Three.\n\n![](media/picture.jpg)"));
    assertEquals(Sha256.of(jpeg), Sha256.of(shelf.get("picture.jpg")));
  }

  @Test
  void pictureOnTheNetworkIsNeverFetchedAndThePersonIsTold() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/ferry.png";
      String html = "<meta charset='utf-8'><img class=\"lead\" src=\"" + address + "\" alt=\"\">";
      drop("Two", Map.of(DataFormat.HTML, html, DataFormat.URL, address));
      paste(Map.of(DataFormat.HTML, html));
      paste(Map.of(DataFormat.HTML, html, DataFormat.PLAIN_TEXT, address));
      pulse();
      assertEquals(3, failures.size(), failures.toString());
      assertTrue(failures.getFirst().startsWith("The picture from 127.0.0.1"), failures.toString());
      assertEquals("One.\n\nTwo.\n\nThree.", window.body());
      assertEquals(Map.of(), shelf);
      server.setSoTimeout(300);
      assertThrows(SocketTimeoutException.class, server::accept);
    }
  }

  @Test
  void wordsWithPicturesAmongThemArePastedAsWords() {
    String html = "<p>Four <img src=\"https://example.org/a.png\"> five</p>";
    paste(
        Map.of(
            DataFormat.HTML,
            html,
            DataFormat.PLAIN_TEXT,
            "Four five ",
            DataFormat.IMAGE,
            checkered()));
    assertEquals("Four five One.\n\nTwo.\n\nThree.", window.body());
    assertEquals(List.of(), failures);
    assertEquals(Map.of(), shelf);
  }

  @Test
  void whatHoldsNoPictureIsNotTaken() {
    assertFalse(drop("Two", Map.of(DataFormat.PLAIN_TEXT, "words")));
    assertEquals("One.\n\nTwo.\n\nThree.", window.body());
  }

  private Path picture(String name) throws IOException {
    return Files.write(folder.resolve(name), TestPictures.jpegWithMetadata(40, 30, 1));
  }

  private static WritableImage checkered() {
    WritableImage image = new WritableImage(8, 4);
    for (int i = 0; i < 32; i++) {
      image.getPixelWriter().setColor(i % 8, i / 8, i % 2 == 0 ? Color.RED : Color.BLUE);
    }
    return image;
  }

  private void paste(Map<DataFormat, Object> content) {
    run(() -> Clipboard.getSystemClipboard().setContent(content));
    press(window.scene, KeyCode.V, KeyCode.CONTROL);
  }

  /** Drops this on the words; true where the text says that it took it. */
  private boolean drop(String words, Map<DataFormat, Object> content) {
    boolean[] taken = {false};
    run(() -> {
      Surface area = window.editor.area();
      Dragboard board = DragboardHelper.createDragboard(new Offered(content));
      int at = area.getText().indexOf(words) + 1;
      Bounds character = area.getCharacterBoundsOnScreen(at, at + 1).orElseThrow();
      var where = area.screenToLocal(character.getCenterX(), character.getCenterY());
      DragEvent over = event(DragEvent.DRAG_OVER, board, where.getX(), where.getY());
      Event.fireEvent(area, over);
      DragEvent dropped = event(DragEvent.DRAG_DROPPED, board, where.getX(), where.getY());
      Event.fireEvent(area, dropped);
      taken[0] = dropped.isDropCompleted();
    });
    pulse();
    return taken[0];
  }

  private static DragEvent event(
      javafx.event.EventType<DragEvent> type, Dragboard board, double x, double y) {
    return new DragEvent(type, board, x, y, x, y, TransferMode.COPY, null, null, null);
  }
}
