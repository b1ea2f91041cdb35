package galley.docx;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** The parts that are the same, or nearly so, in every Word document that is written. */
final class Fixed {
  static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  static final String EMPTY_PICTURE = "media/place.png";
  static final String NAMES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
          + " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
          + " mc:Ignorable=\"w14 w15\"";

  /** One grey point, for a picture whose file is not here. */
  static final byte[] PLACE =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
                  + "3a7e9b550000000a49444154789c636800000082008177cd72b6"
                  + "0000000049454e44ae426082");

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private static final String TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Default Extension="png" ContentType="image/png"/>\
      <Default Extension="jpg" ContentType="image/jpeg"/>\
      <Default Extension="gif" ContentType="image/gif"/>\
      <Override PartName="/word/document.xml" ContentType="WORDdocument.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="WORDstyles+xml"/>\
      <Override PartName="/word/numbering.xml" ContentType="WORDnumbering+xml"/>\
      <Override PartName="/word/settings.xml" ContentType="WORDsettings+xml"/>\
      <Override PartName="/word/footnotes.xml" ContentType="WORDfootnotes+xml"/>\
      <Override PartName="/word/comments.xml" ContentType="WORDcomments+xml"/>\
      <Override PartName="/word/commentsExtended.xml" ContentType="WORDcommentsExtended+xml"/>\
      </Types>\
      """;

  private static final String STYLES =
      """
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/>\
      <w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
      <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>\
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>\
      <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>\
      <w:top w:val="single" w:sz="4" w:color="888888"/><w:left w:val="single" w:sz="4" w:color="888888"/><w:bottom w:val="single" w:sz="4" w:color="888888"/>\
      <w:right w:val="single" w:sz="4" w:color="888888"/><w:insideH w:val="single" w:sz="4" w:color="888888"/><w:insideV w:val="single" w:sz="4" w:color="888888"/>\
      </w:tblBorders></w:tblPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:rPr><w:color w:val="555555"/><w:sz w:val="26"/></w:rPr></w:style>\
      HEADINGS\
      <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:ind w:left="720"/></w:pPr><w:rPr><w:color w:val="444444"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="80"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:customStyle="1" w:styleId="SourceCode"><w:name w:val="Source Code"/><w:basedOn w:val="Normal"/><w:pPr><w:wordWrap w:val="off"/></w:pPr><w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="20"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:customStyle="1" w:styleId="HorizontalRule"><w:name w:val="Horizontal Rule"/><w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="888888"/></w:pBdr></w:pPr></w:style>\
      <w:style w:type="character" w:customStyle="1" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/><w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="20"/></w:rPr></w:style>\
      <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>\
      <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>\
      <w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>\
      """;

  private static final String SETTINGS =
      """
      <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>\
      <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
      """;

  private Fixed() {}

  static byte[] types() {
    return bytes(TYPES.replace("WORD", WORD));
  }

  static byte[] styles() {
    StringBuilder headings = new StringBuilder();
    for (int level = 1; level <= 6; level++) {
      headings.append("<w:style w:type=\"paragraph\" w:styleId=\"Heading").append(level);
      headings.append("\"><w:name w:val=\"heading ").append(level);
      headings.append("\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/>");
      headings.append("<w:pPr><w:keepNext/><w:outlineLvl w:val=\"").append(level - 1);
      headings.append("\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"").append(40 - 3 * level);
      headings.append("\"/></w:rPr></w:style>");
    }
    return part("styles", STYLES.replace("HEADINGS", headings));
  }

  static byte[] settings() {
    return part("settings", SETTINGS);
  }

  /** Bullets are list 1; each numbered list has a number of its own and where it starts. */
  static byte[] numbering(Map<Integer, Integer> starts) {
    StringBuilder out = new StringBuilder();
    for (int kind = 0; kind < 2; kind++) {
      out.append("<w:abstractNum w:abstractNumId=\"").append(kind);
      out.append("\"><w:multiLevelType w:val=\"hybridMultilevel\"/>");
      for (int level = 0; level < 9; level++) {
        out.append("<w:lvl w:ilvl=\"").append(level).append("\"><w:start w:val=\"1\"/>");
        out.append("<w:numFmt w:val=\"").append(kind == 0 ? "bullet" : "decimal");
        out.append("\"/><w:lvlText w:val=\"").append(kind == 0 ? "•" : "%" + (level + 1) + ".");
        out.append("\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"");
        out.append(720 * (level + 1)).append("\" w:hanging=\"360\"/></w:pPr></w:lvl>");
      }
      out.append("</w:abstractNum>");
    }
    out.append("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    starts.forEach((id, start) -> {
      out.append("<w:num w:numId=\"").append(id).append("\"><w:abstractNumId w:val=\"1\"/>");
      for (int level = 0; level < 9; level++) {
        out.append("<w:lvlOverride w:ilvl=\"").append(level).append("\"><w:startOverride w:val=\"");
        out.append(start).append("\"/></w:lvlOverride>");
      }
      out.append("</w:num>");
    });
    return part("numbering", out.toString());
  }

  static byte[] part(String name, String inside) {
    return bytes("<w:" + name + NAMES + ">" + inside + "</w:" + name + ">");
  }

  static byte[] bytes(String xml) {
    return (DECLARATION + xml).getBytes(StandardCharsets.UTF_8);
  }
}
