package galley.publish;

/** Asks the person whether a host is who it says it is. */
@FunctionalInterface
public interface Trust {
  /**
   * Called on the thread that connects, and waited for.
   *
   * @param host and its port, as the person knows it
   * @param kind of the key, such as {@code ssh-ed25519}, or {@code certificate}
   * @param sha256 the key's fingerprint as the host's owner can show it
   * @return whether it is the host's
   */
  boolean confirm(String host, String kind, String sha256);
}
