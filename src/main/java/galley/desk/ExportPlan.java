package galley.desk;

import galley.asset.Messages;
import galley.export.Bundle;
import galley.export.BundleFile;
import galley.post.Finding;
import galley.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an export will write, and what stands in its way. Nothing has been written yet.
 *
 * @param post as it stood when the plan was made; this is what leaves
 * @param findings errors first
 * @param staying how many open notes and suggestions of the post do not leave with it
 */
public record ExportPlan(
    Post post, ExportRequest request, Bundle bundle, List<Finding> findings, int staying) {
  public ExportPlan {
    findings = findings.stream().sorted((a, b) -> a.severity().compareTo(b.severity())).toList();
  }

  /** The folder's name, or the .zip's without its extension. */
  public String name() {
    return bundle.name();
  }

  /** What will be written, by path. */
  public List<BundleFile> files() {
    return bundle.files();
  }

  /** How many bytes lie where the plan was written to: a .zip is smaller than what is in it. */
  public long bytes(Path written) {
    try {
      return Files.isRegularFile(written) ? Files.size(written) : bundle.bytes();
    } catch (IOException e) {
      throw new DeskException(
          Messages.text("desk.export-gone", written.getFileName(), String.valueOf(e.getMessage())));
    }
  }

  /** What has to be mended or overridden before readers see it. */
  public List<Finding> errors() {
    return request.isForReaders()
        ? findings.stream().filter(f -> f.severity() == Finding.Severity.ERROR).toList()
        : List.of();
  }
}
