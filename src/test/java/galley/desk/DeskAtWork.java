package galley.desk;

import galley.post.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Brings posts in or lets one leave, over and over, until it is killed or another byte comes on its
 * input. It waits for the first byte, and says when it is at work.
 */
final class DeskAtWork {
  /** What the body of the post that leaves begins with; the number of its export comes after it. */
  static final String ROUND = "Round ";

  private DeskAtWork() {}

  /** A library, what to do, and where posts come from or go to. */
  public static void main(String[] arguments) throws IOException {
    if (System.in.read() < 0) {
      return;
    }
    Path place = Path.of(arguments[2]);
    try (Desk desk = Desk.open(Path.of(arguments[0]), Clock.systemUTC(), DeskOptions.existing())) {
      System.out.println("at work");
      for (long round = ProcessHandle.current().pid(); System.in.available() == 0; round++) {
        if (arguments[1].equals("import")) {
          desk.importing().bring(List.of(place), step -> said()).join();
        } else {
          export(desk, place, round);
        }
      }
    }
  }

  private static void export(Desk desk, Path into, long round) {
    var post = desk.posts().join().getFirst().id();
    String body = ROUND + round + "\n\n![The quay](media/a.jpg)\n\n" + "Words. ".repeat(2000);
    desk.change(post, draft -> draft.withBody(body), Revision.Kind.AUTOSAVED).join();
    said();
    for (ExportRequest request : List.of(ExportRequest.html(), ExportRequest.single())) {
      ExportPlan plan = desk.exporting().plan(post, request).join();
      boolean zip = request.format() == ExportRequest.Format.HTML && round % 2 == 0;
      said();
      desk.exporting().write(plan, into, zip, Optional.of("It has to go out")).join();
    }
  }

  private static void said() {
    System.out.println("a step");
  }
}
