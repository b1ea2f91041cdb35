package galley.ui.publish;

import galley.desk.People;
import galley.post.Destination;
import galley.publish.Secrets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Brings a host's questions to the person in the window. A secret is asked for once for the plan
 * and its publication, and held in memory no longer than that.
 */
final class Asked {
  private final Map<Key, char[]> said = new ConcurrentHashMap<>();

  private record Key(Destination to, Secrets.Kind kind) {}

  /**
   * Whom a host asks.
   *
   * @param ask shows a question; called on the thread that connects
   */
  People people(Consumer<Question> ask) {
    return new People(
        (to, kind, canKeep) -> secret(to, kind, canKeep, ask),
        (host, kind, sha256) -> {
          CompletableFuture<Boolean> answer = new CompletableFuture<>();
          ask.accept(new Question.HostKey(host, kind, sha256, answer));
          return answer.join();
        });
  }

  private Optional<Secrets.Answer> secret(
      Destination to, Secrets.Kind kind, boolean canKeep, Consumer<Question> ask) {
    char[] known = said.get(new Key(to, kind));
    if (known != null) {
      return Optional.of(new Secrets.Answer(known, false));
    }
    CompletableFuture<Optional<Secrets.Answer>> answer = new CompletableFuture<>();
    ask.accept(new Question.Secret(to, kind, canKeep, answer));
    return answer.join();
  }

  /** Holds what the person said, and hands it to the host. */
  void answer(Question.Secret question, char[] secret, boolean keep) {
    said.put(new Key(question.to(), question.kind()), secret);
    question.answer().complete(Optional.of(new Secrets.Answer(secret, keep)));
  }

  /** Forgets every secret. */
  void forget() {
    said.values().forEach(secret -> Arrays.fill(secret, '\0'));
    said.clear();
  }
}
