package galley.desk;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** Something a window wants to hear of. Told on a background thread. */
public sealed interface DeskEvent {
  /** These posts were made, changed, binned or brought back; lists should be read again. */
  record PostsChanged(Set<UUID> posts) implements DeskEvent {}

  /** A site was made, changed or removed, or posts came to it or left. */
  record SitesChanged() implements DeskEvent {}

  /** A backup was made and its copy was checked. */
  record BackedUp(Path file) implements DeskEvent {}

  /** Something went wrong in the background; one plain sentence. */
  record Trouble(String message) implements DeskEvent {}

  /** Work in the background has begun, gone on or ended. */
  record Working(Job job) implements DeskEvent {}
}
