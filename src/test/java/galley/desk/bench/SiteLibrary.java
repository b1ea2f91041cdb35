package galley.desk.bench;

import galley.export.bench.BenchPosts;
import galley.post.Draft;
import galley.post.KeptSite;
import galley.post.Post;
import galley.post.Revision;
import galley.post.Site;
import galley.store.Library;
import galley.store.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes a library with a site {@code Bench} of so many posts, to measure the program itself with:
 * {@code SiteLibrary <posts> <folder>}. Where the folder has a library already, one line is added
 * to one of its posts.
 */
final class SiteLibrary {
  private static final int AT_ONCE = 500;

  private SiteLibrary() {}

  public static void main(String[] arguments) {
    int posts = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    if (Files.exists(folder)) {
      change(folder, "post-" + posts / 2);
    } else {
      fill(folder, posts);
    }
  }

  private static void change(Path folder, String slug) {
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      Post post = library.find(slug).orElseThrow();
      Draft draft = post.draft().withBody(post.body() + "\nOne more line.\n");
      library.save(
          new Post(post.id(), draft, post.version(), post.created(), post.changed()),
          Revision.Kind.AUTOSAVED,
          "");
    }
  }

  private static void fill(Path folder, int posts) {
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.creating())) {
      for (int i = 0; i < posts; i += AT_ONCE) {
        List<Draft> drafts = new ArrayList<>();
        for (int k = i; k < Math.min(posts, i + AT_ONCE); k++) {
          drafts.add(BenchPosts.draft(k));
        }
        library.create(drafts, Revision.Kind.IMPORTED);
      }
      Site site = Site.of(UUID.randomUUID(), "Bench", "https://example.org/", "en");
      library.sites().create(KeptSite.of(site, true));
    }
  }
}
