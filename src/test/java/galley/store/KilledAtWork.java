package galley.store;

import galley.post.Post;
import galley.post.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Migrates, backs up or takes pictures in, over and over, until it is killed. */
public final class KilledAtWork {
  static final Migrations NEXT =
      new Migrations(
          List.of(
              Migrations.Step.of("001-library"),
              new Migrations.Step(
                  2, "002-next", "ALTER TABLE post ADD COLUMN colour VARCHAR(10);")));

  private KilledAtWork() {}

  public static void main(String[] arguments) throws IOException {
    if (System.in.read() < 0) {
      return;
    }
    Path folder = Path.of(arguments[0]);
    switch (arguments[1]) {
      case "migrate" -> migrate(folder);
      case "backup" -> backup(folder);
      default -> pictures(folder);
    }
  }

  private static void migrate(Path folder) {
    Seams seams = new Seams(new Disk(), "file", NEXT);
    Library.open(folder, Clock.systemUTC(), OpenOptions.existing(), seams).close();
  }

  private static void backup(Path folder) {
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      Post post = library.find("post-0").orElseThrow();
      for (int i = 0; ; i++) {
        post = library.save(LibraryTest.edited(post, i), Revision.Kind.AUTOSAVED, "");
        library.backups().make();
      }
    }
  }

  private static void pictures(Path folder) {
    try (Library library = Library.open(folder, Clock.systemUTC(), OpenOptions.existing())) {
      for (long i = System.nanoTime(); ; i++) {
        byte[] picture = ("picture " + i + " ").repeat(20_000).getBytes(StandardCharsets.UTF_8);
        library.media().put(picture, "png");
      }
    }
  }
}
