package galley.publish;

import java.util.List;

/**
 * What stands on a host beside what Galley left there.
 *
 * @param asLeft how many files are as Galley left them
 * @param changed paths whose content is another
 * @param missing paths that are no longer there
 * @param foreign paths that Galley did not put there
 */
public record Survey(int asLeft, List<String> changed, List<String> missing, List<String> foreign) {
  public Survey {
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
    foreign = List.copyOf(foreign);
  }
}
