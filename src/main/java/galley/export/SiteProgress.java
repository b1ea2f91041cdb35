package galley.export;

/** Hears how far the build of a site has come. Called on any thread. */
public interface SiteProgress {
  /** Nobody listens. */
  SiteProgress NONE = (_, _) -> {};

  /** So many of so many posts have been looked at. */
  void at(int done, int total);

  /**
   * Whether to stop: the build then ends with a {@link java.util.concurrent.CancellationException}.
   */
  default boolean stopped() {
    return false;
  }
}
