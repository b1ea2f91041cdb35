package galley.store;

import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Writes into a library until it is killed, and says what has been acknowledged. */
public final class KillLoopChild {
  private KillLoopChild() {}

  public static void main(String[] arguments) throws IOException {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      if (System.in.read() < 0) { // ready; the parent says when to go
        return;
      }
      Library library =
          Library.open(Path.of(arguments[0]), Clock.systemUTC(), OpenOptions.existing());
      Post post = library.find(KillLoop.SLUG).orElseThrow();
      Journal journal = library.journal(post.id());
      long number = KillLoop.number(post.body());
      while (System.in.available() == 0) {
        number++;
        Draft draft = post.draft().withBody(KillLoop.body(number));
        journal.append(draft);
        say(out, KillLoop.NOTED + number);
        Post edited = new Post(post.id(), draft, post.version(), post.created(), post.changed());
        post = library.save(edited, Revision.Kind.AUTOSAVED, "");
        say(out, KillLoop.SAVED + number);
      }
    }
  }

  private static void say(FileOutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII)); // one write, nothing buffered
  }
}
