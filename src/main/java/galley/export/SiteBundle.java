package galley.export;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A site that was built.
 *
 * @param bundle its files; their content lies in the build folder and is that of the last build
 * @param made how many files were written anew
 * @param kept how many were as they are to be already
 * @param paths where each post lies, below the site's home
 * @param heldBack headlines of posts whose stage may not leave the desk
 */
public record SiteBundle(
    Bundle bundle, int made, int kept, Map<UUID, String> paths, List<String> heldBack) {
  public SiteBundle {
    paths = Map.copyOf(paths);
    heldBack = List.copyOf(heldBack);
  }
}
