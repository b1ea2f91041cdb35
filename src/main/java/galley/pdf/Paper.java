package galley.pdf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be put on paper.
 *
 * @param html what stands in the body: one {@code h1}, pictures named as in {@code pictures}
 * @param css its look, of what CSS 2.1 knows
 * @param bookmarks the headings, in their order
 * @param pictures JPEG or PNG, by the name their {@code src} has
 */
public record Paper(
    String html, String css, About about, List<Bookmark> bookmarks, Map<String, byte[]> pictures) {
  public Paper {
    bookmarks = List.copyOf(bookmarks);
    pictures = Map.copyOf(pictures);
  }

  /**
   * What the document says of itself.
   *
   * @param title never blank
   * @param language a BCP 47 tag
   * @param changed the moment the document carries, whenever it is made
   */
  public record About(
      UUID id,
      String title,
      String language,
      List<String> authors,
      String description,
      List<String> keywords,
      Instant changed) {
    public About {
      authors = List.copyOf(authors);
      keywords = List.copyOf(keywords);
    }
  }

  /**
   * A heading that readers can go to.
   *
   * @param id of its element
   */
  public record Bookmark(int level, String text, String id) {}
}
