package galley.desk;

import galley.post.Post;
import java.nio.file.Path;

/**
 * What a file from somebody with another program brings. Nothing has been applied.
 *
 * @param post the post it is about
 * @param said what it brings of what people said
 */
public record ForeignArrival(Path file, ReviewFormat format, Post post, ReviewChanges said) {}
