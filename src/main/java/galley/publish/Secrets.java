package galley.publish;

import galley.post.Destination;
import java.util.Optional;

/**
 * Gives the secrets of destinations: out of the system's keyring, else from the person each time.
 * They are written nowhere else, and stand in no message and no log.
 */
public final class Secrets {
  private final Optional<SystemKeyring> keyring;
  private final Asker asker;

  /** Asks the person. */
  @FunctionalInterface
  public interface Asker {
    /**
     * Called on the thread that connects, and waited for.
     *
     * @param canKeep whether there is a keyring to keep it in
     * @return empty if the person does not want to
     */
    Optional<Answer> ask(Destination destination, Kind kind, boolean canKeep);
  }

  /** Which secret. */
  public enum Kind {
    PASSWORD,
    PASSPHRASE,
    SECRET_KEY
  }

  /** What the person said. */
  public static final class Answer {
    private final char[] secret;
    private final boolean keep;

    /**
     * @param keep whether to keep it in the keyring
     */
    public Answer(char[] secret, boolean keep) {
      this.secret = secret.clone();
      this.keep = keep;
    }
  }

  public Secrets(Optional<SystemKeyring> keyring, Asker asker) {
    this.keyring = keyring;
    this.asker = asker;
  }

  /** The secret, from the keyring or the person; empty if neither has it. */
  Optional<char[]> find(Destination destination, Kind kind) {
    String account = account(destination, kind);
    Optional<char[]> kept = keyring.flatMap(ring -> ring.find(account));
    if (kept.isPresent()) {
      return kept;
    }
    Optional<Answer> answer = asker.ask(destination, kind, keyring.isPresent());
    answer
        .filter(one -> one.keep)
        .ifPresent(one -> keyring.ifPresent(ring -> ring.keep(account, one.secret)));
    return answer.map(one -> one.secret);
  }

  /** Forgets a secret, since the host refused it or the destination is given up. */
  public void forget(Destination destination, Kind kind) {
    keyring.ifPresent(ring -> ring.forget(account(destination, kind)));
  }

  /** What the secret belongs to: the place, not the name people gave it. */
  private static String account(Destination destination, Kind kind) {
    String place =
        switch (destination) {
          case Destination.Folder to -> to.path();
          case Destination.Sftp to -> "sftp://" + to.user() + "@" + to.host() + ":" + to.port();
          case Destination.Ftps to -> "ftps://" + to.user() + "@" + to.host() + ":" + to.port();
          case Destination.WebDav to -> to.user() + " " + to.address();
          case Destination.S3 to -> to.accessKey() + " " + to.endpoint();
          case Destination.Git to -> to.address();
        };
    String key =
        switch (destination) {
          case Destination.Sftp to when kind == Kind.PASSPHRASE -> to.keyFile().orElse("");
          case Destination.Git to when kind == Kind.PASSPHRASE -> to.keyFile().orElse("");
          default -> "";
        };
    return switch (kind) {
      case PASSWORD -> place;
      case PASSPHRASE -> "key " + key;
      case SECRET_KEY -> "s3 " + place;
    };
  }
}
