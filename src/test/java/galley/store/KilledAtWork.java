package galley.store;

import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Migrates, backs up, changes a site or takes pictures in, over and over, until it is killed or
 * another byte comes on its input. It waits for the first byte, and says when it is at work.
 */
public final class KilledAtWork {
  static final Migrations NEXT =
      new Migrations(
          List.of(
              Migrations.Step.of("001-library"),
              Migrations.Step.of("002-review"),
              Migrations.Step.of("003-sites"),
              new Migrations.Step(
                  4, "004-next", "ALTER TABLE post ADD COLUMN colour VARCHAR(10);")));

  private KilledAtWork() {}

  public static void main(String[] arguments) throws IOException {
    if (System.in.read() < 0) {
      return;
    }
    Path folder = Path.of(arguments[0]);
    switch (arguments[1]) {
      case "migrate" -> migrate(folder);
      case "backup" -> backup(folder);
      case "sites" -> sites(folder);
      default -> pictures(folder);
    }
  }

  private static void migrate(Path folder) {
    Seams seams = new Seams(new Disk(), "file", NEXT);
    System.out.println("at work");
    Library.open(folder, Clock.systemUTC(), OpenOptions.existing(), seams).close();
  }

  private static void backup(Path folder) throws IOException {
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      Post post = library.find("post-0").orElseThrow();
      System.out.println("at work");
      for (int i = 0; System.in.available() == 0; i++) {
        post = library.save(LibraryTest.edited(post, i), Revision.Kind.AUTOSAVED, "");
        library.backups().make();
        System.out.println("a backup");
      }
    }
  }

  private static void sites(Path folder) throws IOException {
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      UUID first = SitesTest.made(library, "First").site().id();
      UUID second = SitesTest.made(library, "Second").site().id();
      List<UUID> posts = library.posts().stream().map(PostSummary::id).toList();
      System.out.println("at work");
      for (int i = 0; System.in.available() == 0; i++) {
        String number = String.valueOf(i);
        library.sites().change(first, kept -> SitesTest.described(kept, number));
        library.sites().join(i % 2 == 0 ? second : first, posts);
        library.sites().note(second, List.of(new SiteFact("release", number, "{}")));
        System.out.println("a site");
      }
    }
  }

  private static void pictures(Path folder) throws IOException {
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      Post post = library.find("post-0").orElseThrow();
      System.out.println("at work");
      for (long i = System.nanoTime(); System.in.available() == 0; i++) {
        byte[] picture = ("picture " + i + " ").repeat(20_000).getBytes(StandardCharsets.UTF_8);
        String hash = library.media().put(picture, "png");
        ImageRef image =
            ImageRef.place("media/a.png").withPicture(hash, "a.png", picture.length, 1, 1);
        Draft draft = post.draft().withImages(List.of(image));
        Post edited = new Post(post.id(), draft, post.version(), post.created(), post.changed());
        post = library.save(edited, Revision.Kind.AUTOSAVED, "");
        System.out.println("a picture");
      }
    }
  }
}
