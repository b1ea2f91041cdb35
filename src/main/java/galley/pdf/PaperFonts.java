package galley.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import galley.asset.Assets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of a document: those that travel with the program, and for letters they lack those of
 * the system that have them.
 */
final class PaperFonts {
  private record Face(String family, int weight, boolean italic, String file) {}

  private static final List<Face> OWN =
      List.of(
          new Face("Serif", 400, false, "SourceSerif4-Regular.ttf"),
          new Face("Serif", 400, true, "SourceSerif4-RegularItalic.ttf"),
          new Face("Serif", 600, false, "SourceSerif4-SemiBold.ttf"),
          new Face("Serif", 600, true, "SourceSerif4-SemiBoldItalic.ttf"),
          new Face("Sans", 400, false, "Inter-Regular.ttf"),
          new Face("Sans", 400, true, "Inter-RegularItalic.ttf"),
          new Face("Sans", 600, false, "Inter-SemiBold.ttf"),
          new Face("Mono", 400, false, "IBMPlexMono-Regular.ttf"),
          new Face("Mono", 400, true, "IBMPlexMono-RegularItalic.ttf"),
          new Face("Mono", 600, false, "IBMPlexMono-SemiBold.ttf"),
          new Face("Mono", 600, true, "IBMPlexMono-SemiBoldItalic.ttf"));

  /** By family; its first face stands for all. */
  private final Map<String, CmapLookup> own;

  private final List<SystemFont> more;

  private PaperFonts(Map<String, CmapLookup> own, List<SystemFont> more) {
    this.own = own;
    this.more = more;
  }

  /** The fonts that show a text. */
  static PaperFonts of(String text) {
    Map<String, CmapLookup> own = letters();
    List<Integer> missing =
        (text + new ArabicForms().joined(text))
            .codePoints()
            .filter(letter -> letter > 126)
            .distinct()
            .filter(letter -> own.values().stream().noneMatch(font -> has(font, letter)))
            .boxed()
            .toList();
    return new PaperFonts(own, missing.isEmpty() ? List.of() : SystemFont.having(missing));
  }

  private static Map<String, CmapLookup> letters() {
    Map<String, CmapLookup> letters = new HashMap<>();
    OWN.forEach(face -> letters.computeIfAbsent(face.family(), _ -> letters(face)));
    return letters;
  }

  private static CmapLookup letters(Face face) {
    try {
      return new TTFParser()
          .parse(new RandomAccessReadBuffer(Assets.bytes("fonts/" + face.file())))
          .getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + face.file() + " can't be read", e);
    }
  }

  private static boolean has(CmapLookup font, int letter) {
    return font.getGlyphId(letter) != 0;
  }

  /** Whether some font of the document can show it. */
  boolean shows(int letter) {
    return letter <= 126
        || own.values().stream().anyMatch(font -> has(font, letter))
        || more.stream().anyMatch(font -> font.letters().contains(letter));
  }

  void register(PdfRendererBuilder builder, PDDocument pdf) {
    for (Face face : OWN) {
      FontStyle style = face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL;
      Supply supply = new Supply(pdf, () -> Assets.bytes("fonts/" + face.file()));
      builder.useFont(supply, face.family(), face.weight(), style, true);
    }
    for (int i = 0; i < more.size(); i++) {
      Supply supply = new Supply(pdf, more.get(i)::bytes);
      builder.useFont(supply, "More" + i, 400, FontStyle.NORMAL, true);
    }
  }

  /** Gives a font when its first letter is set. */
  private static final class Supply extends PDFontSupplier {
    private final PDDocument pdf;
    private final Supplier<byte[]> bytes;

    Supply(PDDocument pdf, Supplier<byte[]> bytes) {
      super(null);
      this.pdf = pdf;
      this.bytes = bytes;
    }

    @Override
    public PDFont supply() {
      try {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes.get()));
        font.setEnableGsub(false); // PDFBox keeps no words for ligatures: they could not be read
        return PDType0Font.load(pdf, font, true);
      } catch (IOException e) {
        throw new UncheckedIOException("A font can't be read", e);
      }
    }
  }

  /** The families to be named after one of ours: for a letter it lacks, the others are asked. */
  String families(String first) {
    List<String> all = new ArrayList<>(List.of(first, "Serif", "Sans", "Mono"));
    for (int i = 0; i < more.size(); i++) {
      all.add("More" + i);
    }
    return all.stream().distinct().collect(Collectors.joining(","));
  }
}
