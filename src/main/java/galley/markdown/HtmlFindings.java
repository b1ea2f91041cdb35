package galley.markdown;

import java.util.ArrayList;
import java.util.List;

/** What is met on the way through HTML. */
final class HtmlFindings {
  final List<HtmlToMarkdown.ConvertedPicture> pictures = new ArrayList<>();
  final List<String> embeds = new ArrayList<>();
}
