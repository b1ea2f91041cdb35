package galley.ui.preview;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.spi.URLStreamHandlerProvider;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The addresses {@code galley://<shelf>/<name>} by which a previewed page gets its pictures, and
 * nothing else.
 *
 * <p>The JDK makes this object by itself and WebView knows addresses only as text, so the shelves
 * in use have to be found from a static map. This is the only place that keeps one; a shelf leaves
 * it with its preview. Any thread.
 */
public final class PageScheme extends URLStreamHandlerProvider {
  static final String NAME = "galley";
  private static final Map<String, PageShelf> SHELVES = new ConcurrentHashMap<>();

  /** Puts a shelf up under an address nobody can guess. */
  static String open(PageShelf shelf) {
    String name = UUID.randomUUID().toString();
    SHELVES.put(name, shelf);
    return NAME + "://" + name + "/";
  }

  static void close(String address) {
    SHELVES.remove(address.substring((NAME + "://").length(), address.length() - 1));
  }

  @Override
  public @Nullable URLStreamHandler createURLStreamHandler(String protocol) {
    return NAME.equals(protocol) ? new Handler() : null;
  }

  private static final class Handler extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) {
      return new Item(url);
    }
  }

  private static final class Item extends URLConnection {
    private PageShelf.@Nullable Item item;

    Item(URL url) {
      super(url);
    }

    @Override
    public void connect() throws IOException {
      found();
    }

    private PageShelf.Item found() throws IOException {
      PageShelf.Item known = item;
      if (known == null) {
        PageShelf shelf = SHELVES.get(url.getHost());
        String path = url.getPath();
        Optional<PageShelf.Item> lying =
            shelf == null || !path.startsWith("/")
                ? Optional.empty()
                : shelf.item(path.substring(1));
        known = lying.orElseThrow(() -> new FileNotFoundException(url.toString()));
        item = known;
        connected = true;
      }
      return known;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new ByteArrayInputStream(found().bytes());
    }

    @Override
    public String getContentType() {
      PageShelf.Item known = item;
      return known == null ? "application/octet-stream" : known.type();
    }

    @Override
    public long getContentLengthLong() {
      PageShelf.Item known = item;
      return known == null ? -1 : known.bytes().length;
    }

    @Override
    public int getContentLength() {
      return (int) getContentLengthLong();
    }
  }
}
