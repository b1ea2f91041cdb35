package galley.store.bench;

import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.store.Library;
import galley.store.OpenOptions;
import galley.store.Progress;
import galley.store.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures opening a library of many posts to its list, and what else takes time in one. Arguments:
 * folder, posts, words a post.
 */
public final class OpenBench {
  private OpenBench() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int posts = Integer.parseInt(arguments[1]);
    int words = Integer.parseInt(arguments[2]);
    if (!Files.exists(folder.resolve("galley.mv.db"))) {
      fill(folder, posts, words);
    }
    long[] open = new long[5];
    for (int i = 0; i < open.length; i++) {
      long start = System.nanoTime();
      try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
        int listed = library.posts().size();
        open[i] = System.nanoTime() - start;
        System.out.printf("open %d posts to the list: %d ms%n", listed, open[i] / 1_000_000);
      }
    }
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      saves(library);
      timed("first search, index caught up", () -> library.search().find("ferry harb", 20));
      timed("search", () -> library.search().find("ferry harb", 20));
      timed("search for a phrase", () -> library.search().find("\"the harbour\"", 20));
      timed("backup, verified", library.backups()::make);
      timed("verify", () -> library.verify(Progress.SILENT));
    }
    System.out.printf("database: %d MB%n", Files.size(folder.resolve("galley.mv.db")) >> 20);
  }

  private static void fill(Path folder, int posts, int words) {
    long start = System.nanoTime();
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.creating())) {
      for (int i = 0; i < posts; i += 500) {
        List<Draft> drafts = new ArrayList<>();
        for (int k = i; k < Math.min(posts, i + 500); k++) {
          drafts.add(Sample.draft(k, words));
        }
        library.create(drafts, Revision.Kind.IMPORTED);
      }
      library.backups().make();
      library.create(Sample.draft(posts, words), Revision.Kind.CREATED);
      library.backups().make();
    }
    System.out.printf("filled in %d ms%n", (System.nanoTime() - start) / 1_000_000);
  }

  private static void saves(Library library) {
    Post post = library.find("post-1").orElseThrow();
    long[] times = new long[200];
    for (int i = 0; i < times.length; i++) {
      Draft draft = post.draft().withBody(post.body() + " more");
      long start = System.nanoTime();
      library.journal(post.id()).append(draft);
      long noted = System.nanoTime();
      post =
          library.save(
              new Post(post.id(), draft, post.version(), post.created(), post.changed()),
              Revision.Kind.AUTOSAVED,
              "");
      times[i] = noted - start;
      if (i == times.length - 1) {
        System.out.printf("one save: %.1f ms%n", (System.nanoTime() - noted) / 1e6);
      }
    }
    Arrays.sort(times);
    System.out.printf(
        "journal, forced: median %.2f ms, p99 %.2f ms%n", times[100] / 1e6, times[197] / 1e6);
  }

  private static void timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }
}
