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
    MARKDOWN,
    EPUB
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

  public static ExportRequest epub() {
    return new ExportRequest(Format.EPUB, Variant.PUBLISH, Profile.PLAIN);
  }

  /** Whether it is one file and not a folder. */
  public boolean isOneFile() {
    return format == Format.SINGLE || format == Format.EPUB;
  }

  /** Whether readers will see it, so that what is wrong with it stands in the way. */
  public boolean isForReaders() {
    return format != Format.MARKDOWN || variant == Variant.PUBLISH;
  }
}
