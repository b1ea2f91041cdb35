package galley.ui.preview;

import galley.export.Page;
import galley.export.PageLinks;
import galley.export.PictureFiles;
import galley.export.Theme;
import galley.markdown.ParsedBody;
import galley.post.ImageRef;
import galley.post.Post;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes pages as an export does, with addresses that only the preview can follow. Any thread. */
final class Pages {
  private final Theme theme;
  private final PageLinks links;

  private Pages(Theme theme, String address) {
    this.theme = theme;
    links = new ShelfLinks(address);
  }

  /**
   * @param address where the shelf of pictures and fonts is
   */
  static BiFunction<Post, ParsedBody, PageSheet> at(Theme theme, String address) {
    return new Pages(theme, address)::page;
  }

  private PageSheet page(Post post, ParsedBody body) {
    Page page = Page.of(post, body, theme, links);
    String before = page.before();
    int root = before.indexOf("<html");
    String after = page.after();
    return new PageSheet(
        before.substring(root, before.indexOf('>', root) + 1),
        page.css(),
        before.substring(before.indexOf("<body>") + "<body>".length()),
        page.blocks().stream()
            .map(block -> new PageSheet.Block(block.html(), block.firstLine(), block.lastLine()))
            .toList(),
        after.substring(0, after.indexOf("</body>")));
  }

  private record ShelfLinks(String at) implements PageLinks {
    @Override
    public Optional<PictureFiles> picture(ImageRef image) {
      return image
          .sha256()
          .map(hash ->
              PictureFiles.of(
                  at + "media/" + hash, Math.max(1, image.width()), Math.max(1, image.height())));
    }

    @Override
    public Optional<String> styleSheet() {
      return Optional.empty();
    }

    @Override
    public String font(String name) {
      return at + "fonts/" + name;
    }

    @Override
    public String sources() {
      return PageScheme.NAME + ":";
    }
  }
}
