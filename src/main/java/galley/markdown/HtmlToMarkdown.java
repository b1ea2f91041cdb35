package galley.markdown;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Turns HTML that was written elsewhere into Markdown: what a reader sees, without its dress. The
 * words come through as they are; each block is read again to make sure. Safe to use from every
 * thread.
 */
public final class HtmlToMarkdown {
  private HtmlToMarkdown() {}

  /**
   * What HTML turned into.
   *
   * @param markdown a body; empty, or ending with a line feed
   * @param pictures in the order of the body, each written there as an image
   * @param embeds addresses of frames, films and sounds, which became links
   */
  public record Converted(String markdown, List<ConvertedPicture> pictures, List<String> embeds) {
    public Converted {
      pictures = List.copyOf(pictures);
      embeds = List.copyOf(embeds);
    }
  }

  /**
   * A picture that was found.
   *
   * @param destination as the HTML has it, and the Markdown
   * @param alt may be empty
   * @param caption the words under it, may be empty
   * @param credit who made it, where the HTML marks that; may be empty
   */
  public record ConvertedPicture(String destination, String alt, String caption, String credit) {}

  /**
   * Turns what is inside an element, a {@code body} as a rule, into Markdown. The element is not
   * changed. Scripts, styles, forms and what is hidden are left out; links that run a script become
   * words.
   */
  public static Converted convert(Element root) {
    HtmlFindings findings = new HtmlFindings();
    HtmlNotes notes = HtmlNotes.in(root);
    HtmlBlocks blocks = new HtmlBlocks(root, notes, findings);
    List<Part> parts = new ArrayList<>(blocks.of(root));
    notes.definitions().forEach((label, element) -> parts.add(blocks.note(label, element)));
    return new Converted(BlockMarkdown.write(parts), findings.pictures, findings.embeds);
  }
}
