package galley.ui.history;

import galley.post.Draft;
import galley.post.Revision;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the history pane asks for; each answer may come on any thread.
 *
 * @param list all revisions of a post
 * @param read the draft a revision kept
 * @param now the post's text as it stands, unsaved words included; asked on the JavaFX thread
 * @param name gives a revision a name, or the post as it stands
 * @param restore makes a kept draft the newest revision, after the text as it stands was kept too
 */
public record Revisions(
    Function<UUID, CompletableFuture<List<Revision>>> list,
    Function<UUID, CompletableFuture<Draft>> read,
    Supplier<Draft> now,
    Function<Naming, ? extends CompletableFuture<?>> name,
    Function<UUID, ? extends CompletableFuture<?>> restore) {

  /**
   * A name that is given.
   *
   * @param revision what gets it; empty for the post as it stands
   */
  public record Naming(UUID post, Optional<UUID> revision, String name) {}
}
