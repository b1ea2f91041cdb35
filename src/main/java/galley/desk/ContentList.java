package galley.desk;

import galley.asset.Messages;
import galley.export.BundleFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which files in a site generator's folder came from the desk, and what they held. It lies in
 * {@code .galley}, where no generator looks. While files are written a second list says what they
 * will hold, so that after a power cut a file of ours is still known from a stranger's.
 *
 * @param whose the site and the generator that the folder is for
 */
record ContentList(String whose, Path folder) {
  private static final String LIST = ".galley/site.json";
  private static final String NEXT = ".galley/site.next.json";

  /**
   * The fingerprints by path; empty where nothing was built here.
   *
   * @throws DeskException where another site is in the folder
   */
  Map<String, Set<String>> known() throws IOException {
    Map<String, Set<String>> known = new TreeMap<>();
    for (String name : new String[] {LIST, NEXT}) {
      Path list = folder.resolve(name);
      if (Files.isRegularFile(list)) {
        read(list, known);
      }
    }
    return known;
  }

  private void read(Path list, Map<String, Set<String>> known) throws IOException {
    try {
      JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(list));
      if (!root.required("site").stringValue().equals(whose)) {
        throw new DeskException(Messages.text("desk.content-other", folder));
      }
      for (JsonNode file : root.required("files")) {
        String path = file.required("path").stringValue();
        if (folder.resolve(path).normalize().startsWith(folder.normalize())) {
          known
              .computeIfAbsent(path, _ -> new HashSet<>())
              .add(file.required("sha256").stringValue());
        }
      }
    } catch (JacksonException e) {
      throw new DeskException(Messages.text("desk.content-other", folder), e);
    }
  }

  /** Says what is about to be written. */
  void begin(Path into, Collection<BundleFile> files) throws IOException {
    Placing.put(file(NEXT, files), into, true);
  }

  /** Says that it has been written. */
  void end(Path into, Collection<BundleFile> files) throws IOException {
    Placing.put(file(LIST, files), into, true);
    Files.deleteIfExists(into.resolve(NEXT));
  }

  private BundleFile file(String path, Collection<BundleFile> files) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("format", 1).put("site", whose);
    ArrayNode all = root.putArray("files");
    files.forEach(file -> all.addObject().put("path", file.path()).put("sha256", file.sha256()));
    String text = root.toPrettyString().replace("\r\n", "\n") + "\n";
    return BundleFile.of(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
