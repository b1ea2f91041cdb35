package galley.intake;

/** Hears how far a reading has come, on the thread that reads. */
@FunctionalInterface
public interface Progress {
  /**
   * Called before each file. To stop the reading, throw {@link
   * java.util.concurrent.CancellationException}: it leaves {@link Intake#read} as it is.
   *
   * @param what the file that is next
   * @param done files read
   * @param total files in all
   */
  void report(String what, long done, long total);
}
