package galley.docx;

import galley.docx.WordText.Block;
import galley.docx.WordText.Para;
import galley.docx.WordText.WordComment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Word documents as files: what stands in them, with comments, answers and tracked changes
 * (ECMA-376; answers and resolved comments as in [MS-DOCX] 2.5.4). Pure: the same text gives the
 * same bytes.
 */
public final class WordFile {
  private static final String TYPE = "http://schemas.microsoft.com/office/2011/relationships/";

  private WordFile() {}

  /**
   * Reads a Word document.
   *
   * @throws WordException if it is none, is damaged, or would unpack to far more than it should
   */
  public static WordText read(byte[] file) {
    return new DocumentReader(Parts.read(file)).read();
  }

  /**
   * Writes a Word document.
   *
   * @param starts where each numbered list starts, by its number, from 2 on; bullets are list 1
   * @param sizes of pictures by name, in pixels
   */
  public static byte[] write(
      WordText text, Map<Integer, Integer> starts, Map<String, int[]> sizes) {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, byte[]> media = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> picture : new TreeMap<>(text.pictures()).entrySet()) {
      String file = "media/image" + (files.size() + 1) + "." + extension(picture.getValue());
      files.put(picture.getKey(), file);
      media.put("word/" + file, picture.getValue());
    }
    media.put("word/" + Fixed.EMPTY_PICTURE, Fixed.PLACE);
    Relations relations = new Relations(files);
    StringBuilder body = new StringBuilder("<w:body>");
    new DocumentWriter(body, relations, sizes).blocks(text.blocks());
    body.append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\"");
    body.append(" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\"");
    body.append(" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body>");
    Relations ofNotes = new Relations(files);
    byte[] notes = notes(text.notes(), ofNotes, sizes);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Fixed.types());
    parts.put(
        "_rels/.rels",
        bytes(new Relations(files).xml(Map.of("word/document.xml", "officeDocument"))));
    parts.put("word/document.xml", Fixed.part("document", body.toString()));
    Map<String, String> belongs = new LinkedHashMap<>();
    for (String name : List.of("styles", "numbering", "settings", "footnotes", "comments")) {
      belongs.put(name + ".xml", name);
    }
    belongs.put("commentsExtended.xml", TYPE + "commentsExtended");
    parts.put("word/_rels/document.xml.rels", bytes(relations.xml(belongs)));
    parts.put("word/_rels/footnotes.xml.rels", bytes(ofNotes.xml(Map.of())));
    parts.put("word/styles.xml", Fixed.styles());
    parts.put("word/numbering.xml", Fixed.numbering(new TreeMap<>(starts)));
    parts.put("word/settings.xml", Fixed.settings());
    parts.put("word/footnotes.xml", notes);
    parts.put("word/comments.xml", comments(text.comments()));
    parts.put("word/commentsExtended.xml", extended(text.comments()));
    parts.putAll(media);
    return Parts.write(parts);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String extension(byte[] picture) {
    return switch (picture.length == 0 ? 0 : picture[0] & 0xFF) {
      case 0xFF -> "jpg";
      case 'G' -> "gif";
      default -> "png";
    };
  }

  private static byte[] notes(
      Map<Integer, List<Block>> notes, Relations relations, Map<String, int[]> sizes) {
    StringBuilder out = new StringBuilder();
    out.append("<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p>");
    out.append("</w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>");
    out.append("<w:continuationSeparator/></w:r></w:p></w:footnote>");
    DocumentWriter writer = new DocumentWriter(out, relations, sizes);
    new TreeMap<>(notes)
        .forEach((number, blocks) -> {
          out.append("<w:footnote w:id=\"").append(number).append("\">");
          int start = out.length();
          writer.blocks(blocks.isEmpty() ? List.of() : blocks);
          if (blocks.isEmpty() || !(blocks.getFirst() instanceof Para)) {
            out.append("<w:p/>");
          } else {
            int end = out.indexOf("</w:pPr>", start) + "</w:pPr>".length();
            out.insert(
                end,
                "<w:r><w:rPr><w:rStyle"
                    + " w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>");
          }
          out.append("</w:footnote>");
        });
    return Fixed.part("footnotes", out.toString());
  }

  private static byte[] comments(List<WordComment> comments) {
    StringBuilder out = new StringBuilder();
    for (WordComment comment : comments) {
      out.append("<w:comment w:id=\"").append(comment.number()).append("\" w:author=\"");
      out.append(Xml.escaped(comment.author()));
      if (!comment.at().isEmpty()) {
        out.append("\" w:date=\"").append(Xml.escaped(comment.at()));
      }
      out.append("\" w:initials=\"").append(Xml.escaped(comment.initials())).append("\">");
      String[] lines = comment.body().split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        boolean last = i + 1 == lines.length;
        out.append(last ? "<w:p w14:paraId=\"" + paragraph(comment.number()) + "\">" : "<w:p>");
        out.append("<w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>");
        out.append(i == 0 ? "<w:r><w:annotationRef/></w:r>" : "");
        out.append("<w:r><w:t xml:space=\"preserve\">").append(Xml.escaped(lines[i]));
        out.append("</w:t></w:r></w:p>");
      }
      out.append("</w:comment>");
    }
    return Fixed.part("comments", out.toString());
  }

  private static byte[] extended(List<WordComment> comments) {
    StringBuilder out = new StringBuilder("<w15:commentsEx").append(Fixed.NAMES).append('>');
    for (WordComment comment : comments) {
      out.append("<w15:commentEx w15:paraId=\"").append(paragraph(comment.number()));
      if (comment.answers() >= 0) {
        out.append("\" w15:paraIdParent=\"").append(paragraph(comment.answers()));
      }
      out.append("\" w15:done=\"").append(comment.resolved() ? 1 : 0).append("\"/>");
    }
    return Fixed.bytes(out.append("</w15:commentsEx>").toString());
  }

  /** Eight hexadecimal digits, below 0x80000000. */
  private static String paragraph(int comment) {
    return "%08X".formatted(0x10000000 + comment);
  }
}
