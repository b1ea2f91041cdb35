package galley.desk;

import galley.export.Bundle;
import galley.export.BundleFile;
import galley.export.Bundles;
import galley.export.MediaFiles;
import galley.export.RevisionText;
import galley.post.Post;
import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Markdown bundles. */
final class Archive {
  private Archive() {}

  static Bundle of(
      Bundles bundles,
      Post post,
      ExportRequest request,
      MediaFiles media,
      List<RevisionText> history) {
    byte[] text = post.body().getBytes(StandardCharsets.UTF_8);
    BundleFile file =
        new BundleFile(
            "index.md", text.length, Sha256.of(text), () -> new ByteArrayInputStream(text));
    return new Bundle(post.slug(), List.of(file), List.of());
  }
}
