package galley.store;

/** Hears how far long work has come; called on the thread that does the work. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress SILENT = (done, total) -> {};

  void at(long done, long total);
}
