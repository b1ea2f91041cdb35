package galley.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened when a library was opened.
 *
 * @param created whether it is new
 * @param sentences what a person should know, empty on an ordinary day
 * @param postsBroughtBack posts that got text from their journals
 * @param wordsBroughtBack words in those posts
 * @param setAside where a database that would not open lies now
 * @param restoredFrom the backup that took its place
 */
public record Opening(
    boolean created,
    List<String> sentences,
    int postsBroughtBack,
    int wordsBroughtBack,
    Optional<Path> setAside,
    Optional<Path> restoredFrom) {
  public Opening {
    sentences = List.copyOf(sentences);
  }

  /** The same with one more thing to be known first. */
  Opening saying(String sentence) {
    List<String> all = new ArrayList<>(List.of(sentence));
    all.addAll(sentences);
    return new Opening(created, all, postsBroughtBack, wordsBroughtBack, setAside, restoredFrom);
  }
}
