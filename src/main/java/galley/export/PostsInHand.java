package galley.export;

import galley.post.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The posts of a build, read in groups. One that was read for the lists is wanted once more for its
 * page; as many as fit are kept until then. Any thread.
 */
final class PostsInHand {
  /** How many posts are asked for at once. */
  static final int AT_ONCE = 16;

  private static final long MOST_CHARACTERS = 24L << 20;

  private final SitePosts posts;
  private final Map<UUID, Post> kept = new ConcurrentHashMap<>();
  private final AtomicLong characters = new AtomicLong();

  PostsInHand(SitePosts posts) {
    this.posts = posts;
  }

  /** Reads posts and keeps what fits. */
  Map<UUID, Post> read(List<UUID> ids) {
    Map<UUID, Post> read = posts.posts(ids);
    read.values()
        .forEach(post -> {
          int length = post.body().length();
          if (characters.addAndGet(length) <= MOST_CHARACTERS) {
            kept.put(post.id(), post);
          } else {
            characters.addAndGet(-length);
          }
        });
    return read;
  }

  /** Posts for the last time; they are kept no longer. */
  Map<UUID, Post> take(List<UUID> ids) {
    Map<UUID, Post> taken = new HashMap<>();
    List<UUID> others = new ArrayList<>();
    for (UUID id : ids) {
      Post post = kept.remove(id);
      if (post == null) {
        others.add(id);
      } else {
        characters.addAndGet(-post.body().length());
        taken.put(id, post);
      }
    }
    if (!others.isEmpty()) {
      taken.putAll(posts.posts(others));
    }
    return taken;
  }
}
