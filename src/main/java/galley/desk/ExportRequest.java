package galley.desk;

import galley.export.Profile;
import galley.export.Variant;

/**
 * What a post is to leave as.
 *
 * @param variant counts for Markdown only
 * @param profile counts for Markdown only
 */
public record ExportRequest(Format format, Variant variant, Profile profile) {
  /** The forms of a bundle. */
  public enum Format {
    HTML,
    SINGLE,
    MARKDOWN
  }

  public static ExportRequest html() {
    return new ExportRequest(Format.HTML, Variant.PUBLISH, Profile.PLAIN);
  }

  public static ExportRequest single() {
    return new ExportRequest(Format.SINGLE, Variant.PUBLISH, Profile.PLAIN);
  }

  public static ExportRequest markdown(Variant variant, Profile profile) {
    return new ExportRequest(Format.MARKDOWN, variant, profile);
  }

  /** Whether readers will see it, so that what is wrong with it stands in the way. */
  public boolean isForReaders() {
    return format != Format.MARKDOWN || variant == Variant.PUBLISH;
  }
}
