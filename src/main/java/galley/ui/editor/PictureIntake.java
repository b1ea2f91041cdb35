package galley.ui.editor;

import galley.asset.Messages;
import galley.desk.DeskException;
import galley.post.ImageRef;
import galley.ui.kit.Fx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javax.imageio.ImageIO;

/**
 * Takes pictures that are dropped or pasted: files, and picture data as browsers and screenshot
 * tools offer it. An address alone is never followed, for that would be a remote request; the
 * person is told what to do instead. On the JavaFX thread; reading is done in the background.
 */
final class PictureIntake {
  private static final Pattern EXTENSION =
      Pattern.compile("(?i).*\\.(jpe?g|png|gif|webp|svg|bmp|tiff?|avif|heic)");
  private static final Pattern DATA =
      Pattern.compile(
          "(?i)src=[\"']data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\\s]+)[\"']");

  private static final Pattern REMOTE =
      Pattern.compile("(?is)<img\\b[^>]*?\\bsrc\\s*=\\s*[\"']?https?://([^/\"'\\s>]+)");

  private final Surface area;
  private final Images images;
  private final Executor background;
  private Consumer<ImageRef> added = image -> {};
  private Consumer<Throwable> failed = failure -> {};

  PictureIntake(Surface area, Images images, Executor background) {
    this.area = area;
    this.images = images;
    this.background = background;
  }

  /** Tells of each picture that stands in the body now, and of each that could not be taken. */
  void install(Consumer<ImageRef> whenAdded, Consumer<Throwable> whenFailed) {
    added = whenAdded;
    failed = whenFailed;
    area.setOnDragOver(event -> {
      if (offersPicture(event.getDragboard())) {
        event.acceptTransferModes(TransferMode.COPY);
        area.displaceCaret(area.hit(event.getX(), event.getY()).getInsertionIndex());
        event.consume();
      }
    });
    area.setOnDragExited(_ -> area.displaceCaret(area.getCaretPosition()));
    area.setOnDragDropped(this::dropped);
    area.onPaste(this::paste);
  }

  private void dropped(DragEvent event) {
    if (!offersPicture(event.getDragboard())) {
      return;
    }
    int at = area.hit(event.getX(), event.getY()).getInsertionIndex();
    event.setDropCompleted(take(event.getDragboard(), at) || refuse(event.getDragboard()));
    event.consume();
  }

  /** Takes the pictures the clipboard holds; false where it holds none. */
  private boolean paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    // Text with a picture of itself beside it, as office programs offer, is meant as text.
    boolean text = clipboard.hasString() && !clipboard.getString().isBlank();
    if (offered(clipboard).isEmpty() && (text || !clipboard.hasImage())) {
      return refuse(clipboard);
    }
    return take(clipboard, area.getCaretPosition());
  }

  private static boolean offersPicture(Dragboard board) {
    return !offered(board).isEmpty()
        || board.hasImage()
        || board.hasHtml() && DATA.matcher(board.getHtml()).find()
        || !local(board).isEmpty()
        || remote(board).isPresent();
  }

  /** The host of a picture that is offered by its address only. */
  private static Optional<String> remote(Clipboard board) {
    String text = board.hasString() ? board.getString().strip() : "";
    boolean words = !text.isEmpty() && !text.matches("(?i)https?://\\S+");
    Matcher image = REMOTE.matcher(board.hasHtml() && !words ? board.getHtml() : "");
    return image.find() ? Optional.of(image.group(1)) : Optional.empty();
  }

  /** Says that a picture is not fetched, where one is offered by its address only. */
  private boolean refuse(Clipboard board) {
    Optional<String> host = remote(board);
    host.ifPresent(
        name -> failed.accept(new DeskException(Messages.text("editor.picture.remote", name))));
    return host.isPresent();
  }

  private static List<Path> offered(Clipboard board) {
    return board.hasFiles() ? pictures(board.getFiles()) : List.of();
  }

  static List<Path> pictures(List<File> files) {
    return files.stream()
        .filter(file -> EXTENSION.matcher(file.getName()).matches())
        .map(File::toPath)
        .toList();
  }

  private static List<Path> local(Clipboard board) {
    String address = board.hasUrl() ? board.getUrl() : "";
    if (!address.toLowerCase(Locale.ROOT).startsWith("file:")) {
      return List.of();
    }
    try {
      return pictures(List.of(Path.of(URI.create(address)).toFile()));
    } catch (IllegalArgumentException e) {
      return List.of(); // not an address of a file here
    }
  }

  private boolean take(Clipboard board, int at) {
    List<Path> files = new ArrayList<>(offered(board));
    if (files.isEmpty()) {
      files.addAll(local(board));
    }
    if (!files.isEmpty()) {
      files(files, at);
      return true;
    }
    if (board.hasHtml()) {
      Matcher data = DATA.matcher(board.getHtml());
      if (data.find()) {
        byte[] bytes = Base64.getMimeDecoder().decode(data.group(2));
        String kind = data.group(1).toLowerCase(Locale.ROOT);
        add(images.store().add(bytes, "picture." + (kind.equals("jpeg") ? "jpg" : kind)), at);
        return true;
      }
    }
    Image image = board.getImage();
    if (image == null || image.getWidth() < 1) {
      return false;
    }
    PictureStore store = images.store();
    add(
        CompletableFuture.supplyAsync(() -> png(image), background)
            .thenCompose(bytes -> store.add(bytes, "picture.png")),
        at);
    return true;
  }

  /** Takes files one after the other, so that they stand in the order they were given. */
  void files(List<Path> files, int at) {
    if (files.isEmpty()) {
      return;
    }
    Path first = files.getFirst();
    PictureStore store = images.store();
    Fx.deliver(
        CompletableFuture.supplyAsync(() -> Files.isRegularFile(first), background)
            .thenCompose(_ -> store.add(first)),
        image -> files(files.subList(1, files.size()), insert(image, at)),
        failure -> {
          failed.accept(failure);
          files(files.subList(1, files.size()), at);
        });
  }

  private void add(CompletableFuture<ImageRef> picture, int at) {
    Fx.deliver(picture, image -> insert(image, at), failed);
  }

  /**
   * Puts a picture on a line of its own near an offset.
   *
   * @return the offset after it
   */
  int insert(ImageRef image, int wanted) {
    images.put(image);
    int at = Math.clamp(wanted, 0, area.getLength());
    int number = area.lineOf(at);
    String line = area.line(number);
    int start = area.getAbsolutePosition(number, 0);
    int place = line.isBlank() || at == start ? start : start + line.length();
    boolean above = number > 0 && !area.line(number - 1).isBlank();
    boolean below =
        place == start
            ? !line.isBlank()
            : number + 1 < area.getParagraphs().size() && !area.line(number + 1).isBlank();
    String before = place == start ? above ? "\n" : "" : "\n\n";
    String after =
        place == start
            ? line.isBlank()
                    && number + 1 < area.getParagraphs().size()
                    && !area.line(number + 1).isBlank()
                ? "\n"
                : below ? "\n\n" : ""
            : below ? "\n" : "";
    String source = PictureLine.source(image.file());
    area.getUndoManager().preventMerge();
    area.insertText(place, before + source + after);
    area.getUndoManager().preventMerge();
    int end = place + before.length() + source.length();
    area.moveTo(end);
    added.accept(image);
    return end;
  }

  private static byte[] png(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(copy, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
