package galley.export;

import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The posts of one site. The list must stay the same while a site is built; posts are asked for on
 * any thread, and only where something of them must be made anew.
 */
public interface SitePosts {
  /** Those to be published, in any order, each once. */
  List<Item> items();

  /** A whole post of the list. */
  Post post(UUID id);

  /** Addresses that readers may still have of posts that were taken down. */
  default List<Gone> gone() {
    return List.of();
  }

  /**
   * An address at which a post was taken down.
   *
   * @param path below the site's home, such as {@code opinion/the-post/}
   * @param to where it leads instead: a web address, or the id of a post of the site; where that is
   *     neither, readers are told that the post was withdrawn
   */
  record Gone(String path, String to) {}

  /** Whole posts of the list by their ids, each as {@link #post} gives it. */
  default Map<UUID, Post> posts(List<UUID> ids) {
    return ids.stream().collect(Collectors.toMap(id -> id, this::post));
  }

  /**
   * Whether a post has to wait for a later build.
   *
   * @param date the one it carries
   */
  default boolean waits(UUID id, Optional<PublicationDate> date) {
    return false;
  }

  /** The stages that may leave the desk; a post of another one is left out and named. */
  default Set<Stage> stages() {
    return Set.of(Stage.READY, Stage.PUBLISHED);
  }

  /**
   * A post as the list names it. Where version and time are those of the last build, the post says
   * what it said then.
   *
   * @param former paths below the site's home that it had before and that lead to it still, such as
   *     {@code opinion/the-old-name/}
   */
  record Item(UUID id, long version, Instant changed, List<String> former) {
    public Item {
      former = former.stream().distinct().sorted().toList();
    }

    /** A post that had no other address before. */
    public static Item of(Post post) {
      return new Item(post.id(), post.version(), post.changed(), List.of());
    }
  }

  /** A list of posts in memory, none of which had another address before. */
  static SitePosts of(List<Post> posts) {
    var byId = posts.stream().collect(Collectors.toUnmodifiableMap(Post::id, it -> it));
    List<Item> items = posts.stream().map(Item::of).toList();
    return new SitePosts() {
      @Override
      public List<Item> items() {
        return items;
      }

      @Override
      public Post post(UUID id) {
        Post post = byId.get(id);
        if (post == null) {
          throw new IllegalArgumentException("No post of this site: " + id);
        }
        return post;
      }
    };
  }
}
