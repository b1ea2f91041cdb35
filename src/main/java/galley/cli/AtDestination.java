package galley.cli;

import galley.asset.Messages;
import galley.desk.DeskException;
import galley.desk.People;
import galley.desk.Progress;
import galley.desk.Publishing;
import galley.post.Destination;
import galley.publish.Secrets;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes that goes to a host. Secrets are never arguments. */
final class AtDestination {
  @Option(
      names = {"--to", "--destination"},
      defaultValue = "",
      paramLabel = "DESTINATION",
      description = "Where to; needed where the site has several destinations.")
  private String to = "";

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password. Or set GALLEY_SECRET.")
  private @Nullable Path secretFile;

  @Option(
      names = "--trust",
      paramLabel = "FINGERPRINT",
      description = "The SHA-256 fingerprint of the host's key, where nobody can be asked.")
  private @Nullable String trusted;

  String to() {
    return to;
  }

  /** Asks on the terminal, where there is one. */
  People people() {
    return new People(this::secret, this::confirm);
  }

  /** Draws how far a publication is. */
  static Publishing.Watch drawn(Consumer<Progress> progress) {
    return sent -> progress.accept(new Progress(sent.path(), sent.bytes(), sent.ofBytes()));
  }

  private Optional<Secrets.Answer> secret(
      Destination destination, Secrets.Kind kind, boolean canKeep) {
    Path file = secretFile;
    if (file != null) {
      return Optional.of(new Secrets.Answer(firstLine(file).toCharArray(), false));
    }
    String given = System.getenv("GALLEY_SECRET");
    if (given != null && !given.isEmpty()) {
      return Optional.of(new Secrets.Answer(given.toCharArray(), false));
    }
    return terminal().flatMap(console -> typed(console, destination, kind, canKeep));
  }

  private static Optional<Secrets.Answer> typed(
      Console console, Destination destination, Secrets.Kind kind, boolean canKeep) {
    char[] typed = console.readPassword("%s ", question(destination, kind));
    if (typed == null || typed.length == 0) {
      return Optional.empty();
    }
    boolean keep = canKeep && yes(console, Messages.text("cli.secret-keep"));
    return Optional.of(new Secrets.Answer(typed, keep));
  }

  private boolean confirm(String host, String kind, String sha256) {
    String expected = trusted;
    if (expected != null) {
      return expected.strip().equals(sha256);
    }
    return terminal()
        .filter(console -> yes(console, Messages.text("cli.trust", host, kind, sha256)))
        .isPresent();
  }

  private static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  private static boolean yes(Console console, String question) {
    String answer = console.readLine("%s ", question);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  private static String question(Destination destination, Secrets.Kind kind) {
    return switch (kind) {
      case PASSWORD -> Messages.text("cli.secret-password", destination.name());
      case PASSPHRASE -> Messages.text("cli.secret-passphrase", destination.name());
      case SECRET_KEY -> Messages.text("cli.secret-key", destination.name());
    };
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new DeskException(Messages.text("cli.unreadable", file), e);
    }
  }
}
