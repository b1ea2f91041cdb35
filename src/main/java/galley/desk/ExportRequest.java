package galley.desk;

import galley.export.Profile;
import galley.export.Variant;

/**
 * What a post is to leave as.
 *
 * @param variant of Markdown; of a document to be marked up, whether what was said goes along
 * @param profile counts for Markdown only
 */
public record ExportRequest(Format format, Variant variant, Profile profile) {
  /** The forms of a bundle. */
  public enum Format {
    HTML,
    SINGLE,
    MARKDOWN,
    EPUB,
    PDF,
    DOCX,
    CRITICMARKUP
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

  /** A document with all that was said, or with the text as it stands. */
  public static ExportRequest document(Format format, Variant variant) {
    return new ExportRequest(format, variant, Profile.PLAIN);
  }

  /** Whether it is one file and not a folder. */
  public boolean isOneFile() {
    return switch (format) {
      case HTML, MARKDOWN -> false;
      case SINGLE, EPUB, PDF, DOCX, CRITICMARKUP -> true;
    };
  }

  /** Whether readers will see it, so that what is wrong with it stands in the way. */
  public boolean isForReaders() {
    return switch (format) {
      case HTML, SINGLE, EPUB, PDF -> true;
      case MARKDOWN, DOCX, CRITICMARKUP -> variant == Variant.PUBLISH;
    };
  }
}
