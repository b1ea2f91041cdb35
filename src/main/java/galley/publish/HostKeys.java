package galley.publish;

import galley.publish.KnownHosts.Verdict;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/** Judges the key of an SSH host: known, confirmed by the person, or refused. */
final class HostKeys implements ServerKeyVerifier {
  private final String host;
  private final KnownHosts known;
  private final Trust trust;
  private volatile Optional<Trouble> refusal = Optional.empty();

  HostKeys(String host, int port, Access access) {
    this.host = KnownHosts.name(host, port);
    this.known = new KnownHosts(access.known());
    this.trust = access.trust();
  }

  /** Why the host was refused. */
  Optional<Trouble> refusal() {
    return refusal;
  }

  List<String> kinds() throws IOException {
    return known.kinds(host);
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
    String[] entry = PublicKeyEntry.toString(key).split(" ", 2);
    try {
      Verdict verdict = known.judge(host, entry[0], entry[1]);
      if (verdict == Verdict.KNOWN) {
        return true;
      }
      if (verdict == Verdict.CHANGED) {
        refusal = Optional.of(Trouble.KEY_CHANGED);
        return false;
      }
      if (!trust.confirm(host, entry[0], KeyUtils.getFingerPrint(BuiltinDigests.sha256, key))) {
        refusal = Optional.of(Trouble.UNTRUSTED);
        return false;
      }
      known.add(host, entry[0], entry[1]);
      return true;
    } catch (IOException unreadable) {
      refusal = Optional.of(Trouble.UNTRUSTED);
      return false;
    }
  }
}
