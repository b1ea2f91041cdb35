package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.Effort;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KillLoopTest {
  private static final int KILLS = Effort.count("kills", 100, 2_000);

  @TempDir private Path folder;

  @Test
  void losesNothingItAcknowledgedWhenKilled() throws IOException, InterruptedException {
    KillLoop.Result result = KillLoop.run(KillLoopChild.class, folder, KILLS, Effort.seed(7));
    assertEquals(new KillLoop.Result(KILLS, result.acknowledged(), 0, 0, 0, 0), result);
    System.out.println("Killed while saving: " + result);
  }
}
