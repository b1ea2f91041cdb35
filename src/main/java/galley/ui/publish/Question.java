package galley.ui.publish;

import galley.post.Destination;
import galley.publish.Secrets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a host wants to know from the person; the thread that connects waits for the answer. */
sealed interface Question {
  /** Answers that the person does not want to. */
  void refuse();

  /** Whether a host that was never seen is who it says it is. */
  record HostKey(String host, String kind, String sha256, CompletableFuture<Boolean> answer)
      implements Question {
    @Override
    public void refuse() {
      answer.complete(false);
    }
  }

  /**
   * A secret.
   *
   * @param canKeep whether there is a keyring to keep it in
   */
  record Secret(
      Destination to,
      Secrets.Kind kind,
      boolean canKeep,
      CompletableFuture<Optional<Secrets.Answer>> answer)
      implements Question {
    @Override
    public void refuse() {
      answer.complete(Optional.empty());
    }
  }
}
