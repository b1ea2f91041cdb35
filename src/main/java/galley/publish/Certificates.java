package galley.publish;

import galley.publish.KnownHosts.Verdict;
import galley.text.Sha256;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges the certificate of a host as browsers do; one that they would refuse, such as one the
 * host's owner signed, must be confirmed by the person once and stay the same.
 */
final class Certificates extends X509ExtendedTrustManager {
  private static final String KIND = "certificate";

  private final X509ExtendedTrustManager system;
  private final String host;
  private final KnownHosts known;
  private final Trust trust;
  private volatile Optional<Trouble> refusal = Optional.empty();

  Certificates(String host, int port, Access access) throws GeneralSecurityException {
    this.system = system();
    this.host = KnownHosts.name(host, port);
    this.known = new KnownHosts(access.known());
    this.trust = access.trust();
  }

  private static X509ExtendedTrustManager system() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    for (TrustManager one : factory.getTrustManagers()) {
      if (one instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("Java has no certificates of its own");
  }

  /** Java's TLS with this judgement. */
  SSLContext context() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {this}, null);
    return context;
  }

  /** Another TLS with this judgement. */
  SSLContext context(String protocol, Provider provider) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance(protocol, provider);
    context.init(null, new TrustManager[] {this}, null);
    return context;
  }

  /** Why the host was refused. */
  Optional<Trouble> refusal() {
    return refusal;
  }

  private interface Check {
    void run() throws CertificateException;
  }

  private void judge(X509Certificate[] chain, Check bySystem) throws CertificateException {
    try {
      bySystem.run();
    } catch (CertificateException refused) {
      String print = Sha256.of(chain[0].getEncoded());
      try {
        Verdict verdict = known.judge(host, KIND, print);
        if (verdict == Verdict.CHANGED) {
          refusal = Optional.of(Trouble.KEY_CHANGED);
          throw refused;
        }
        if (verdict == Verdict.UNKNOWN) {
          if (!trust.confirm(host, KIND, print)) {
            refusal = Optional.of(Trouble.UNTRUSTED);
            throw refused;
          }
          known.add(host, KIND, print);
        }
      } catch (IOException unreadable) {
        refusal = Optional.of(Trouble.UNTRUSTED);
        throw new CertificateException("The known hosts can't be read", unreadable);
      }
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge(chain, () -> system.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge(chain, () -> system.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    // without the connection nobody can say whose name should stand in it
    throw new CertificateException("Not judged without its connection");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("Not a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Not a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("Not a server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return system.getAcceptedIssuers();
  }
}
