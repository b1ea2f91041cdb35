package galley.docx;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one part of a Word document refers to: links and pictures. */
final class Relations {
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> links = new LinkedHashMap<>();
  private final Map<String, String> pictures = new LinkedHashMap<>();
  private final Map<String, String> files;

  /**
   * @param files where each picture lies, by its name
   */
  Relations(Map<String, String> files) {
    this.files = files;
  }

  String link(String address) {
    return links.computeIfAbsent(address, _ -> "rLink" + (links.size() + 1));
  }

  String picture(String name) {
    return pictures.computeIfAbsent(
        files.getOrDefault(name, Fixed.EMPTY_PICTURE), _ -> "rPicture" + (pictures.size() + 1));
  }

  /**
   * The part that lists them.
   *
   * @param fixed parts that belong to this one, by the last word of their type
   */
  String xml(Map<String, String> fixed) {
    StringBuilder out = new StringBuilder(Fixed.DECLARATION);
    out.append("<Relationships xmlns=\"");
    out.append("http://schemas.openxmlformats.org/package/2006/relationships\">");
    int[] count = {0};
    fixed.forEach((target, type) -> one(out, "rPart" + ++count[0], type, target, ""));
    links.forEach(
        (address, id) -> one(out, id, TYPE + "hyperlink", address, "\" TargetMode=\"External"));
    pictures.forEach((file, id) -> one(out, id, TYPE + "image", file, ""));
    return out.append("</Relationships>").toString();
  }

  private static void one(StringBuilder out, String id, String type, String target, String mode) {
    String whole = type.startsWith("http") ? type : TYPE + type;
    out.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(whole);
    out.append("\" Target=\"").append(Xml.escaped(target)).append(mode).append("\"/>");
  }
}
