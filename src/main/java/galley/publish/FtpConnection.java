package galley.publish;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPSClient;
import org.bouncycastle.jsse.BCSSLSocket;

/**
 * A connection for FTP over TLS whose data connections resume the TLS session of the first: many
 * hosts (vsftpd as it comes, ProFTPD, FileZilla Server) demand that, so that nobody else can take
 * over a data connection. Java's own TLS can't be told to.
 */
final class FtpConnection extends FTPSClient {
  /** Tells at each start which of Java's settings it does not know; held, for loggers are weak. */
  private static final Logger TLS_LOG = Logger.getLogger("org.bouncycastle.jsse");

  static {
    TLS_LOG.setLevel(Level.SEVERE);
  }

  FtpConnection(SSLContext context, Timeouts timeouts) {
    super(false, context);
    int connect = (int) timeouts.connect().toMillis();
    setConnectTimeout(connect);
    setDefaultTimeout(connect);
    setDataTimeout(timeouts.idle());
    setEndpointCheckingEnabled(true);
    setControlEncoding(StandardCharsets.UTF_8);
    setListHiddenFiles(true);
    // an extended passive reply holds no address, so none that is wrong behind a router
    setUseEPSVwithIPv4(true);
  }

  /** After signing in: encrypted data connections that we open, and bytes as they are. */
  void prepare() throws IOException {
    execPBSZ(0);
    execPROT("P");
    enterLocalPassiveMode();
    setFileType(FTP.BINARY_FILE_TYPE);
  }

  @Override
  protected void _prepareDataSocket_(Socket socket) {
    if (socket instanceof BCSSLSocket data && _socket_ instanceof BCSSLSocket control) {
      data.setBCSessionToResume(control.getBCSession());
    }
  }

  /**
   * After a transfer that broke off here, its reply still comes; it belongs to no other command.
   */
  void drain() {
    try {
      completePendingCommand();
    } catch (IOException gone) {
      end();
    }
  }

  /** Ends the connection, whatever state it is in. */
  void end() {
    try {
      disconnect();
    } catch (IOException gone) {
      // nothing is left to end
    }
  }
}
