package galley.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keys and self-signed certificates for servers of tests, made by the JDK's keytool. */
final class Keystores {
  private Keystores() {}

  static Path selfSigned(Path file) throws IOException, InterruptedException {
    if (!Files.exists(file)) {
      Process keytool =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                      "-genkeypair",
                      "-alias",
                      "host",
                      "-keyalg",
                      "EC",
                      "-groupname",
                      "secp256r1",
                      "-dname",
                      "CN=localhost",
                      "-validity",
                      "3650",
                      "-storetype",
                      "PKCS12",
                      "-storepass",
                      "password",
                      "-keystore",
                      file.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (keytool.waitFor() != 0) {
        throw new IOException("keytool made no key");
      }
    }
    return file;
  }
}
