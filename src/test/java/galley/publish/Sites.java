package galley.publish;

import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Small sites whose pages need their assets, and whose index needs its pages. */
final class Sites {
  private Sites() {}

  /**
   * A site in one of its versions: some pages change with each, some come and go.
   *
   * @return text by path
   */
  static Map<String, String> version(int version, int pages) {
    Random random = new Random(version);
    Map<String, String> files = new TreeMap<>();
    String style = "body { --version: " + version / 2 + " }\n";
    String styleFile = "assets/site." + Sha256.of(style).substring(0, 8) + ".css";
    files.put(styleFile, style);
    StringBuilder index = new StringBuilder("version " + version + "\nuses " + styleFile + "\n");
    for (int page = 0; page < pages; page++) {
      if ((page + version) % 5 == 4) {
        continue; // not in this version
      }
      String path = "news/page-" + page + "/index.html";
      int changed = page % 3 == 0 ? version : 0;
      String picture = "news/page-" + page + "/media/p" + changed + ".jpg";
      files.put(picture, ("picture " + page + " " + changed + " ").repeat(50 + page));
      files.put(
          path,
          "page " + page + " of " + changed + "\nuses " + styleFile + "\nuses " + picture + "\n");
      index.append("links ").append(path).append('\n');
    }
    files.put("index.html", index + "end " + random.nextInt() + "\n");
    files.put("feed.xml", "<feed>" + version + "</feed>\n");
    return files;
  }

  static Release release(String id, Map<String, String> files) {
    List<ReleaseFile> all = new ArrayList<>();
    files.forEach((path, text) -> all.add(file(path, text)));
    return new Release(id, Instant.parse("2026-11-23T12:00:00Z"), all);
  }

  static ReleaseFile file(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ReleaseFile(
        path, bytes.length, Sha256.of(bytes), () -> new ByteArrayInputStream(bytes));
  }

  /** How many files of a site are not in another as they are. */
  static int changed(Map<String, String> before, Map<String, String> after) {
    return (int)
        after.entrySet().stream()
            .filter(file -> !file.getValue().equals(before.get(file.getKey())))
            .count();
  }

  /** What a visitor finds broken: a file that is neither old nor new, or one that is missing. */
  static List<String> broken(
      Map<String, String> seen, Map<String, String> before, Map<String, String> after) {
    List<String> wrong = new ArrayList<>();
    seen.forEach((path, text) -> {
      if (!text.equals(before.get(path)) && !text.equals(after.get(path))) {
        wrong.add(path + " is neither the old nor the new: " + text.length());
      }
      text.lines()
          .filter(line -> path.endsWith(".html") && line.matches("(uses|links) .*"))
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .filter(needed -> !seen.containsKey(needed))
          .forEach(needed -> wrong.add(path + " needs " + needed));
    });
    before.keySet().stream()
        .filter(path -> after.containsKey(path) && !seen.containsKey(path))
        .forEach(path -> wrong.add(path + " is missing"));
    return wrong;
  }
}
