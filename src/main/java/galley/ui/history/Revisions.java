package galley.ui.history;

import galley.post.Draft;
import galley.post.Revision;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the history pane asks for; each answer may come on any thread.
 *
 * @param list all revisions of a post
 * @param read the draft a revision kept
 * @param now the post's text as it stands, unsaved words included; asked on the JavaFX thread
 * @param milestone keeps the post as it stands under a name
 * @param restore makes a kept draft the newest revision, after the text as it stands was kept too
 */
public record Revisions(
    Function<UUID, CompletableFuture<List<Revision>>> list,
    Function<UUID, CompletableFuture<Draft>> read,
    Supplier<Draft> now,
    BiFunction<UUID, String, ? extends CompletableFuture<?>> milestone,
    Function<UUID, ? extends CompletableFuture<?>> restore) {}
