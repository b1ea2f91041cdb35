package galley.export;

import galley.images.Pictures;
import galley.post.Post;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes pages to be looked at: {@code Look <folder>}. */
final class Look {
  private Look() {}

  public static void main(String[] args) throws Exception {
    Path into = Path.of(args[0]);
    Files.createDirectories(into);
    Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
    Samples samples = new Samples(Files.createDirectories(into.resolve("samples")));
    Post full = samples.full();
    BundleWriter.folder(bundles.html(full, samples::find), into);
    BundleWriter.file(bundles.single(full, samples::find), into);
    System.setProperty("galley.shared", args[1]);
    try (Corpus corpus = new Corpus(into.resolve("scratch"))) {
      for (Post post : corpus.posts()) {
        boolean pictures = post.draft().images().stream().anyMatch(image -> !image.isPlace());
        if (pictures
            || post.body().contains("|--")
            || List.of("micro", "kanban").stream().anyMatch(post.slug()::contains)) {
          System.out.println(post.slug() + " " + post.draft().images());
          BundleWriter.folder(bundles.html(post, corpus::find), into);
        }
      }
    }
  }
}
