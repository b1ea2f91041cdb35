package galley.intake;

import galley.post.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A post that is about to come into the library.
 *
 * @param draft what it says; its image references hold words, and nothing yet about their files
 *     unless it comes from an archive of Galley's own
 * @param pictures the files found for its image references
 * @param from the file it was read from, as a person would name it
 * @param notes what was understood, changed and set aside
 * @param archive the {@code post.json} it was read from, where it comes from an archive of Galley's
 *     own
 * @param original the file with its first bytes, where the text that came in can't give them back:
 *     another encoding, control characters, a web page
 */
public record Incoming(
    Draft draft,
    List<IncomingPicture> pictures,
    String from,
    List<ImportNote> notes,
    Optional<String> archive,
    Optional<Path> original) {
  public Incoming {
    pictures = List.copyOf(pictures);
    notes = List.copyOf(notes);
  }
}
