package galley.store;

import java.util.List;

/**
 * What a full check of a library found.
 *
 * @param posts read and compared with their fingerprints
 * @param revisions read and compared with their fingerprints
 * @param events and texts of reviews, read and compared with their fingerprints
 * @param sites facts about sites, read and compared with their fingerprints
 * @param media files read and compared with their names
 * @param backups read and compared with their fingerprints
 * @param journals read to their ends
 */
public record Verification(
    int posts,
    int revisions,
    int events,
    int sites,
    int media,
    int backups,
    int journals,
    List<Problem> problems) {
  public Verification {
    problems = List.copyOf(problems);
  }
}
