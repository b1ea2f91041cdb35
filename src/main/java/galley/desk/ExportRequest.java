package galley.desk;

import galley.export.PasteEditor;
import galley.export.Profile;
import galley.export.Variant;
import java.util.Optional;

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
    TEXT,
    TEXTBUNDLE,
    DOCX,
    CRITICMARKUP,
    SUBSTACK,
    WORDPRESS,
    WIX,
    MEDIUM;

    /** The editor on the web it is pasted into, if it is for one. */
    public Optional<PasteEditor> editor() {
      return switch (this) {
        case SUBSTACK -> Optional.of(PasteEditor.SUBSTACK);
        case WORDPRESS -> Optional.of(PasteEditor.WORDPRESS);
        case WIX -> Optional.of(PasteEditor.WIX);
        case MEDIUM -> Optional.of(PasteEditor.MEDIUM);
        case HTML, SINGLE, MARKDOWN, EPUB, PDF, TEXT, TEXTBUNDLE, DOCX, CRITICMARKUP ->
            Optional.empty();
      };
    }
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

  /** A form that has no variants. */
  public static ExportRequest plain(Format format) {
    return new ExportRequest(format, Variant.PUBLISH, Profile.PLAIN);
  }

  /** Whether what was said about the post goes along. */
  public boolean hasNotes() {
    return switch (format) {
      case MARKDOWN, DOCX, CRITICMARKUP -> variant == Variant.ARCHIVE;
      case HTML, SINGLE, EPUB, PDF, TEXT, TEXTBUNDLE, SUBSTACK, WORDPRESS, WIX, MEDIUM -> false;
    };
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
      case HTML, MARKDOWN, TEXTBUNDLE -> false;
      case SINGLE, EPUB, PDF, TEXT, DOCX, CRITICMARKUP, SUBSTACK, WORDPRESS, WIX, MEDIUM -> true;
    };
  }

  /** Whether readers will see it, so that what is wrong with it stands in the way. */
  public boolean isForReaders() {
    return switch (format) {
      case HTML, SINGLE, EPUB, PDF, TEXT, SUBSTACK, WORDPRESS, WIX, MEDIUM -> true;
      case TEXTBUNDLE -> false;
      case MARKDOWN, DOCX, CRITICMARKUP -> variant == Variant.PUBLISH;
    };
  }
}
