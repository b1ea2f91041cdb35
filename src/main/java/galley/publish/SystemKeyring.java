package galley.publish;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * The keyring of the system: Secret Service, macOS Keychain, Windows Credential Manager. Where it
 * fails, it is as if it had nothing.
 */
public final class SystemKeyring implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SystemKeyring.class.getName());
  private static final String SERVICE = "galley";

  private final Keyring keyring;

  private SystemKeyring(Keyring keyring) {
    this.keyring = keyring;
  }

  /** The system's keyring; empty if it has none. */
  public static Optional<SystemKeyring> open() {
    try {
      return Optional.of(new SystemKeyring(Keyring.create()));
    } catch (BackendNotSupportedException none) {
      LOG.log(Level.INFO, "There is no keyring here, so passwords are asked for each time");
      return Optional.empty();
    }
  }

  Optional<char[]> find(String account) {
    try {
      return Optional.ofNullable(keyring.getPassword(SERVICE, account)).map(String::toCharArray);
    } catch (PasswordAccessException none) {
      return Optional.empty();
    }
  }

  void keep(String account, char[] secret) {
    try {
      keyring.setPassword(SERVICE, account, new String(secret));
    } catch (PasswordAccessException e) {
      LOG.log(Level.WARNING, "The keyring does not keep the password: " + e.getClass());
    }
  }

  void forget(String account) {
    try {
      keyring.deletePassword(SERVICE, account);
    } catch (PasswordAccessException none) {
      LOG.log(Level.DEBUG, "There was nothing to forget");
    }
  }

  @Override
  public void close() {
    try {
      keyring.close();
    } catch (Exception e) {
      // the keyring's own close() declares no narrower one
      LOG.log(Level.DEBUG, "The keyring did not close", e);
    }
  }
}
