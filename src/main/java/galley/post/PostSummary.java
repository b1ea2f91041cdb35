package galley.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A post as a list shows it.
 *
 * @param firstWords the standfirst, or the first 200 characters of the text without markup
 * @param words in the body
 * @param openNotes annotations that are neither resolved nor withdrawn
 */
public record PostSummary(
    UUID id,
    String slug,
    String headline,
    String firstWords,
    Stage stage,
    String section,
    List<String> tags,
    int words,
    int openNotes,
    Instant changed) {
  public PostSummary {
    tags = List.copyOf(tags);
  }

  public PostSummary withOpenNotes(int count) {
    return new PostSummary(
        id, slug, headline, firstWords, stage, section, tags, words, count, changed);
  }
}
