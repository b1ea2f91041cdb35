package galley.desk;

import galley.post.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Suggests by writing, over and over, until it is killed or another byte comes on its input. It
 * waits for the first byte, and says which word is safe.
 */
final class SuggesterAtWork {
  /** What a suggested word begins with; its number follows. */
  static final String WORD = "word-";

  private SuggesterAtWork() {}

  /** A library, the post, and the number of the first word. */
  public static void main(String[] arguments) throws IOException {
    if (System.in.read() < 0) {
      return;
    }
    long word = Long.parseLong(arguments[2]);
    UUID post = UUID.fromString(arguments[1]);
    try (Desk desk = Desk.open(Path.of(arguments[0]), Clock.systemUTC(), DeskOptions.existing())) {
      System.out.println("at work");
      try (DraftSession session = desk.open(post).join()) {
        while (System.in.available() == 0) {
          word = suggest(session, word);
        }
      }
    }
  }

  /** Writes some words, each at the end of a line of its own, and ends. */
  private static long suggest(DraftSession session, long first) {
    Suggesting suggesting = session.review().suggesting();
    suggesting.pickUp().join();
    Texts base = Texts.of(session.latest());
    AtomicReference<Texts> shown = new AtomicReference<>(base);
    OpenBranch branch = suggesting.begin(base);
    branch.attach(Runnable::run, shown::get);
    long word = first;
    for (int i = 0; i < 4; i++) {
      String now = " " + WORD + ++word;
      Texts before = shown.get();
      shown.set(new Texts(base.headline() + now, before.standfirst(), before.body() + now));
      branch.changed();
      branch.flushed().join();
      System.out.println("kept " + word);
    }
    branch.end().join();
    System.out.println("suggested " + word);
    return word;
  }
}
