package galley.publish;

import java.io.IOException;

/** Steps with this computer's own files, whose failures are told from those of a host. */
final class Own {
  private Own() {}

  /** A step that gives something. */
  interface Step<T> {
    T run() throws IOException;
  }

  /** A step that gives nothing. */
  interface Action {
    void run() throws IOException;
  }

  /** What this computer's own files could not do. */
  static final class Failure extends IOException {
    Failure(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  static <T> T get(Step<T> step) throws Failure {
    try {
      return step.run();
    } catch (IOException e) {
      throw new Failure(e);
    }
  }

  static void run(Action action) throws Failure {
    try {
      action.run();
    } catch (IOException e) {
      throw new Failure(e);
    }
  }
}
