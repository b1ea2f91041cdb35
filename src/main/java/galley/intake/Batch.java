package galley.intake;

import java.util.List;

/**
 * What came of one reading.
 *
 * @param posts what can become posts, in the order of their files
 * @param refused what can't, each with the reason
 * @param notes about what was passed over in folders and archives
 */
public record Batch(List<Incoming> posts, List<Refusal> refused, List<ImportNote> notes) {
  public Batch {
    posts = List.copyOf(posts);
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
  }
}
