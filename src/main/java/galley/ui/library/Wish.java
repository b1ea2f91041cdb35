package galley.ui.library;

import galley.post.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** What a person asks of the library pane that concerns the whole window. */
public sealed interface Wish {
  /**
   * Show this post in the editor.
   *
   * @param excerpts what a search has found in it, as {@link FirstHit#in} takes it; else empty
   */
  record Open(UUID post, List<String> excerpts) implements Wish {
    public Open {
      excerpts = List.copyOf(excerpts);
    }

    static Open of(Row row) {
      return new Open(row.post().id(), row.excerpts());
    }
  }

  /** Start a new post. */
  record Create() implements Wish {}

  record Duplicate(UUID post) implements Wish {}

  /** Move this post to the bin. */
  record Delete(UUID post) implements Wish {}

  /** Bring this post back from the bin. */
  record Restore(UUID post) implements Wish {}

  record Rename(UUID post, String headline) implements Wish {}

  /** Move these posts to a stage, as one step. */
  record Move(List<UUID> posts, Stage stage) implements Wish {
    public Move {
      posts = List.copyOf(posts);
    }
  }

  /** Bring these files into the library. */
  record BringIn(List<Path> files) implements Wish {
    public BringIn {
      files = List.copyOf(files);
    }
  }
}
