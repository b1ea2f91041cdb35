package galley.desk;

import java.util.List;

/**
 * What becomes of files somewhere: those that are new there, change and go, by path, and how many
 * stay as they are.
 */
public record SiteChange(List<String> add, List<String> change, List<String> remove, int same) {
  public SiteChange {
    add = List.copyOf(add);
    change = List.copyOf(change);
    remove = List.copyOf(remove);
  }

  public boolean isNothing() {
    return add.isEmpty() && change.isEmpty() && remove.isEmpty();
  }
}
