package galley.desk;

import galley.intake.ImportNote;
import galley.intake.Refusal;
import java.util.List;
import java.util.UUID;

/**
 * What came of bringing posts in.
 *
 * @param posts that are in the library now, in the order of their files
 * @param refused what could not come in, each with the reason
 * @param notes about what was passed over in folders and archives
 */
public record ImportReport(List<Imported> posts, List<Refusal> refused, List<ImportNote> notes) {
  public ImportReport {
    posts = List.copyOf(posts);
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
  }

  /**
   * One post that came in.
   *
   * @param from the file it was read from
   * @param notes what was understood, changed and set aside
   */
  public record Imported(
      UUID id, String slug, String headline, String from, List<ImportNote> notes) {
    public Imported {
      notes = List.copyOf(notes);
    }
  }
}
