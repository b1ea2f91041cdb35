package galley.desk;

import galley.post.Draft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A process that types into a post until it is killed. It waits for a line on its input, and
 * begins; at another one it ends. Each line {@code saved N} that it prints is a promise: the
 * session called the text that ends in word N saved, and nothing had been typed since.
 */
final class Typist {
  static final Autosave.Pauses QUICK = new Autosave.Pauses(4, 20, 25, 50);
  private static final int ENOUGH = 150; // words, then the text begins anew
  private static final String WORD = " word-";

  private Typist() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    say("ready");
    String[] go = in.readLine().split("\t");
    Thread orphan = new Thread(() -> endWithTheParent(in));
    orphan.setDaemon(true);
    orphan.start();
    type(Path.of(go[0]), UUID.fromString(go[1]));
  }

  /** The text that ends in this word. */
  static String text(long word) {
    StringBuilder text = new StringBuilder();
    for (long i = Math.max(1, word - word % ENOUGH); i <= word; i++) {
      text.append(WORD).append(i);
    }
    return text.toString();
  }

  static long last(String body) {
    int at = body.lastIndexOf(WORD);
    return at < 0 ? 0 : Long.parseLong(body.substring(at + WORD.length()));
  }

  private static void type(Path library, UUID id) {
    Desk desk = Desk.open(library, Clock.systemUTC(), DeskOptions.existing(), QUICK);
    DraftSession session = desk.open(id).join();
    long[] word = {last(session.post().body())};
    Draft start = session.post().draft();
    session.attach(
        Runnable::run,
        () -> {
          synchronized (word) {
            return start.withBody(text(word[0]));
          }
        });
    say("open " + word[0]);
    for (int burst = 1; ; burst++) {
      for (int i = 0; i <= burst % 5; i++) {
        synchronized (word) {
          word[0]++;
        }
        session.changed();
      }
      if (burst % 3 == 0) {
        session.flushed().join();
      } else {
        saved(session).join();
      }
      say("saved " + word[0]);
    }
  }

  private static CompletableFuture<Void> saved(DraftSession session) {
    CompletableFuture<Void> saved = new CompletableFuture<>();
    Runnable stop =
        session.onState(state -> {
          if (state.kind() == SaveState.Kind.SAVED) {
            saved.complete(null);
          }
        });
    if (session.state().kind() == SaveState.Kind.SAVED) {
      saved.complete(null);
    }
    return saved.whenComplete((done, failure) -> stop.run());
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void endWithTheParent(BufferedReader in) {
    try {
      if (in.readLine() != null) {
        System.exit(0); // asked to end
      }
    } catch (IOException e) {
      System.err.println(e);
    }
    Runtime.getRuntime().halt(0);
  }
}
