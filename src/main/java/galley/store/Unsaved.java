package galley.store;

import galley.post.Post;

/**
 * A post that is to be saved together with others.
 *
 * @param post with the version that was read
 * @param more what was said about it, which is kept with it
 */
public record Unsaved(Post post, Reviewed more) {}
