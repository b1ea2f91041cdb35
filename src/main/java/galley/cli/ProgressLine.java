package galley.cli;

import galley.desk.Progress;
import java.io.PrintStream;
import java.util.function.Consumer;

/** One line on the terminal that is written over as work goes on, and gone at its end. */
final class ProgressLine implements Consumer<Progress> {
  private static final int WIDTH = 76;
  private final PrintStream err;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  @Override
  public void accept(Progress now) {
    if (now.total() > 0 && now.done() >= now.total()) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
    } else {
      String count = now.total() > 0 ? now.done() * 100 / now.total() + " % " : "";
      String line = count + now.what().replaceAll("\\p{Cntrl}", " ");
      String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
      err.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
    }
    err.flush();
  }
}
