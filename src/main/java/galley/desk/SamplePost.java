package galley.desk;

import galley.asset.Assets;
import galley.intake.IntakeException;
import galley.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings the sample post of {@code assets/sample} into a new library, as any other import. */
final class SamplePost {
  private static final Logger LOG = Logger.getLogger(SamplePost.class.getName());
  private static final String FOLDER = "sample/";

  private final Importing importing;

  SamplePost(Importing importing) {
    this.importing = importing;
  }

  /** A library without its sample is still a good library, so trouble here is only logged. */
  ImportReport bring() {
    try {
      Path folder = Files.createTempDirectory("galley-sample-");
      try {
        // a jar can't be listed, so a file names the others
        for (String name : Assets.text(FOLDER + "files.txt").lines().toList()) {
          if (!name.isBlank()) {
            Path file = folder.resolve(name.strip());
            Files.createDirectories(file.getParent());
            Files.write(file, Assets.bytes(FOLDER + name.strip()));
          }
        }
        ImportReport report = importing.bringNow(List.of(folder), now -> {});
        report.refused().forEach(refusal -> LOG.warning(refusal.from() + ": " + refusal.why()));
        return report;
      } finally {
        Disposal.of(folder);
      }
    } catch (IOException
        | IllegalArgumentException
        | IntakeException
        | StoreException
        | DeskException e) {
      LOG.log(Level.WARNING, "The sample post could not be brought in", e);
      return new ImportReport(List.of(), List.of(), List.of());
    }
  }
}
